import type { Command } from 'commander';
import { FINDING_STATES, type Decision } from '#core/finding-record';
import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { fetchAll, fetchAnswer } from '../plane/wire.ts';
import { findingText, findingsText, type FindingView } from '../render/finding-text.ts';
import type { Register } from '../run-cli.ts';

interface ListFlags extends PlaneFlags {
  readonly service?: string;
  readonly state?: string;
  readonly overdue?: boolean;
}

const STATES: readonly string[] = ['open', ...FINDING_STATES];

/** Of all services the plane lists the open ones alone: another state needs a service. */
const requireListable = ({ service, state }: ListFlags): void => {
  if (state === undefined) return;
  if (!STATES.includes(state)) throw usageFailure(`--state must be one of ${STATES.join(', ')}, got ${state}`);
  if (service === undefined && ['accepted', 'false-positive', 'fixed'].includes(state))
    throw usageFailure(`--state ${state} needs --service: of all services only open findings are listed`);
};

const list = async (context: CommandContext, { service, state, overdue, ...flags }: ListFlags): Outcome => {
  requireListable({
    ...flags,
    ...(service === undefined ? {} : { service }),
    ...(state === undefined ? {} : { state }),
  });
  return withPlane(context, flags, async (client) => {
    const query = { service, state, overdue: overdue === true ? 'true' : undefined };
    const items = await fetchAll<FindingView>(client, { method: 'GET', path: '/findings', query }, 'FindingList');
    if (context.json) context.outJson({ items });
    else context.out(findingsText(items, context.paint));
    return EXIT.ok;
  });
};

interface DecideFlags extends PlaneFlags {
  readonly service: string;
  readonly state: string;
  readonly reason: string;
  readonly owner?: string;
}

const DECISIONS: readonly string[] = ['triaged', 'accepted', 'false-positive'] satisfies readonly Decision[];

const decide = async (context: CommandContext, fingerprint: string, flags: DecideFlags): Outcome => {
  const { service, state, reason, owner } = flags;
  if (!/^[0-9a-f]{32}$/u.test(fingerprint))
    throw usageFailure(`expected a fingerprint of 32 hexadecimal digits, got ${fingerprint}`);
  if (!DECISIONS.includes(state)) throw usageFailure(`--state must be one of ${DECISIONS.join(', ')}, got ${state}`);
  if (reason.trim() === '') throw usageFailure('--reason must say why, got nothing');
  return withPlane(context, flags, async (client) => {
    const found = await fetchAnswer<FindingView>(
      client,
      {
        method: 'PUT',
        path: `/findings/${encodeURIComponent(service)}/${fingerprint}`,
        json: { state, reason, ...(owner === undefined ? {} : { owner }) },
      },
      'FindingView',
    );
    if (context.json) context.outJson(found);
    else context.out(findingText(found, context.paint));
    return EXIT.ok;
  });
};

/** `assay findings`, `assay findings decide` */
export const addFindings: Register = (program, world, finish) => {
  const findings = program
    .command('findings')
    .description('List what is known of findings, from run to run.')
    .option('-s, --service <id>', 'all of one service (default: the open ones of all services)')
    .option('--state <state>', STATES.join(', '))
    .option('--overdue', 'only those that were not fixed, or not looked at, in time');
  withExamples(withPlaneFlags(findings), [
    ['assay findings --overdue', 'of all services, those that are due first'],
    ['assay findings --service shop --state fixed --json', ''],
  ]).action((flags: ListFlags) => finish(list(makeContext(world, flags), flags)));
  const deciding = findings
    .command('decide')
    .description('Say what is to become of a finding; accepted and false-positive need an approver.')
    .argument('<fingerprint>', '32 hexadecimal digits')
    .requiredOption('-s, --service <id>', 'whose finding it is')
    .requiredOption('--state <state>', DECISIONS.join(', '))
    .requiredOption('--reason <text>', 'why; it stands on the audit trail')
    .option('--owner <name>', 'who is to see to it');
  withExamples(withPlaneFlags(deciding), [
    ["assay findings decide 0f3c… --service shop --state accepted --reason 'behind the gateway until March'", ''],
  ]).action((fingerprint: string, _flags: DecideFlags, command: Command) =>
    // Both commands know --service and --state: what stands behind `decide` is its own.
    finish(decide(makeContext(world, command.optsWithGlobals()), fingerprint, command.opts<DecideFlags>())),
  );
};
