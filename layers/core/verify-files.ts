import { bundleContradictions } from '#core/bundle-consistency';
import { BundleRefusal, type BundleReader, type MeasuredFile } from '#core/bundle-reader';
import { sha256Hex } from '#core/digest';
import { MANIFEST_PATH, filePath, type EvidenceManifest, type ManifestEntry } from '#core/manifest';
import { scanContradictions, scanSummary } from '#core/secret-scan';
import type { ScanSummary } from '#core/secret-scan';
import type { VerifyFailure } from '#core/verify-bundle';

/** More than the largest run's manifest or verdict, and less than what a text can hold. */
export const DOCUMENT_BYTES_MAX = 256 * 1024 ** 2;

/** The answer, or the failure that a refusal of the reader is. */
export const attempted = async <T extends object>(
  act: () => Promise<T | undefined>,
): Promise<T | VerifyFailure | undefined> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BundleRefusal) return { code: 'file-refused', path: error.path, message: error.message };
    throw error;
  }
};

export const isFailure = (value: object | undefined): value is VerifyFailure =>
  value !== undefined && 'code' in value && 'message' in value;

const measured = async (reader: BundleReader, path: string, expected: number): Promise<MeasuredFile | undefined> => {
  if (reader.measure !== undefined) return reader.measure(path, expected);
  const body = await reader.read(path, expected);
  return body === undefined ? undefined : { bytes: body.length, sha256: sha256Hex(body) };
};

/** Size and digest of every file of the manifest. */
export const checkFiles = async (reader: BundleReader, entries: readonly ManifestEntry[]) => {
  const failures: VerifyFailure[] = [];
  // Two entries may share one file; it is read once, but each states its size.
  const checked = new Map<string, MeasuredFile>();
  const missing = new Set<string>();
  const sound = new Set<string>();
  for (const entry of entries) {
    const path = filePath(entry.sha256);
    const found = checked.get(path) ?? (await attempted(() => measured(reader, path, entry.bytes)));
    if (isFailure(found)) failures.push(found);
    else if (found === undefined) {
      missing.add(path);
      failures.push({
        code: 'file-missing',
        path,
        message: `expected ${entry.path} (${String(entry.bytes)} bytes), found none`,
      });
    } else {
      checked.set(path, found);
      const wrong = fileFailure(entry, path, found);
      if (wrong === undefined) sound.add(path);
      else failures.push(wrong);
    }
  }
  const bytes = [...checked.values()].reduce((sum, file) => sum + file.bytes, 0);
  return { failures, missing, sound, count: checked.size, bytes };
};

const fileFailure = (
  entry: ManifestEntry,
  path: string,
  { bytes, sha256 }: MeasuredFile,
): VerifyFailure | undefined => {
  if (bytes !== entry.bytes) {
    const message = `${entry.path}: expected ${String(entry.bytes)} bytes, got ${String(bytes)}`;
    return { code: 'file-size-differs', path, message };
  }
  if (sha256 === entry.sha256) return undefined;
  const message = `${entry.path}: expected SHA-256 ${entry.sha256}, got ${sha256 ?? 'none'}`;
  return { code: 'file-hash-differs', path, message };
};

const PART = '.part';

/** The begun download of a file that is still missing is no forgery: the bundle is incomplete anyway. */
export const checkUnexpected = async (
  reader: BundleReader,
  entries: readonly ManifestEntry[],
  missing: ReadonlySet<string>,
  besides: readonly string[],
): Promise<readonly VerifyFailure[]> => {
  const known = new Set([MANIFEST_PATH, ...besides, ...entries.map(({ sha256 }) => filePath(sha256))]);
  const listed = await attempted(() => reader.list());
  if (isFailure(listed)) return [listed];
  return [...(listed ?? [])]
    .filter((path) => !known.has(path) && !(path.endsWith(PART) && missing.has(path.slice(0, -PART.length))))
    .sort()
    .map((path) => ({
      code: 'file-unexpected',
      path,
      message: 'expected only files of the manifest, found this one besides',
    }));
};

/** Verdict, run and plan against the manifest; reads only files whose digest was right. */
export const checkDocuments = async (
  reader: BundleReader,
  manifest: EvidenceManifest,
  sound: ReadonlySet<string>,
): Promise<readonly VerifyFailure[]> => {
  const refused: VerifyFailure[] = [];
  const found = await bundleContradictions(manifest, async ({ sha256 }) => {
    const path = filePath(sha256);
    const body = sound.has(path) ? await attempted(() => reader.read(path, DOCUMENT_BYTES_MAX)) : undefined;
    if (isFailure(body)) refused.push(body);
    return body === undefined || isFailure(body) ? undefined : parsed(body);
  });
  const contradictions = found.map(({ entry, message }): VerifyFailure => ({
    code: 'file-contradicts',
    path: filePath(entry.sha256),
    message,
  }));
  return [...refused, ...contradictions];
};

const LIST = /^shards\/\d+\/attempt-\d+\/attempt\.json$/u;

/** What the attempts' own lists say of the search for secrets in their files; reads only files whose digest was right. */
export const checkSecretScans = async (
  reader: BundleReader,
  { entries }: EvidenceManifest,
  sound: ReadonlySet<string>,
): Promise<{ readonly failures: readonly VerifyFailure[]; readonly summary: ScanSummary | undefined }> => {
  const failures: VerifyFailure[] = [];
  const lists: unknown[] = [];
  for (const { path, sha256 } of entries) {
    const file = filePath(sha256);
    if (!LIST.test(path) || !sound.has(file)) continue;
    const body = await attempted(() => reader.read(file, DOCUMENT_BYTES_MAX));
    if (body === undefined || isFailure(body)) continue;
    const list = parsed(body);
    lists.push(list);
    for (const message of scanContradictions(list))
      failures.push({ code: 'file-contradicts', path: file, message: `${path}: ${message}` });
  }
  return { failures, summary: scanSummary(lists) };
};

/** null for what is no JSON: it then says nothing that the manifest says. */
const parsed = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
};
