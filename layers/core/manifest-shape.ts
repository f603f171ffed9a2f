import { isSha256Hex } from '#core/digest';
import { GATE_ANSWERS } from '#core/words';

/** What is not as it must be, and where (JSON Pointer). */
type Fault = string | undefined;
type Check = (value: unknown, at: string) => Fault;

/** The largest object that one PUT may bring (S3), which is how files are sealed. */
const FILE_BYTES_MAX = 5 * 1024 ** 3;
const PATH_CHARACTERS_MAX = 1024;
const SHOWN_CHARACTERS_MAX = 80;

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length <= SHOWN_CHARACTERS_MAX ? text : `${text.slice(0, SHOWN_CHARACTERS_MAX).toWellFormed()}…`;
};

const expected = (what: string, at: string, got: unknown): string =>
  `expected ${what} at ${at === '' ? 'the top' : at}, got ${shown(got)}`;

const that =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value, at) =>
    holds(value) ? undefined : expected(what, at, value);

const isText = (value: unknown): value is string => typeof value === 'string';
const whole = (min: number, max = Number.MAX_SAFE_INTEGER, what = `a whole number from ${String(min)}`): Check =>
  that(what, (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max);
const text = that('text', isText);
const name = that('text that is not empty', (value) => isText(value) && value !== '' && !/\p{Cc}/u.test(value));
const digest = that('a SHA-256 in lower-case hex', (value) => isText(value) && isSha256Hex(value));
const flag = that('true or false', (value) => typeof value === 'boolean');
const one = (words: readonly string[]): Check =>
  that(`one of ${words.join(', ')}`, (value) => isText(value) && words.includes(value));
const orNull =
  (check: Check): Check =>
  (value, at) =>
    value === null ? undefined : check(value, at);

const firstFault = <T>(items: Iterable<T>, faultOf: (item: T) => Fault): Fault => {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const list =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value)
      ? firstFault((value as readonly unknown[]).entries(), ([index, item]) => check(item, `${at}/${String(index)}`))
      : expected('a list', at, value);

type Members = { readonly [member: string]: Check };

/** Every member named here, optional ones perhaps, and no other: what nobody checks must not stand in evidence. */
const record =
  (members: Members, optional: Members = {}): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return expected('an object', at, value);
    const found = new Map<string, unknown>(Object.entries(value));
    const known = new Map([...Object.entries(members), ...Object.entries(optional)]);
    const strange = [...found.keys()].find((member) => !known.has(member));
    if (strange !== undefined) return `expected no member ${shown(strange)} at ${at === '' ? 'the top' : at}`;
    return firstFault(known, ([member, check]) =>
      !found.has(member) && member in optional ? undefined : check(found.get(member), `${at}/${member}`),
    );
  };

/** Relative, in words of the run, and the same file on every system that unpacks it. */
const isBundlePath = (path: unknown): boolean =>
  isText(path) &&
  path.length <= PATH_CHARACTERS_MAX &&
  !/[\\\p{Cc}\p{Zl}\p{Zp}]|^[A-Za-z]:/u.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const source = record({ shard: whole(0), attempt: whole(1) });

const entry = record(
  {
    path: that('a relative path without "..", backslash or control characters', isBundlePath),
    sha256: digest,
    bytes: whole(0, FILE_BYTES_MAX, 'a whole number of bytes up to 5 GiB'),
    mediaType: name,
    class: one(['evidence']),
    redactions: whole(0),
    versionId: name,
  },
  { source },
);

const attempt = record(
  { shard: whole(0), attempt: whole(1), executor: name, state: name, used: flag, startedAtEpochMs: whole(0) },
  { endedAtEpochMs: whole(0), taskArn: text, stopCode: text, reason: text, attemptSha256: digest },
);

const manifest = record({
  schema: text,
  tenant: name,
  runId: name,
  name: text,
  sut: record({ service: name, version: orNull(text), environment: name }),
  planDigest: orNull(digest),
  suites: list(record({ id: name, sha256: digest })),
  runner: list(record({ version: text, node: text }, { image: text })),
  window: record({ startEpochMs: whole(0), endEpochMs: whole(0) }),
  expectedTests: whole(0),
  gate: one(GATE_ANSWERS),
  capture: one(['masked', 'none', 'allowlist']),
  attempts: list(attempt),
  entries: list(entry),
  merkleRoot: digest,
  classes: list(one(['evidence'])),
  controls: list(name),
});

/** The first thing that keeps a parsed value from being a manifest of this version, as a sentence; undefined when it is one. */
export const manifestFault = (value: unknown): string | undefined => manifest(value, '');
