/** What a value does when it becomes SQL, a command, a template, a file name or markup. Each probe has a twin that must behave otherwise. */
import { headerOf, isGranted, likeness, type Answer } from '#engines/security/answer';
import type { CallPlace } from '#engines/security/call';
import { SQL_ERRORS } from '#engines/security/leak-watch';
import type { CheckId } from '#engines/security/registry';

/** Sends the working call with another value at the place under test. */
export type TryValue = (value: string | { readonly [name: string]: string }) => Promise<Answer>;

export interface ProbeSetting {
  readonly place: CallPlace;
  /** The value that works. */
  readonly value: string;
  /** What the working call was answered with. */
  readonly base: Answer;
  readonly tryValue: TryValue;
  /** Two numbers whose product and sum no answer holds by chance. */
  readonly numbers: readonly [number, number];
  readonly word: string;
}

export interface Sign {
  readonly message: string;
  readonly answer: Answer;
}

export interface InputProbe {
  readonly check: CheckId;
  readonly applies: (setting: ProbeSetting) => boolean;
  readonly run: (setting: ProbeSetting) => Promise<Sign | undefined>;
}

const isJudged = (...answers: readonly Answer[]): boolean => answers.every(({ isUnjudged }) => !isUnjudged);
const hasSqlError = ({ text }: Answer): boolean => SQL_ERRORS.some((form) => form.test(text.slice(0, 65_536)));

/** A quote breaks the statement, two of them mend it. */
const sqlByError = async ({ value, base, tryValue }: ProbeSetting): Promise<Sign | undefined> => {
  for (const [breaking, mended] of [
    ["'", "''"],
    ['"', '""'],
  ] as const) {
    const broken = await tryValue(`${value}${breaking}`);
    if (!isJudged(broken) || !hasSqlError(broken) || hasSqlError(base)) continue;
    const control = await tryValue(`${value}${mended}`);
    const again = await tryValue(`${value}${breaking}`);
    if (hasSqlError(again) && !hasSqlError(control))
      return {
        message: `expected a quote in the value to be text, got a database's error (and none for two quotes)`,
        answer: broken,
      };
  }
  return undefined;
};

/** A condition that is true changes nothing, one that is false does; twice, with different numbers, and the other way round. */
const sqlByCondition = async ({ value, base, tryValue }: ProbeSetting): Promise<Sign | undefined> => {
  const forms: readonly ((left: number, right: number) => string)[] = [
    (left, right) => `${value}' AND '${String(left)}'='${String(right)}`,
    ...(/^\d+$/u.test(value) ? [(left: number, right: number) => `${value} AND ${String(left)}=${String(right)}`] : []),
  ];
  for (const form of forms) {
    const whenTrue = await tryValue(form(7, 7));
    if (!isJudged(whenTrue) || whenTrue.meaning !== base.meaning || likeness(whenTrue, base) < 0.9) continue;
    const whenFalse = await tryValue(form(7, 8));
    if (!isJudged(whenFalse) || (whenFalse.meaning === base.meaning && likeness(whenFalse, base) >= 0.9)) continue;
    const [trueAgain, falseAgain] = [await tryValue(form(31, 31)), await tryValue(form(32, 31))];
    const holds =
      isJudged(trueAgain, falseAgain) && likeness(trueAgain, base) >= 0.9 && likeness(falseAgain, whenFalse) >= 0.9;
    if (holds && likeness(falseAgain, base) < 0.9)
      return {
        message: 'expected a condition in the value to be text, got other answers for a true and a false one',
        answer: whenTrue,
      };
  }
  return undefined;
};

/** `{"$ne": …}` where a text belongs: granted, although an operator that can match nothing is not. */
const noSql = async ({ base, tryValue, word }: ProbeSetting): Promise<Sign | undefined> => {
  const unknown = await tryValue(word);
  if (!isJudged(unknown)) return undefined;
  const notEqual = await tryValue({ $ne: word });
  if (!isJudged(notEqual) || !isGranted(notEqual) || likeness(notEqual, unknown) >= 0.9) return undefined;
  const [equal, again] = [await tryValue({ $eq: word }), await tryValue({ $ne: `${word}x` })];
  const isOperator =
    isJudged(equal, again) && isGranted(again) && likeness(again, notEqual) >= 0.9 && likeness(equal, notEqual) < 0.9;
  return isOperator && (isGranted(base) || !isGranted(unknown))
    ? {
        message: 'expected an object with $ne to be refused where a text belongs, got it taken for a condition',
        answer: notEqual,
      }
    : undefined;
};

const COMMANDS = [
  (inner: string) => `;${inner}`,
  (inner: string) => `|${inner}`,
  (inner: string) => `$(${inner})`,
  (inner: string) => `\`${inner}\``,
  (inner: string) => `&&${inner}`,
];

/** The shell works out a sum: the result stands in the answer, the sum does not have to. */
const command = async ({
  value,
  base,
  tryValue,
  numbers: [left, right],
  word,
}: ProbeSetting): Promise<Sign | undefined> => {
  const result = (first: number, second: number): string => `${word}${String(first + second)}`;
  for (const wrap of COMMANDS) {
    const text = (first: number, second: number): string =>
      `${value}${wrap(`echo ${word}$((${String(first)}+${String(second)}))`)}`;
    const answer = await tryValue(text(left, right));
    if (!answer.text.includes(result(left, right)) || base.text.includes(result(left, right))) continue;
    const again = await tryValue(text(right, right));
    if (again.text.includes(result(right, right)))
      return { message: `expected a command in the value to be text, got the output of echo`, answer };
  }
  return undefined;
};

const TEMPLATES = [
  (inner: string) => `{{${inner}}}`,
  (inner: string) => `\${${inner}}`,
  (inner: string) => `<%= ${inner} %>`,
  (inner: string) => `#{${inner}}`,
];

const template = async ({
  value,
  base,
  tryValue,
  numbers: [left, right],
  word,
}: ProbeSetting): Promise<Sign | undefined> => {
  for (const wrap of TEMPLATES) {
    const text = (first: number, second: number): string =>
      `${value}${word}${wrap(`${String(first)}*${String(second)}`)}`;
    const result = (first: number, second: number): string => `${word}${String(first * second)}`;
    const answer = await tryValue(text(left, right));
    if (!answer.text.includes(result(left, right)) || base.text.includes(result(left, right))) continue;
    const again = await tryValue(text(right, right));
    if (again.text.includes(result(right, right)))
      return { message: `expected ${wrap('a*b')} in the value to be text, got the product`, answer };
  }
  return undefined;
};

const FILES: readonly (readonly [string, RegExp])[] = [
  ['../../../../../../../../etc/passwd', /root:[^:\n]*:0:0:/u],
  ['..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd', /root:[^:\n]*:0:0:/u],
  ['....//....//....//....//....//....//etc/passwd', /root:[^:\n]*:0:0:/u],
  [String.raw`..\..\..\..\..\..\windows\win.ini`, /\[(?:fonts|extensions|mci extensions)\]/iu],
];

const FILE_NAMES =
  /file|path|doc|template|page|include|dir|folder|download|attach|report|name|image|asset|theme|lang|locale/iu;

/** A file that every host of a kind has; read, never written. Its content differs from what a name that leads nowhere gives. */
const traversal = async ({ base, tryValue }: ProbeSetting): Promise<Sign | undefined> => {
  for (const [name, form] of FILES) {
    const answer = await tryValue(name);
    if (!form.test(answer.text) || form.test(base.text)) continue;
    const [control, again] = [await tryValue(`${name}.assay-none`), await tryValue(name)];
    if (form.test(again.text) && !form.test(control.text))
      return { message: `expected ${name} to be refused, got the content of a file of the host`, answer };
  }
  return undefined;
};

/** Types that browsers take for markup; without a type they guess. */
const isMarkup = ({ headers }: Answer): boolean => {
  const type = headerOf(headers, 'content-type');
  return type === undefined || /^\s*(?:text\/html|application\/xhtml|image\/svg)/iu.test(type);
};

const reflection = async ({ value, tryValue, word }: ProbeSetting): Promise<Sign | undefined> => {
  const mark = (text: string): string => `<${text} y="'">`;
  const answer = await tryValue(`${value}${mark(word)}`);
  if (!isMarkup(answer) || !answer.text.includes(mark(word))) return undefined;
  const again = await tryValue(`${value}${mark(`${word}z`)}`);
  return isMarkup(again) && again.text.includes(mark(`${word}z`))
    ? {
        message: `expected markup in the value to come back escaped, got it as it was sent in ${headerOf(answer.headers, 'content-type') ?? 'an answer without type'}`,
        answer,
      }
    : undefined;
};

const isText = ({ place }: ProbeSetting): boolean => typeof place.value === 'string' || place.in !== 'body';
/** Filters and searches answer to a text that works; conditions show there and in paths. */
const isLookup = ({ place }: ProbeSetting): boolean => place.in !== 'body';

export const INPUT_PROBES: readonly InputProbe[] = [
  {
    check: 'sql-injection',
    applies: isText,
    run: async (setting) =>
      (await sqlByError(setting)) ?? (isLookup(setting) ? await sqlByCondition(setting) : undefined),
  },
  {
    check: 'nosql-injection',
    applies: (setting) => setting.place.in === 'query' || (setting.place.in === 'body' && isText(setting)),
    run: noSql,
  },
  { check: 'command-injection', applies: isText, run: command },
  { check: 'template-injection', applies: isText, run: template },
  {
    check: 'path-traversal',
    applies: (setting) => isText(setting) && FILE_NAMES.test(setting.place.name),
    run: traversal,
  },
  { check: 'xss-reflected', applies: isText, run: reflection },
];
