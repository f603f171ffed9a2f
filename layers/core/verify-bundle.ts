import { canonicalBytes } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import { MANIFEST_PATH, MANIFEST_SCHEMA, entriesRoot, type EvidenceManifest } from '#core/manifest';
import type { BundleReader } from '#core/bundle-reader';
import { manifestContradictions } from '#core/bundle-consistency';
import { manifestFault } from '#core/manifest-shape';
import {
  DOCUMENT_BYTES_MAX,
  attempted,
  checkDocuments,
  checkFiles,
  checkSecretScans,
  checkUnexpected,
  isFailure,
} from '#core/verify-files';
import type { ScanSummary } from '#core/secret-scan';
import { checkRetention } from '#core/verify-retention';

export { BundleRefusal, type BundleReader, type MeasuredFile } from '#core/bundle-reader';

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
  | 'manifest-inconsistent'
  | 'entries-not-sorted'
  | 'merkle-root-differs'
  | 'file-missing'
  | 'file-size-differs'
  | 'file-hash-differs'
  | 'file-unexpected'
  | 'file-refused'
  | 'file-contradicts'
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
  /** What the runners' last search for secrets found; absent where no attempt left a list of its files. */
  readonly secretScan?: ScanSummary;
}

const INCOMPLETE: readonly VerifyCode[] = ['manifest-missing', 'file-missing', 'retention-missing'];

/**
 * Checks every byte of a bundle against its manifest, and the manifest against a digest known from elsewhere. Needs nothing but the bundle:
 * no network, no AWS, no clock.
 */
export const verifyBundle = async (reader: BundleReader, options: VerifyOptions = {}): Promise<Verification> => {
  const failures: VerifyFailure[] = [];
  const bytes = await attempted(() => reader.read(MANIFEST_PATH, DOCUMENT_BYTES_MAX));
  if (isFailure(bytes))
    return conclude([bytes], { files: 0, bytes: 0, anchored: false, manifestSha256: null, manifest: null });
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
  failures.push(...manifestContradictions(read).map((why) => manifestFailure('manifest-inconsistent', why)));
  const files = await checkFiles(reader, read.entries);
  failures.push(...files.failures);
  failures.push(...(await checkUnexpected(reader, read.entries, files.missing, options.besides ?? [])));
  failures.push(...(await checkDocuments(reader, read, files.sound)));
  const scans = await checkSecretScans(reader, read, files.sound);
  failures.push(...scans.failures);
  failures.push(...checkRetention(read.entries, options));
  return conclude(failures, {
    ...{ files: files.count, bytes: files.bytes, anchored, manifestSha256, manifest: read },
    ...(scans.summary === undefined ? {} : { secretScan: scans.summary }),
  });
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
  const fault = manifestFault(value);
  return fault === undefined ? (value as EvidenceManifest) : manifestFailure('manifest-invalid', fault);
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
