import { canonicalDigest } from '#core/canonical-json';
import type { SelectionIndex, StoredService } from '#core/catalog';
import { dependenciesOf } from '#core/index-suite';
import { problem } from '#core/problems';
import { requireProject } from '#core/project-scope';
import type { GateRules, Run, RunSelectors } from '#core/run';
import { suiteTypesOf } from '#core/selection';
import type { Selection } from '#core/selection';
import { sensitivePlaces } from '#core/sensitive-places';
import type { Json } from '#core/units';
import type { Executor } from '#core/words';
import type { SubmissionFacts } from '#ports/run-store';
import { acceptRun, DEADLINE_MINUTES_DEFAULT, replay, runIdOf } from './accept-run.ts';
import type { AcceptRunPorts, Asked, RunAccepted, RunContent } from './accept-run.ts';
import { requireFits, requireRequiredSuites, selectForRun } from './select-for-run.ts';

export interface RunRequest extends RunSelectors {
  readonly environment?: string;
  readonly name?: string;
  readonly description?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly gate?: GateRules;
  readonly executor?: Executor;
  readonly shards?: number;
  readonly failFast?: boolean;
  readonly deadlineMinutes?: number;
  readonly dryRun?: boolean;
}

export interface SubmitRun extends Asked {
  readonly request: RunRequest;
}

export interface RunSelection {
  readonly selection: readonly {
    readonly suite: string;
    readonly cases: readonly string[];
    /** Cases that are run besides, because the selected ones need them. */
    readonly dependencies: readonly string[];
  }[];
  /** Selected cases; dependencies are not among them. */
  readonly cases: number;
  readonly resolved: Run['resolved'];
}

export type Submitted = { readonly dryRun: RunSelection } | { readonly accepted: RunAccepted };

/** A run tests one service: the one it names, or the one that all its suite ids name. */
const serviceOf = ({ service, suites = [], cases = [] }: RunRequest): string => {
  const qualified = [...suites, ...cases.filter((name) => name.includes('/'))].flatMap(
    (name) => /^([^./]+)\./.exec(name)?.slice(1, 2) ?? [],
  );
  const named = [...new Set([...(service === undefined ? [] : [service]), ...qualified])];
  if (named.length === 1 && named[0] !== undefined) return named[0];
  if (named.length === 0)
    throw problem('service-required', 'expected "service", or suites named service.suite; got neither');
  throw problem('service-required', `a run tests one service, got ${named.join(', ')}`);
};

/**
 * What a request says goes into the verdict, which is sealed for years: one that holds a card number or a credential would have a run
 * that nobody can seal.
 *
 * @throws sensitive-value, with places and never the value
 */
const refuseSensitive = (request: RunRequest): void => {
  const errors = sensitivePlaces(request as unknown as Json).map(({ pointer, kind }) => ({
    pointer,
    reason: `expected text that may be kept in evidence, got what looks like a ${kind.replaceAll('-', ' ')}`,
  }));
  if (errors.length === 0) return;
  throw problem('sensitive-value', `the request holds ${String(errors.length)} sensitive value(s)`, { errors });
};

interface Resolution {
  readonly index: SelectionIndex;
  readonly environment: string;
  readonly version: string | null;
  readonly resolved: Run['resolved'];
}

const registered = (service: string, facts: SubmissionFacts): StoredService => {
  if (facts.service !== undefined) return facts.service;
  throw problem(
    'unknown-service',
    `the service ${service} is not registered; register it with PUT /services/${service}`,
    {
      errors: [{ pointer: '/service', reason: `expected a registered service, got "${service}"` }],
    },
  );
};

/** A1.1: environment and version that the request leaves open, and where they came from. */
const resolve = (service: string, request: RunRequest, facts: SubmissionFacts): Resolution => {
  const { definition } = registered(service, facts);
  const environment = request.environment ?? definition.defaultEnvironment;
  if (environment === undefined) {
    throw problem(
      'no-default-environment',
      `the service ${service} has no defaultEnvironment, and the request names no environment`,
      {
        errors: [
          { pointer: '/environment', reason: `expected an environment, because service ${service} has no default one` },
        ],
      },
    );
  }
  if (request.environment !== undefined && facts.environment === undefined) {
    throw problem(
      'unknown-environment',
      `the environment ${environment} is not registered; register it with PUT /environments/${environment}`,
      {
        errors: [{ pointer: '/environment', reason: `expected a registered environment, got "${environment}"` }],
      },
    );
  }
  const version = request.version ?? definition.version ?? null;
  const newest = definition.version === undefined ? 'none' : 'newest';
  return {
    index: facts.selection ?? { service, revision: 0, suites: [] },
    environment,
    version,
    resolved: {
      environment,
      environmentFrom: request.environment === undefined ? 'service-default' : 'request',
      version,
      versionFrom: request.version === undefined ? newest : 'request',
    },
  };
};

const selectorsOf = ({ version, tags, capability, suites, cases }: RunRequest, service: string): RunSelectors => ({
  service,
  ...(version === undefined ? {} : { version }),
  ...(tags === undefined ? {} : { tags }),
  ...(capability === undefined ? {} : { capability }),
  ...(suites === undefined ? {} : { suites }),
  ...(cases === undefined ? {} : { cases }),
});

const contentOf = (
  request: RunRequest,
  service: string,
  payloadHash: string,
  found: Resolution,
  selection: Selection,
): RunContent => ({
  service,
  environment: found.environment,
  version: found.version,
  resolved: found.resolved,
  selectors: selectorsOf(request, service),
  suites: selection.suites.map(({ id }) => id),
  suiteTypes: suiteTypesOf(found.index, selection),
  cases: selection.cases,
  payloadHash,
  ...(request.name === undefined ? {} : { name: request.name }),
  ...(request.description === undefined ? {} : { description: request.description }),
  labels: request.labels ?? {},
  gateRules: request.gate ?? {},
  ...(request.executor === undefined ? {} : { executor: request.executor }),
  ...(request.shards === undefined ? {} : { shardLimit: request.shards }),
  failFast: request.failFast ?? false,
  deadlineMinutes: request.deadlineMinutes ?? DEADLINE_MINUTES_DEFAULT,
});

/** Nothing is started, so there is time to read the service's default environment too, which the one read of a request cannot name. */
const environmentOf = async (
  tenant: string,
  service: string,
  environment: string,
  { runs }: AcceptRunPorts,
  signal: AbortSignal,
): Promise<SubmissionFacts['environment']> =>
  (await runs.loadForSubmission({ tenant, service, environment }, signal)).environment;

const dryRunOf = ({ index, resolved }: Resolution, selection: Selection): RunSelection => {
  const indexed = new Map(index.suites.map((suite) => [suite.id, suite]));
  const suites = selection.suites.map(({ id, cases }) => {
    const suite = indexed.get(id);
    return { suite: id, cases, dependencies: suite === undefined ? [] : dependenciesOf(suite, cases) };
  });
  return { selection: suites, cases: selection.cases, resolved };
};

/**
 * Starts a run, or answers a repeat with the first one: one read, one conditional write, one start (a repeat of a started run is one read).
 *
 * @returns what would be run for a dry run, else the recorded run
 * @throws service-required, unknown-service, unknown-environment, no-default-environment, unknown-suite, unknown-case, empty-selection,
 *         capability-not-allowed, missing-in-environment, idempotency-key-reused, forbidden, sensitive-value
 */
export const submitRun =
  (ports: AcceptRunPorts) =>
  async ({ request, ...asked }: SubmitRun, signal: AbortSignal): Promise<Submitted> => {
    const { tenant } = asked.principal;
    refuseSensitive(request);
    const service = serviceOf(request);
    requireProject(asked.principal, service);
    const dryRun = request.dryRun === true;
    const payloadHash = canonicalDigest(request);
    const runId = runIdOf(asked, ports.random);
    const facts = await ports.runs.loadForSubmission(
      {
        tenant,
        service,
        ...(asked.idempotencyKey === undefined || dryRun ? {} : { runId }),
        ...(request.environment === undefined ? {} : { environment: request.environment }),
      },
      signal,
    );
    if (facts.existing !== undefined) return { accepted: await replay(facts.existing, payloadHash, ports, signal) };

    const found = resolve(service, request, facts);
    const selection = selectForRun(found.index, request);
    requireRequiredSuites(found.index, request.gate ?? {});
    const unread = dryRun && facts.environment === undefined;
    const environment = unread
      ? await environmentOf(tenant, service, found.environment, ports, signal)
      : facts.environment;
    requireFits(environment, found.index, selection);
    if (dryRun) return { dryRun: dryRunOf(found, selection) };
    return {
      accepted: await acceptRun(ports)(
        runId,
        asked,
        contentOf(request, service, payloadHash, found, selection),
        signal,
      ),
    };
  };
