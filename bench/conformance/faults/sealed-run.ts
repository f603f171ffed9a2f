/** What became of a run: its gate result, its results, and its evidence with every byte checked. */
import { gunzipSync } from 'node:zlib';
import type { CaseResult, EvidenceView, RunView } from '#contracts/generated/types';
import { verifyBundle } from '#core/verify-bundle';
import { resultsOf, sealed } from './caller.ts';
import type { Caller } from './caller.ts';

export interface SealedRun {
  readonly view: RunView;
  readonly results: readonly CaseResult[];
  /** As the verifier says: valid, invalid or incomplete. */
  readonly evidence: string;
  /** Cases of the result files that the bundle holds for the attempts that count. */
  readonly evidenceCases: readonly string[];
  /** Cases of the bundle's verdict. */
  readonly verdictCases: readonly string[];
}

const bytesAt = async (url: string): Promise<Uint8Array> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`evidence link answered ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
};

const download = async (view: EvidenceView): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = new Map([['manifest.json', await bytesAt(view.manifest.url)]]);
  for (const { sha256, url } of view.files) files.set(`files/${sha256}`, await bytesAt(url));
  return files;
};

const linesIn = (packed: Uint8Array): readonly { readonly case: string }[] =>
  gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly case: string });

const isCounted = (view: RunView, path: string): boolean => {
  const [, shard = '', attempt = ''] = /^shards\/(\d+)\/attempt-(\d+)\/results\.jsonl\.gz$/.exec(path) ?? [];
  const found = view.progress.shards.find((one) => one.shard === Number(shard));
  return shard !== '' && found?.state === 'recorded' && found.attempt === Number(attempt);
};

/** Waits for the seal, fetches the bundle through the API and verifies it against the manifest's digest on the run. */
export const sealedRun = async (who: Caller, runId: string): Promise<SealedRun> => {
  const view = await sealed(who, runId);
  const evidence = await who.expect<EvidenceView>(200, 'GET', `/tests/run/${runId}/evidence`);
  const files = await download(evidence);
  const verification = await verifyBundle(
    { list: async () => [...files.keys()], read: async (path) => files.get(path) },
    view.seal === null ? {} : { manifestSha256: view.seal.manifest.sha256 },
  );
  const counted = evidence.files.filter(({ path }) => isCounted(view, path));
  const verdict = evidence.files.find(({ path }) => path === 'verdict/results.json');
  const verdictText = new TextDecoder().decode(files.get(`files/${verdict?.sha256 ?? ''}`));
  return {
    view,
    results: await resultsOf(who, runId),
    evidence: verification.anchored ? verification.status : `${verification.status}, not anchored`,
    evidenceCases: counted.flatMap(({ sha256 }) =>
      linesIn(files.get(`files/${sha256}`) ?? new Uint8Array()).map((line) => line.case),
    ),
    verdictCases: (JSON.parse(verdictText) as { readonly cases: readonly { readonly case: string }[] }).cases.map(
      (entry) => entry.case,
    ),
  };
};

/** Whether a list names each of these once and nothing else. */
export const isEachOnce = (found: readonly string[], wanted: readonly string[]): boolean =>
  found.length === wanted.length && new Set(found).size === found.length && wanted.every((one) => found.includes(one));
