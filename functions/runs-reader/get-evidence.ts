import type { Principal } from '#core/access';
import { readsPayload } from '#core/grants';
import { filePath } from '#core/manifest';
import { problem } from '#core/problems';
import { requireVisible } from '#core/visible-run';
import { runRecords } from '#engines/results/run-records';
import type { AuditTrail } from '#ports/access-store';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import type { RunStore } from '#ports/run-store';
import { auditPayloadRead } from './audit-read.ts';

/** Links to evidence live this long. */
export const LINK_SECONDS = 300;

export interface GetEvidencePorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export interface GetEvidence {
  readonly principal: Principal;
  readonly requestId: string;
  readonly runId: string;
}

/**
 * Links to the sealed bundle, each to the one object version that was sealed. Files of the bundle need `payload:read`; without it the
 * answer has the manifest alone. The read is on the audit trail before the links are given.
 *
 * @throws run-not-found, evidence-not-sealed, digest-mismatch
 */
export const getEvidence =
  ({ runs, staging, evidence, audit, clock }: GetEvidencePorts) =>
  async ({ principal, requestId, runId }: GetEvidence, signal: AbortSignal) => {
    const run = requireVisible(principal, runId, await runs.get(principal.tenant, runId, signal));
    const { seal } = run;
    const manifest = await runRecords({ staging, evidence }, run).manifest(signal);
    if (seal === undefined || manifest === undefined) {
      const why = run.sealError === undefined ? `the run is ${run.state}` : `sealing failed: ${run.sealError.code}`;
      throw problem('evidence-not-sealed', `expected a sealed run; ${why}`, { runId });
    }
    const isOpen = readsPayload(principal, run.service);
    const resource = `run/${runId}/evidence${isOpen ? '' : '/manifest'}`;
    await auditPayloadRead({ audit, clock }, { principal, requestId, resource }, signal);

    const expiresAt = new Date(clock.nowMs() + LINK_SECONDS * 1_000).toISOString();
    const link = (key: string, versionId: string): Promise<string> =>
      evidence.presignVersion(key, versionId, LINK_SECONDS);
    const entries = isOpen ? manifest.entries : [];
    const files = await Promise.all(
      entries.map(async ({ path, sha256, bytes, mediaType, versionId }) => {
        const key = `${seal.prefix}${filePath(sha256)}`;
        return { path, key, versionId, sha256, bytes, mediaType, url: await link(key, versionId) };
      }),
    );
    const { key, versionId, sha256, bytes } = seal.manifest;
    return {
      bucket: seal.bucket,
      prefix: seal.prefix,
      manifest: { key, versionId, sha256, bytes, url: await link(key, versionId) },
      files,
      expiresAt,
    };
  };
