import type { EvidenceManifest, ManifestEntry } from '#core/manifest';

/** A JSON document of the bundle by its path in the manifest; undefined when it is not there or is not JSON. */
export type BundleDocument = (entry: ManifestEntry) => Promise<unknown>;

/** Files without which no run is sealed, whatever became of it. */
const ALWAYS = ['inputs/run.json', 'verdict/junit.xml', 'verdict/results.json'] as const;
const PLAN = 'inputs/plan.json';

const attemptName = ({ shard, attempt }: { readonly shard: number; readonly attempt: number }): string =>
  `shard ${String(shard)} attempt ${String(attempt)}`;

/** What a manifest says against itself: sentences, the first one first. Needs no file. */
export const manifestContradictions = (manifest: EvidenceManifest): readonly string[] => {
  const paths = new Map(manifest.entries.map((entry) => [entry.path, entry]));
  const found = ALWAYS.filter((path) => !paths.has(path)).map((path) => `expected an entry ${path}, got none`);
  return [...found, ...planFaults(manifest, paths), ...suiteFaults(manifest, paths), ...attemptFaults(manifest)];
};

type Paths = ReadonlyMap<string, ManifestEntry>;

const planFaults = ({ planDigest, window, expectedTests }: EvidenceManifest, paths: Paths): readonly string[] => {
  const faults: string[] = [];
  const plan = paths.get(PLAN);
  if (window.endEpochMs < window.startEpochMs)
    faults.push(`expected a window that ends after it starts, got ${JSON.stringify(window)}`);
  if (planDigest === null) {
    if (plan !== undefined) faults.push(`expected no ${PLAN} without a planDigest, got one`);
    if (expectedTests > 0) faults.push(`expected no tests without a planDigest, got ${String(expectedTests)}`);
  } else if (plan === undefined) faults.push(`expected ${PLAN} of planDigest ${planDigest}, got none`);
  else if (plan.sha256 !== planDigest && plan.redactions === 0)
    faults.push(`expected ${PLAN} to have planDigest ${planDigest}, got ${plan.sha256} without any redaction`);
  return faults;
};

const SUITE = /^inputs\/suites\/(.+)\.json$/;

const suiteFaults = ({ suites }: EvidenceManifest, paths: Paths): readonly string[] => {
  const named = new Set(suites.map(({ id }) => id));
  const there = [...paths.keys()].flatMap((path) => SUITE.exec(path)?.[1] ?? []);
  return [
    ...(named.size === suites.length ? [] : ['expected each suite once, got one twice']),
    ...suites.filter(({ id }) => !there.includes(id)).map(({ id }) => `expected a file of suite ${id}, got none`),
    ...there.filter((id) => !named.has(id)).map((id) => `expected no file of suite ${id}, which is not listed`),
  ];
};

/** Each file of an attempt belongs to a listed one, and the list of files that an attempt is named by is there. */
const attemptFaults = ({ attempts, entries }: EvidenceManifest): readonly string[] => {
  const listed = new Set(attempts.map(attemptName));
  const held = new Set(
    entries.flatMap(({ source, sha256 }) => (source === undefined ? [] : [`${attemptName(source)} ${sha256}`])),
  );
  return [
    ...(listed.size === attempts.length ? [] : ['expected each attempt once, got one twice']),
    ...attempts
      .filter(({ endedAtEpochMs, startedAtEpochMs }) => (endedAtEpochMs ?? startedAtEpochMs) < startedAtEpochMs)
      .map((attempt) => `expected ${attemptName(attempt)} to end after it started`),
    ...attempts.flatMap((attempt) => {
      const { attemptSha256 } = attempt;
      if (attemptSha256 === undefined || held.has(`${attemptName(attempt)} ${attemptSha256}`)) return [];
      return [`expected the list of files ${attemptSha256} of ${attemptName(attempt)}, got none`];
    }),
    ...entries.flatMap(({ path, source }) =>
      source === undefined || listed.has(attemptName(source))
        ? []
        : [`${path} comes from ${attemptName(source)}, which is not listed`],
    ),
  ];
};

interface Contradiction {
  readonly entry: ManifestEntry;
  readonly message: string;
}

/** Where verdict, run and plan of a bundle say something else than its manifest. Files that are not there are passed over. */
export const bundleContradictions = async (
  manifest: EvidenceManifest,
  document: BundleDocument,
): Promise<readonly Contradiction[]> => {
  const { tenant, runId, gate, sut, expectedTests, suites } = manifest;
  const who = { tenant, runId };
  const stated: { readonly [path: string]: { readonly [place: string]: unknown } } = {
    'verdict/results.json': { schema: 'assay/verdict/v1', ...who, ...sut, 'gate.answer': gate },
    'inputs/run.json': { schema: 'assay/run/v1', ...who, 'gate.answer': gate },
    [PLAN]: { schema: 'assay/plan/v1', ...who, cases: expectedTests, suites: suites.map(({ id }) => id) },
  };
  const found: Contradiction[] = [];
  for (const entry of manifest.entries) {
    const facts = stated[entry.path];
    const told = facts === undefined ? undefined : await document(entry);
    if (facts === undefined || told === undefined) continue;
    for (const [place, wanted] of Object.entries(facts)) {
      const got = placeOf(told, place);
      if (JSON.stringify(got) === JSON.stringify(wanted) || isMasked(got, entry)) continue;
      const message = `expected ${place} ${JSON.stringify(wanted)} of the manifest in ${entry.path}, got ${JSON.stringify(got) ?? 'nothing'}`;
      found.push({ entry, message });
      break;
    }
  }
  return found;
};

const isMasked = (got: unknown, { redactions }: ManifestEntry): boolean =>
  redactions > 0 && typeof got === 'string' && got.includes('***');

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const placeOf = (document: unknown, place: string): unknown => {
  const found = place.split('.').reduce(member, document);
  return Array.isArray(found) ? found.map((item) => member(item, 'id')).sort() : found;
};
