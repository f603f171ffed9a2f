import { canonicalBytes } from '#core/canonical-json';
import { inParallel } from '#core/in-parallel';
import { createMasker } from '#core/masking';
import type { Plan } from '#core/plan';
import type { Run } from '#core/run';
import type { SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { wellFormed } from '#core/well-formed';
import type { SuiteBodies } from '#ports/catalog-store';

/** A file to be sealed. */
export interface BundleFile {
  readonly path: string;
  readonly body: Uint8Array;
  readonly mediaType: string;
  readonly redactions: number;
  readonly source?: { readonly shard: number; readonly attempt: number };
}

const READS_AT_ONCE = 8;

/**
 * What the run was asked and planned to do: the run's own record, its plan, and each suite. Values that are sensitive by name or form are
 * replaced; the digests of the originals stand in the manifest.
 */
export const bundleInputs = async (
  run: Run,
  plan: Plan | undefined,
  suiteBodies: SuiteBodies,
  signal: AbortSignal,
): Promise<readonly BundleFile[]> => {
  const suites = await inParallel(plan?.suites ?? [], READS_AT_ONCE, async ({ id, key, digest }) =>
    suiteFile(id, await suiteBodies.get(key, digest, signal)),
  );
  const files = [jsonFile('inputs/run.json', (mask) => mask(runFacts(run))), ...suites];
  return plan === undefined ? files : [...files, planFile(plan)];
};

type Mask = <T extends object>(value: T) => T;

const jsonFile = (path: string, make: (mask: Mask) => object): BundleFile => {
  const masker = createMasker();
  const body = canonicalBytes(
    wellFormed(make((value) => masker.maskJson(JSON.parse(JSON.stringify(value)) as Json) as typeof value)),
  );
  return { path, body, mediaType: 'application/json', redactions: masker.redactions() };
};

/** Secret references say where a value lies, never what it is, so they stay: `secrets` is a sensitive name only by accident. */
const planFile = ({ environment, ...plan }: Plan): BundleFile =>
  jsonFile('inputs/plan.json', (mask) => {
    const { secrets, ...rest } = environment;
    return { ...mask(plan), environment: { ...mask(rest), ...(secrets === undefined ? {} : { secrets }) } };
  });

/** Captures and schemas name sensitive fields and hold none: `captures.token.path` must stay readable. The scan before sealing sees them. */
const suiteFile = (id: string, { cases, ...suite }: SuiteDefinition): BundleFile =>
  jsonFile(`inputs/suites/${id}.json`, (mask) => ({
    ...mask(suite),
    cases: cases.map(({ captures, checks, ...item }) => ({
      ...mask(item),
      checks: checks.map((check) => ('schema' in check ? check : mask(check))),
      ...(captures === undefined ? {} : { captures }),
    })),
  }));

/** The run as it was judged; nothing that changes afterwards, and no frozen set, which the manifest lists. */
const runFacts = (run: Run) => {
  const {
    frozen: _frozen,
    seal: _seal,
    sealError: _sealError,
    sealedAtEpochMs: _sealedAt,
    state: _state,
    ...facts
  } = run;
  return { ...facts, schema: 'assay/run/v1' };
};
