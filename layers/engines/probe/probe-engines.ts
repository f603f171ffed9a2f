/** Which engine runs which act. Engines are loaded when a suite first needs them: most suites need none. */
import type { CaseDefinition, ProbeAct } from '#core/suite';
import type { Json } from '#core/units';
import type { CaseContext } from '#engines/functional/suite-context';
import type { ProbeMachines } from '#engines/probe/machines';
import type { Probe } from '#engines/probe/probe';

/** Made for one case. A definition has the form of its engine's type: the suite's schema held it to that. */
type Open = (item: CaseDefinition, context: CaseContext, machines: ProbeMachines) => Promise<unknown>;

/** Engines that need nothing but the context of a probe. */
const PLAIN: { readonly [act in ProbeAct]?: () => Promise<unknown> } = {
  explore: async () => (await import('#engines/generated/explore')).explore,
  scan: async () => (await import('#engines/security/scan')).scan,
  compare: async () => (await import('#engines/contract/compare/compare')).compare,
  examples: async () => (await import('#engines/contract/examples/examples')).examples,
  walk: async () => (await import('#engines/data-quality/walk')).walk,
  golden: async () => (await import('#engines/data-quality/golden')).golden,
  census: async () => (await import('#engines/data-quality/census')).census,
  drift: async () => (await import('#engines/data-quality/drift')).drift,
  inspect: async () => (await import('#engines/redaction/inspect')).inspect,
};

/** Engines that need the machine below, too. */
const ON_MACHINE: { readonly [act in ProbeAct]?: Open } = {
  load: async (item, context, machines) => {
    const [{ loadProbe }, { loadRequests, loadSecretsOf }, machine] = await Promise.all([
      import('#engines/performance/load-probe'),
      import('#engines/probe/load-requests'),
      machines.load(),
    ]);
    await loadSecretsOf(item, context);
    const { limits } = context.environment;
    return loadProbe({
      ...machine,
      requests: loadRequests(item, context),
      ...(limits === undefined ? {} : { limits }),
      ...(machines.startLine === undefined ? {} : { startLine: machines.startLine }),
    });
  },
  disturb: async (_item, _context, machines) => {
    const { disturbProbe } = await import('#engines/resilience/disturb');
    return disturbProbe(await machines.faultProxies());
  },
  tool: async (_item, _context, machines) => {
    const { toolProbe } = await import('#engines/tool/tool');
    return toolProbe({ processes: await machines.tools() });
  },
};

/** @returns the engine, or why there is none here */
export const probeFor = async (
  act: ProbeAct,
  item: CaseDefinition,
  context: CaseContext,
): Promise<Probe<Json> | string> => {
  const { machines } = context.ports;
  const plain = PLAIN[act];
  const onMachine = ON_MACHINE[act];
  if (plain !== undefined) return (await plain()) as Probe<Json>;
  if (onMachine === undefined || machines === undefined) return `this runner has no engine for "${act}"`;
  return (await onMachine(item, context, machines)) as Probe<Json>;
};
