/**
 * The number of an attempt of a shard: higher for every further start that the state machine makes, and never the same for two of them.
 * A state makes at most 8 starts (its retries sum to 7). A shard that outgrew Lambda goes on on Fargate, whose state counts its retries
 * from 0 again and so names a base of 10; each redrive has twenty numbers of its own.
 *
 * @param retry       retries of the state before this start, from 0
 * @param redrive     redrives of the execution, from 0
 * @param attemptBase what the state machine adds for starts that another executor made before. @default 0
 */
export const attemptNumber = ({
  retry,
  redrive,
  attemptBase = 0,
}: {
  readonly retry: number;
  readonly redrive: number;
  readonly attemptBase?: number;
}): number => redrive * 20 + attemptBase + retry + 1;
