import type { ContextVariable } from '#core/context-view';
import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { fetchAnswer, type Page } from '../plane/wire.ts';
import { oneLine } from '../render/paint.ts';
import { bytesText, counted, table } from '../render/table.ts';
import type { Register } from '../run-cli.ts';
import { runIdArgument } from './option-values.ts';

interface ContextFlags extends PlaneFlags {
  readonly suite?: string;
}

const PAGE = 200;
const VALUE_CHARACTERS_MAX = 60;
const CONSUMERS_SHOWN = 4;

const valueText = ({ source, count, values: [first] }: ContextVariable): string => {
  if (source === 'secret') return 'secret';
  if (first === undefined) return source === 'case' ? 'never captured' : 'not there';
  const more = count > 1 ? ` (1 of ${String(count)})` : '';
  const value = first.value === undefined ? '' : `  ${oneLine(JSON.stringify(first.value), VALUE_CHARACTERS_MAX)}`;
  return `${first.type}, ${bytesText(first.bytes)}${more}${value}`;
};

const consumersText = ({ consumers }: ContextVariable): string => {
  if (consumers.length === 0) return 'used by nobody';
  const more = consumers.length - CONSUMERS_SHOWN;
  return `used by ${consumers.slice(0, CONSUMERS_SHOWN).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

const rowOf = (variable: ContextVariable): readonly string[] => [
  `${variable.suite} ${variable.name}`,
  variable.case === null ? `from ${variable.source}` : `from case ${variable.case}`,
  consumersText(variable),
  valueText(variable),
];

const showContext = (context: CommandContext, runId: string, { suite, ...flags }: ContextFlags): Outcome =>
  withPlane(context, flags, async (client) => {
    const items: ContextVariable[] = [];
    let complete = true;
    let cursor: string | undefined;
    do {
      const page: Page<ContextVariable> = await fetchAnswer(
        client,
        { method: 'GET', path: `/tests/run/${runId}/context`, query: { suite, limit: PAGE, cursor } },
        'ContextList',
      );
      items.push(...page.items);
      complete = page.complete !== false;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    if (context.json) {
      context.outJson({ items, complete });
      return EXIT.ok;
    }
    const incomplete = complete ? '' : context.paint.yellow('more may come: shards are still running\n');
    context.out(`${table(items.map(rowOf))}${counted(items.length, 'variable')}\n${incomplete}`);
    return EXIT.ok;
  });

/** `assay context` */
export const addContext: Register = (program, world, finish) => {
  const command = program
    .command('context')
    .description('Show the variables of a run: who captured them, who used them, what they held.')
    .argument('<run>', 'run id', runIdArgument)
    .option('--suite <id>', 'only of this suite');
  withExamples(withPlaneFlags(command), [
    ['assay context r0123…', 'all variables'],
    ['assay context r0123… --suite checkout --json', 'of one suite, with up to ten values each'],
  ]).action((runId: string, flags: ContextFlags) => finish(showContext(makeContext(world, flags), runId, flags)));
};
