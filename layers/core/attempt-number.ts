/**
 * The number of an attempt of a shard: higher for every further start that the state machine makes, and never the same for two of them.
 * One execution makes at most 8 (its retries sum to 7), so each redrive has ten of its own.
 *
 * @param retry   retries of the state before this start, from 0
 * @param redrive redrives of the execution, from 0
 */
export const attemptNumber = ({ retry, redrive }: { readonly retry: number; readonly redrive: number }): number =>
  redrive * 10 + retry + 1;
