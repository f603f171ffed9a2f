/**
 * Runs `act` on every item, at most `limit` at once, and gives the answers in the order of the items. The first failure rejects at once;
 * items that were not begun by then are not begun.
 */
export const inParallel = async <T, R>(
  items: readonly T[],
  limit: number,
  act: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> => {
  const answers = new Array<R>(items.length);
  const waiting = items.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (failed) return;
      try {
        answers[index] = await act(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return answers;
};
