import { canonicalBytes } from '#core/canonical-json';
import { isSha256Hex, sha256Hex } from '#core/digest';
import {
  MANIFEST_PATH,
  MANIFEST_SCHEMA,
  entriesRoot,
  filePath,
  type EvidenceManifest,
  type ManifestEntry,
} from '#core/manifest';

/** A bundle in a folder or anywhere else; paths with `/`, relative to where `manifest.json` lies. */
export interface BundleReader {
  list(): Promise<readonly string[]>;
  /** undefined when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** What the bucket says of one object version, as it was read back when the bundle was pulled. */
export interface RetentionFact {
  readonly path: string;
  readonly versionId: string;
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE' | null;
  readonly retainUntilEpochMs: number | null;
}

export interface VerifyOptions {
  /** SHA-256 (hex) of the manifest from a place that the bundle's holder cannot change: the run, a signed statement. */
  readonly manifestSha256?: string;
  readonly retention?: readonly RetentionFact[];
  /** What the retention dates are compared with; they are not compared when absent. */
  readonly nowEpochMs?: number;
  /** Files that may lie beside the bundle, such as `retention.json`. */
  readonly besides?: readonly string[];
}

export type VerifyCode =
  | 'manifest-missing'
  | 'manifest-digest-differs'
  | 'manifest-not-json'
  | 'manifest-not-canonical'
  | 'manifest-schema-unknown'
  | 'manifest-invalid'
  | 'entries-not-sorted'
  | 'merkle-root-differs'
  | 'file-missing'
  | 'file-size-differs'
  | 'file-hash-differs'
  | 'file-unexpected'
  | 'retention-missing'
  | 'retention-version-differs'
  | 'retention-none'
  | 'retention-over';

export interface VerifyFailure {
  readonly code: VerifyCode;
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
}

/** `incomplete`: nothing is wrong, but something is not there. */
export interface Verification {
  readonly status: 'valid' | 'invalid' | 'incomplete';
  /** In the order found; of an invalid bundle the first one that makes it so stands first. */
  readonly failures: readonly VerifyFailure[];
  readonly files: number;
  readonly bytes: number;
  /** Whether the manifest was compared with a digest from elsewhere. Without that, only the files are proved to be the manifest's. */
  readonly anchored: boolean;
  readonly manifestSha256: string | null;
  readonly manifest: EvidenceManifest | null;
}

const INCOMPLETE: readonly VerifyCode[] = ['manifest-missing', 'file-missing', 'retention-missing'];

/**
 * Checks every byte of a bundle against its manifest, and the manifest against a digest known from elsewhere. Needs nothing but the bundle:
 * no network, no AWS, no clock.
 */
export const verifyBundle = async (reader: BundleReader, options: VerifyOptions = {}): Promise<Verification> => {
  const failures: VerifyFailure[] = [];
  const bytes = await reader.read(MANIFEST_PATH);
  if (bytes === undefined) {
    const failure = {
      code: 'manifest-missing',
      path: MANIFEST_PATH,
      message: 'expected manifest.json, found none',
    } as const;
    return conclude([failure], { files: 0, bytes: 0, anchored: false, manifestSha256: null, manifest: null });
  }
  const manifestSha256 = sha256Hex(bytes);
  const anchored = options.manifestSha256 !== undefined;
  if (anchored && options.manifestSha256 !== manifestSha256) {
    failures.push(
      manifestFailure(
        'manifest-digest-differs',
        `expected SHA-256 ${options.manifestSha256 ?? ''}, got ${manifestSha256}`,
      ),
    );
  }
  const read = readManifest(bytes);
  if ('code' in read) {
    return conclude([...failures, read], { files: 0, bytes: 0, anchored, manifestSha256, manifest: null });
  }
  failures.push(...checkEntries(read));
  const files = await checkFiles(reader, read.entries);
  failures.push(...files.failures, ...(await checkUnexpected(reader, read.entries, options.besides ?? [])));
  failures.push(...checkRetention(read.entries, options));
  return conclude(failures, { files: files.count, bytes: files.bytes, anchored, manifestSha256, manifest: read });
};

const conclude = (
  failures: readonly VerifyFailure[],
  rest: Omit<Verification, 'status' | 'failures'>,
): Verification => {
  const wrong = failures.filter(({ code }) => !INCOMPLETE.includes(code));
  const absent = failures.filter(({ code }) => INCOMPLETE.includes(code));
  const status = wrong.length > 0 ? 'invalid' : absent.length > 0 ? 'incomplete' : 'valid';
  return { status, failures: [...wrong, ...absent], ...rest };
};

const manifestFailure = (code: VerifyCode, message: string): VerifyFailure => ({ code, path: MANIFEST_PATH, message });

const readManifest = (bytes: Uint8Array): EvidenceManifest | VerifyFailure => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    return manifestFailure(
      'manifest-not-json',
      `expected JSON in UTF-8, got ${cause instanceof Error ? cause.message : 'something else'}`,
    );
  }
  const schema: unknown =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['schema'] : undefined;
  if (schema !== MANIFEST_SCHEMA) {
    return manifestFailure(
      'manifest-schema-unknown',
      `expected schema ${MANIFEST_SCHEMA}, got ${JSON.stringify(schema) ?? 'none'}`,
    );
  }
  if (!isCanonical(value, bytes))
    return manifestFailure('manifest-not-canonical', 'expected the canonical form of RFC 8785, got another spelling');
  const manifest = value as EvidenceManifest;
  const wrong = Array.isArray(manifest.entries) ? manifest.entries.findIndex((entry) => !isEntry(entry)) : 0;
  if (wrong >= 0) {
    const place = Array.isArray(manifest.entries) ? `/entries/${String(wrong)}` : '/entries';
    return manifestFailure('manifest-invalid', `expected path, sha256, bytes and versionId at ${place}`);
  }
  return manifest;
};

const isCanonical = (value: unknown, bytes: Uint8Array): boolean => {
  try {
    const canonical = canonicalBytes(value);
    return canonical.length === bytes.length && canonical.every((byte, at) => byte === bytes[at]);
  } catch {
    // JSON that has no canonical form at all, such as a lone surrogate.
    return false;
  }
};

const isEntry = (entry: unknown): entry is ManifestEntry => {
  if (typeof entry !== 'object' || entry === null) return false;
  const { path, sha256, bytes, versionId } = entry as Record<string, unknown>;
  const sized = Number.isSafeInteger(bytes) && Number(bytes) >= 0;
  return (
    typeof path === 'string' &&
    typeof sha256 === 'string' &&
    isSha256Hex(sha256) &&
    sized &&
    typeof versionId === 'string'
  );
};

const checkEntries = ({ entries, merkleRoot }: EvidenceManifest): readonly VerifyFailure[] => {
  const failures: VerifyFailure[] = [];
  const unsorted = entries.find((entry, at) => at > 0 && (entries[at - 1]?.path ?? '') >= entry.path);
  if (unsorted !== undefined)
    failures.push(
      manifestFailure('entries-not-sorted', `expected each path once and in order, got ${unsorted.path} out of place`),
    );
  const root = entriesRoot(entries);
  if (root !== merkleRoot)
    failures.push(manifestFailure('merkle-root-differs', `expected ${merkleRoot}, the entries give ${root}`));
  return failures;
};

const checkFiles = async (reader: BundleReader, entries: readonly ManifestEntry[]) => {
  const failures: VerifyFailure[] = [];
  const checked = new Map<string, number>();
  for (const entry of entries) {
    const path = filePath(entry.sha256);
    const size = checked.get(path);
    // Two entries may share one file; it is read once, but each states its size.
    const body = size === undefined ? await reader.read(path) : undefined;
    const bytes = size ?? body?.length;
    if (bytes === undefined) {
      failures.push({
        code: 'file-missing',
        path,
        message: `expected ${entry.path} (${String(entry.bytes)} bytes), found none`,
      });
      continue;
    }
    checked.set(path, bytes);
    if (bytes !== entry.bytes) {
      failures.push({
        code: 'file-size-differs',
        path,
        message: `${entry.path}: expected ${String(entry.bytes)} bytes, got ${String(bytes)}`,
      });
    }
    const sha256 = body === undefined ? entry.sha256 : sha256Hex(body);
    if (sha256 !== entry.sha256)
      failures.push({
        code: 'file-hash-differs',
        path,
        message: `${entry.path}: expected SHA-256 ${entry.sha256}, got ${sha256}`,
      });
  }
  return { failures, count: checked.size, bytes: [...checked.values()].reduce((sum, size) => sum + size, 0) };
};

const checkUnexpected = async (reader: BundleReader, entries: readonly ManifestEntry[], besides: readonly string[]) => {
  const known = new Set([MANIFEST_PATH, ...besides, ...entries.map(({ sha256 }) => filePath(sha256))]);
  const unexpected = [...(await reader.list())].filter((path) => !known.has(path)).sort();
  return unexpected.map((path): VerifyFailure => ({
    code: 'file-unexpected',
    path,
    message: 'expected only files of the manifest, found this one besides',
  }));
};

const checkRetention = (
  entries: readonly ManifestEntry[],
  { retention, nowEpochMs }: VerifyOptions,
): readonly VerifyFailure[] => {
  if (retention === undefined) return [];
  const facts = new Map(retention.map((fact) => [fact.path, fact]));
  const wanted = [...new Map(entries.map((entry) => [filePath(entry.sha256), entry.versionId]))];
  return [...wanted, [MANIFEST_PATH, undefined] as const].flatMap(([path, versionId]) => {
    const failure = retentionFailure(path, versionId, facts.get(path), nowEpochMs);
    return failure === undefined ? [] : [failure];
  });
};

const retentionFailure = (
  path: string,
  versionId: string | undefined,
  fact: RetentionFact | undefined,
  nowEpochMs: number | undefined,
): VerifyFailure | undefined => {
  if (fact === undefined)
    return {
      code: 'retention-missing',
      path,
      message: 'expected what the bucket says of its retention, found nothing',
    };
  if (versionId !== undefined && fact.versionId !== versionId) {
    return { code: 'retention-version-differs', path, message: `expected version ${versionId}, got ${fact.versionId}` };
  }
  if (fact.mode === null || fact.retainUntilEpochMs === null) {
    return { code: 'retention-none', path, message: 'expected Object Lock retention with a mode and a date, got none' };
  }
  if (nowEpochMs !== undefined && fact.retainUntilEpochMs <= nowEpochMs) {
    return {
      code: 'retention-over',
      path,
      message: `expected retention beyond ${new Date(nowEpochMs).toISOString()}, it ended ${new Date(fact.retainUntilEpochMs).toISOString()}`,
    };
  }
  return undefined;
};
