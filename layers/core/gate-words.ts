/** "1 case", "2 cases" */
export const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

const LISTED_MAX = 5;

/** The first names, and how many more there are. */
export const listed = (names: readonly string[]): string =>
  names.length <= LISTED_MAX
    ? names.join(', ')
    : `${names.slice(0, LISTED_MAX).join(', ')} and ${String(names.length - LISTED_MAX)} more`;
