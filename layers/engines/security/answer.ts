/** An answer of the API as the checks look at it: its text, its JSON, and what it means besides its status. */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { Exchange, HeaderList } from '#engines/probe/probe';

export interface Answer {
  readonly exchange: Exchange;
  /** 0 when none came. */
  readonly status: number;
  /** What it means: the status, or the one that an envelope of a 200 names. */
  readonly meaning: number;
  readonly text: string;
  readonly json?: Json;
  readonly headers: HeaderList;
  /** Nothing can be said from it: no answer, a limit (429) or an outage (502, 503, 504). */
  readonly isUnjudged: boolean;
}

const TEXT_BYTES_MAX = 1024 * 1024;
const UNJUDGED = new Set([0, 429, 502, 503, 504]);

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

const refusalIn = (envelope: JsonObject): number | undefined => {
  for (const name of ['status', 'code', 'statusCode', 'status_code', 'error_code']) {
    const value = Number(envelope[name]);
    if (Number.isInteger(value) && value >= 400 && value <= 599) return value;
  }
  return undefined;
};

const isFilled = (value: Json | undefined): boolean =>
  value !== undefined &&
  value !== null &&
  value !== false &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0);

const REFUSAL_WORDS = /^(?:error|fail|failed|failure)$/iu;

/** A text as it is, any other value as JSON. */
export const plainText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** What an envelope says of itself: many APIs answer 200 and write the refusal into the body. */
const meaningOf = (status: number, json: Json | undefined): number => {
  if (status < 200 || status > 299 || !isJsonObject(json)) return status;
  const isRefusal =
    json['success'] === false ||
    json['ok'] === false ||
    REFUSAL_WORDS.test(plainText(json['status'])) ||
    isFilled(json['error']) ||
    isFilled(json['errors']);
  const inner = [json, json['error'], json['meta']]
    .filter(isJsonObject)
    .map(refusalIn)
    .find((one) => one !== undefined);
  if (inner !== undefined && (isRefusal || json['data'] === undefined || json['data'] === null)) return inner;
  return isRefusal ? 400 : status;
};

export const headerOf = (headers: HeaderList, name: string): string | undefined =>
  headers.find(([key]) => key.toLowerCase() === name)?.[1];

export const headersOf = (headers: HeaderList, name: string): readonly string[] =>
  headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);

export const answerOf = (exchange: Exchange): Answer => {
  const { response } = exchange;
  const status = response?.status ?? 0;
  const text = response === undefined ? '' : Buffer.from(response.body.subarray(0, TEXT_BYTES_MAX)).toString('utf8');
  const json = text === '' ? undefined : parsed(text);
  return {
    exchange,
    status,
    meaning: meaningOf(status, json),
    text,
    ...(json === undefined ? {} : { json }),
    headers: response?.headers ?? [],
    isUnjudged: UNJUDGED.has(status),
  };
};

export const isGranted = ({ meaning }: Answer): boolean => meaning >= 200 && meaning <= 299;
export const isRefusal = ({ meaning }: Answer): boolean => meaning >= 400 && meaning <= 499 && meaning !== 429;

const LEAVES_MAX = 2000;

/** Leaves of a JSON value as `path=value`; places in lists do not count. */
export const leavesOf = (json: Json): ReadonlySet<string> => {
  const leaves = new Set<string>();
  const open: (readonly [string, Json])[] = [['', json]];
  for (let next = open.pop(); next !== undefined && leaves.size < LEAVES_MAX; next = open.pop()) {
    const [path, value] = next;
    if (Array.isArray(value)) for (const item of value as Json[]) open.push([`${path}[]`, item]);
    else if (isJsonObject(value))
      for (const [name, item] of Object.entries(value)) open.push([`${path}.${name}`, item]);
    else leaves.add(`${path}=${plainText(value)}`);
  }
  return leaves;
};

/** Numbers and long hex texts change from answer to answer: what is left is what was said. */
export const withoutVolatile = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{12,}|\d+/giu, '#')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const overlap = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  if (left.size === 0 && right.size === 0) return 1;
  let shared = 0;
  for (const one of left) if (right.has(one)) shared += 1;
  return shared / (left.size + right.size - shared);
};

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    withoutVolatile(text)
      .split(/[^\p{L}\p{N}#]+/u)
      .slice(0, LEAVES_MAX),
  );

const TIMES = /=(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*|1[5-9]\d{8}(?:\d{3})?)$/u;
const NUMBERED = /(?:request|trace|correlation|span|nonce)[^=]*=.*$/iu;

/** Leaves without what is another one in each answer: times, and ids of the request itself. */
const lastingLeaves = (json: Json): ReadonlySet<string> =>
  new Set([...leavesOf(json)].map((leaf) => leaf.replace(TIMES, '=#').replace(NUMBERED, '#')));

/** How alike two answers are in what they say, 0 to 1. */
export const likeness = (left: Answer, right: Answer): number => {
  if (left.text === right.text) return 1;
  return left.json !== undefined && right.json !== undefined
    ? overlap(lastingLeaves(left.json), lastingLeaves(right.json))
    : overlap(wordsOf(left.text), wordsOf(right.text));
};

/**
 * Whether an answer is more like the one that was granted than like the one that was refused.
 *
 * @returns undefined where that cannot be told: no judgement is possible, or both are alike
 */
export const isLikeGranted = (answer: Answer, granted: Answer, refused: Answer): boolean | undefined => {
  if (answer.isUnjudged) return undefined;
  if (granted.meaning !== refused.meaning) {
    if (answer.meaning === refused.meaning) return false;
    return answer.meaning === granted.meaning ? true : isGranted(answer) && isGranted(granted);
  }
  const [toGranted, toRefused] = [likeness(answer, granted), likeness(answer, refused)];
  return toGranted === toRefused ? undefined : toGranted > toRefused;
};

/** Whether most of what the first answer says stands in the second too: the same object, up to times and counters. */
export const showsSame = (owner: Answer, other: Answer): boolean => {
  if (owner.text === '' || other.text === '') return false;
  if (owner.json === undefined || other.json === undefined)
    return withoutVolatile(owner.text) === withoutVolatile(other.text);
  const leaves = [...leavesOf(owner.json)].filter((leaf) => !/=(?:null|true|false|)$/u.test(leaf));
  const seen = leavesOf(other.json);
  return leaves.length > 0 && leaves.filter((leaf) => seen.has(leaf)).length / leaves.length >= 0.7;
};
