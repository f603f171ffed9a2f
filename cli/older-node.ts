/**
 * What the command and its engines use of JavaScript and Node 20 has not yet. Node 24 runs everything else of this repository; the packed command
 * promises to run on older ones.
 */

const groupBy = <Item, Key>(items: Iterable<Item>, keyOf: (item: Item, at: number) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  let at = 0;
  for (const item of items) {
    const key = keyOf(item, at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
    at += 1;
  }
  return groups;
};

const withResolvers = <Value>(): PromiseWithResolvers<Value> => {
  let settle: Pick<PromiseWithResolvers<Value>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle === undefined) throw new TypeError('a promise calls its function at once');
  return { promise, ...settle };
};

/** Gives constructors the methods that they lack; what is there stays. */
export const completeBuiltins = (map: object = Map, promise: object = Promise): void => {
  const missing = (
    [
      [map, 'groupBy', groupBy],
      [promise, 'withResolvers', withResolvers],
    ] as const
  ).filter(([owner, name]) => !(name in owner));
  for (const [owner, name, value] of missing)
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
};
