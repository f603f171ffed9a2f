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
import { fetchAnswer, type RunView } from '../plane/wire.ts';
import type { Register } from '../run-cli.ts';
import { runIdArgument } from './option-values.ts';

/** A run that is over stays as it is, so its answer is not news of this call. */
const cancelText = ({ runId, state, stop, gate }: RunView): string => {
  if (gate === null)
    return `run ${runId} is being cancelled: runners tear down, record what they have, and the run is judged\n`;
  const sealed = state === 'sealed' ? ', sealed' : '';
  const how = stop?.reason === 'cancelled' ? 'was cancelled already' : 'was over already';
  return `run ${runId} ${how}: gate ${gate.answer}${sealed}\n`;
};

const cancel = (context: CommandContext, runId: string, flags: PlaneFlags): Outcome =>
  withPlane(context, flags, async (client) => {
    const call = { method: 'POST', path: `/tests/run/${runId}/cancel`, repeatable: true } as const;
    const view = await fetchAnswer<RunView>(client, call, 'RunView');
    if (context.json) context.outJson(view);
    else context.out(cancelText(view));
    return EXIT.ok;
  });

/** `assay cancel` */
export const addCancel: Register = (program, world, finish) => {
  const command = program
    .command('cancel')
    .description('Cancel a run. What was recorded is kept, judged and sealed.')
    .argument('<run>', 'run id', runIdArgument);
  withExamples(withPlaneFlags(command), [['assay cancel r0123…', '']]).action((runId: string, flags: PlaneFlags) =>
    finish(cancel(makeContext(world, flags), runId, flags)),
  );
};
