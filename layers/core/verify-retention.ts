import { filePath, MANIFEST_PATH, type ManifestEntry } from '#core/manifest';
import type { RetentionFact, VerifyFailure, VerifyOptions } from '#core/verify-bundle';

/** What the bucket said of each object's retention, held against the manifest; nothing when no facts were given. */
export const checkRetention = (
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
