/** Who may run beside whom: most cases beside all others, loads and experiments beside nobody, because each would spoil the other's figures. */
export interface Turns {
  /** Comes in at once, or when the promise is fulfilled. Each is to be followed by one `leave` of the same kind. */
  readonly enter: (alone: boolean) => Promise<void> | undefined;
  readonly leave: (alone: boolean) => void;
}

interface Waiting {
  readonly alone: boolean;
  readonly come: () => void;
}

/** First come, first served: who waits to be alone is overtaken by nobody. */
export const turns = (): Turns => {
  const waiting: Waiting[] = [];
  let inside = 0;
  let isTaken = false;
  const mayCome = (alone: boolean): boolean => !isTaken && (!alone || inside === 0);
  const come = (alone: boolean): void => {
    if (alone) isTaken = true;
    else inside += 1;
  };
  const admit = (): void => {
    for (let next = waiting[0]; next !== undefined && mayCome(next.alone); next = waiting[0]) {
      waiting.shift();
      come(next.alone);
      next.come();
    }
  };
  return {
    enter: (alone) => {
      if (waiting.length > 0 || !mayCome(alone))
        return new Promise((resolve) => {
          waiting.push({ alone, come: resolve });
        });
      come(alone);
      return undefined;
    },
    leave: (alone) => {
      if (alone) isTaken = false;
      else inside -= 1;
      admit();
    },
  };
};
