/** Edit distance with transpositions (optimal string alignment), given up on beyond `limit`. */
const editDistance = (left: string, right: string, limit: number): number => {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? limit + 1;
};

/** A name that was cut short or written out: `head` for `header`. */
const isBeginning = (left: string, right: string): boolean =>
  Math.min(left.length, right.length) >= 3 && (left.startsWith(right) || right.startsWith(left));

/** The known name a person most likely meant, or undefined when none is near: about one slip in three letters, or one the beginning of the other. */
export const nearestName = (name: string, known: Iterable<string>): string | undefined => {
  if (name.length > 100) return undefined;
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const [left, right] = [name.toLowerCase(), candidate.toLowerCase()];
    const distance = isBeginning(left, right)
      ? Math.min(limit, Math.abs(left.length - right.length))
      : editDistance(left, right, limit);
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { name: candidate, distance };
  }
  return best?.name;
};

/** The known names nearest to one, nearest first; those that are equally near in their own order. */
export const nearestNames = (name: string, known: readonly string[], most: number): readonly string[] => {
  const lower = name.slice(0, 100).toLowerCase();
  const distance = (candidate: string): number =>
    isBeginning(lower, candidate.toLowerCase()) ? 0 : editDistance(lower, candidate.toLowerCase(), Infinity);
  return known
    .map((candidate) => ({ candidate, distance: distance(candidate) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
};

/** ` (did you mean "x"?)`, or nothing. */
export const suggestion = (name: string, known: Iterable<string>): string => {
  const nearest = nearestName(name, known);
  return nearest === undefined || nearest === name ? '' : ` (did you mean "${nearest}"?)`;
};
