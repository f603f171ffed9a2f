import type { RunView } from '../plane/wire.ts';
import { plainText, type Paint } from './paint.ts';

type ShardView = RunView['progress']['shards'][number];
type AttemptView = ShardView['attempts'][number];

const attemptText = ({ attempt, executor, state, reason, stopCode }: AttemptView): string => {
  const why = reason === null ? '' : `: ${plainText(reason)}`;
  return `    attempt ${String(attempt)} on ${executor} ${state}${why}${stopCode === null ? '' : ` (${plainText(stopCode)})`}\n`;
};

const isWorthTelling = ({ state, attempts }: ShardView): boolean => state === 'lost' || attempts.length > 1;

/** Shards that were lost or needed more than one attempt, with what became of each; nothing where all went well at once. */
export const attemptsText = ({ progress }: RunView, paint: Paint): string =>
  progress.shards
    .filter(isWorthTelling)
    .map(({ shard, state, attempts, lostReason }) => {
      const why = lostReason === null ? '' : `: ${plainText(lostReason)}`;
      const end = state === 'lost' ? paint.red(`lost${why}`) : state;
      return `  shard ${String(shard)}  ${end}\n${attempts.map(attemptText).join('')}`;
    })
    .join('');
