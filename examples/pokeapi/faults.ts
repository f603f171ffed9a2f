/** The faults that the creatures API can be told to have, by name, with what a user of it then sees. */
export const FAULTS = {
  'weight-as-text': 'weights come as texts',
  'field-gone': 'creatures come without their habitat',
  'field-came': 'creatures have a field `pastStats` that nobody announced',
  'null-names': 'names of skills are sometimes null',
  'values-changed': 'creature 7 weighs more than before',
  rounding: 'heights differ by a thousandth, which nobody minds',
  'page-gap': 'pages leave one creature out',
  'page-twice': 'pages begin with the last creature of the page before',
  'page-loop': 'the third page leads back to the second',
  'page-size-ignored': 'pages have 20 creatures, whatever limit was asked for',
  'total-wrong': 'the total is one too many from the second page on',
  'kind-undeclared': 'one creature is of a kind that is not declared',
  'skill-dangling': 'one creature has a skill that there is not',
  'language-missing': 'French is answered in English',
  slow: 'single creatures take 400 ms',
  'errors-under-load': 'every tenth answer is a 500',
  'flaky-503': 'the first request for the daily creature answers 503',
  'always-503': 'the daily creature answers 503 every time',
  'no-limit': 'the draw is never limited',
  'limit-without-wait': 'a limited draw does not say how long to wait',
} as const;

export type FaultName = keyof typeof FAULTS;

export const isFaultName = (name: unknown): name is FaultName =>
  typeof name === 'string' && Object.hasOwn(FAULTS, name);

/** Names between commas. @throws RangeError for a name that is none */
export const readFaults = (list: string): FaultName[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      if (isFaultName(name)) return name;
      throw new RangeError(`expected one of ${Object.keys(FAULTS).join(', ')}, got ${name}`);
    });
