/** The probe `scan` (C7): opens the document, finds requests that work, lets every family of checks look, and tells what was seen. */
import type { ScanDefinition } from '#core/acts/scan';
import type { CaseWarning } from '#core/case-result';
import { openContract } from '#engines/contract/open-contract';
import type { Contract } from '#engines/contract/model';
import type { Probe, ProbeContext, ProbeReport } from '#engines/probe/probe';
import { openCatcher, reachesLoopback, type Catcher } from '#engines/security/catcher';
import type { Family, Scan } from '#engines/security/family';
import { fetchedAddresses, redirects } from '#engines/security/families/addresses';
import { authentication } from '#engines/security/families/authentication';
import { crossOrigin, crossSiteWrites } from '#engines/security/families/cross-origin';
import { functionsOfRoles } from '#engines/security/families/functions-of-roles';
import { injection, xmlEntities } from '#engines/security/families/injection';
import { debugPaths, methods, versions } from '#engines/security/families/inventory';
import { login } from '#engines/security/families/login';
import { massAssignment } from '#engines/security/families/mass-assignment';
import { objectsRead } from '#engines/security/families/objects-read';
import { objectsWrite } from '#engines/security/families/objects-write';
import { cookieWatch } from '#engines/security/cookie-watch';
import { ordinaryAnswers } from '#engines/security/families/ordinary-answers';
import { provocation, trace } from '#engines/security/families/provocation';
import { rateLimit } from '#engines/security/families/rate-limits';
import { sizes } from '#engines/security/families/sizes';
import { tierRates, tiers } from '#engines/security/families/tiers';
import { tokens } from '#engines/security/families/tokens';
import { leakWatch } from '#engines/security/leak-watch';
import { reportsOf } from '#engines/security/reports';
import { scanProblems } from '#engines/security/scan-problems';
import { BudgetSpent } from '#engines/security/sender';
import { openSession, type Session } from '#engines/security/session';
import { workbench } from '#engines/security/workbench';

/** What was clear because of an answer that says nothing is not clear: only a look that saw everything may tell that all is well. */
const looking = async (
  session: Session,
  family: Family,
  operation: string | undefined,
  look: () => Promise<void>,
): Promise<void> => {
  const before = session.unjudged();
  const wanted = family.checks.filter((check) => session.wants(check));
  try {
    await look();
    const missed = session.unjudged() - before;
    if (missed > 0 && family.judgesOrdinary !== true)
      session.withdraw(wanted, operation, `${String(missed)} requests got no answer that can be judged`);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    session.withdraw(wanted, operation, error.message);
    for (const check of wanted) session.skip(check, operation, error.message);
  }
};

const runFamily = async (scan: Scan, family: Family): Promise<void> => {
  if (family.scope === 'api') await looking(scan, family, undefined, () => family.run(scan));
  else
    for (const operation of scan.operations)
      await looking(scan, family, operation.id, () => family.run(scan, operation));
};

const familiesOf = (sameSite: (cookie: string) => string | undefined): readonly Family[] => [
  ordinaryAnswers,
  authentication,
  objectsRead,
  functionsOfRoles,
  crossOrigin,
  tokens,
  objectsWrite,
  massAssignment,
  crossSiteWrites(sameSite),
  injection,
  xmlEntities,
  fetchedAddresses,
  redirects,
  provocation,
  sizes,
  trace,
  methods,
  versions,
  debugPaths,
  login,
  tiers,
];

/** These use up what the API allows, so they come last. */
const LAST: readonly Family[] = [tierRates, rateLimit];

const failed = (message: string): ProbeReport => ({
  checks: [],
  requests: 0,
  requestErrors: 0,
  failure: { type: 'setup', phase: 'scan', message },
});

const opened = ({ document }: ScanDefinition, context: ProbeContext): Contract | string => {
  try {
    return openContract(context.document(document));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message;
  }
};

const catcherFor = async ({ context, definition, isActive }: Session): Promise<Catcher | undefined> =>
  isActive && reachesLoopback(context.targetUrl(definition.target)) ? openCatcher() : undefined;

const runScan = async (session: Session): Promise<void> => {
  const catcher = await catcherFor(session);
  const bench = workbench(session);
  const cookies = cookieWatch(session);
  const leaks = leakWatch(session);
  const scan: Scan = { ...session, bench, catcher };
  try {
    for (const family of familiesOf(cookies.sameSite)) await runFamily(scan, family);
    cookies.look();
    const finish = [leaks, bench.cleanUp];
    for (const one of finish) await withinBudget(one);
    for (const family of LAST) await runFamily(scan, family);
  } finally {
    // What the last ones made, or what is left because the run was stopped, which has its say by itself.
    await withinBudget(bench.cleanUp).catch(() => undefined);
    await catcher?.close();
  }
};

const withinBudget = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
  }
};

const PROBLEMS_TOLD_MAX = 20;

export const scan: Probe<ScanDefinition> = async (definition, context, tell) => {
  const contract = opened(definition, context);
  if (typeof contract === 'string') {
    tell(failed(contract));
    return;
  }
  const problems = scanProblems(definition, contract, context.clock.nowMs());
  if (problems.length > 0) {
    tell(failed(problems.join('; ')));
    return;
  }
  const session = openSession(definition, context, contract);
  if (session.operations.length === 0) {
    tell({
      checks: [],
      requests: 0,
      requestErrors: 0,
      skipped: 'the document has no operation that include and exclude leave',
    });
    return;
  }
  await runScan(session);
  const ofDocument = contract.problems
    .slice(0, PROBLEMS_TOLD_MAX)
    .map(({ message }): CaseWarning => ({ kind: 'document', message }));
  for (const report of reportsOf(session, ofDocument)) tell(report);
};
