/**
 * At most `limit` items of several owners, each list sorted by `order`: one of every owner in turn, so that nobody who has many hides the
 * others. The last turn, which is not enough for all, takes the first by `order`.
 *
 * @returns sorted by `order`
 */
export const fairShare = <T>(
  lists: readonly (readonly T[])[],
  limit: number,
  order: (a: T, b: T) => number,
): readonly T[] =>
  lists
    .flatMap((list) => list.map((item, turn) => ({ item, turn })))
    .sort((a, b) => a.turn - b.turn || order(a.item, b.item))
    .slice(0, Math.max(0, limit))
    .map(({ item }) => item)
    .sort(order);
