/**
 * Issue 5, point 9: whatever secrets a shard used and wherever their spellings slipped through, none stands in a file that it leaves. Results
 * are given to the recorder unmasked, as a fault of an engine would; spellings are made here by node:buffer and JSON, never by the
 * masker's own expressions.
 */
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { AttemptManifest } from '#core/plan';
import { scanContradictions } from '#core/secret-scan';
import { recordAttempt } from '#runner/record-attempt';
import { recorder } from '#runner/recorder';
import { fixedClock, inMemoryBlobs, silentLog } from '../doubles/index.ts';
import { resultOf } from '../core/case-builder.ts';

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** How a secret comes back from an API, or is written down. */
const SPELLINGS: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(encodeURIComponent(secret)),
  (secret) => escaped(secret),
  (secret) => escaped(escaped(secret)),
  (secret) => base64(secret),
  (secret) => base64(`u:${secret}`),
  (secret) => base64(`ab:${secret}!`),
  (secret) => Buffer.from(`user:${secret}`).toString('base64url'),
  (secret) => Buffer.from(secret).toString('hex'),
];

/** Letters of base64 that stand together, decoded at each of their four beginnings. */
const decodedRuns = (text: string): readonly string[] =>
  [...text.matchAll(/[A-Za-z0-9+/_-]{8,}={0,2}/gu)].flatMap(([run]) =>
    [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('latin1')),
  );

const unescapedAll = (text: string): string => {
  let before = '';
  let after = text;
  for (let depth = 0; depth < 4 && after !== before; depth += 1) {
    before = after;
    after = after.replaceAll(/\\(["\\/])/gu, '$1');
  }
  return after;
};

/** Tells whether a text says a secret in a spelling that somebody could read back. */
const readerOf = (text: string): ((secret: string) => boolean) => {
  const [plain, small, decoded] = [`${text}\n${unescapedAll(text)}`, text.toLowerCase(), decodedRuns(text).join('\n')];
  return (secret) =>
    plain.includes(secret) ||
    plain.includes(encodeURIComponent(secret)) ||
    small.includes(Buffer.from(secret).toString('hex')) ||
    decoded.includes(Buffer.from(secret).toString('latin1'));
};

const KEY = { tenant: 'acme', runId: 'r1', shard: 0, attempt: 1, nonce: 'n' };

const record = async (secrets: readonly string[], results: readonly CaseResult[], messages: readonly string[] = []) => {
  const clock = fixedClock(1);
  const context = { service: 's', runId: 'r1', shard: 0, attempt: 1, traceId: 't', suiteTypes: new Map() };
  const made = recorder(clock, context, () => undefined);
  const said: string[] = [];
  for (const message of messages) made.sink.log({ level: 'info', suite: 's', message });
  for (const result of results) made.sink.caseDone(result);
  // Secrets are learned late, so that nothing was masked on the way.
  for (const [at, secret] of secrets.entries()) made.masker.addSecret(`S${String(at)}`, secret);
  const live = made.takeLive();
  const staging = inMemoryBlobs();
  const log = { ...silentLog, error: (message: string) => said.push(message) };
  const runs = { recordAttempt: () => Promise.resolve(true) };
  const ports = { runs, staging, clock, log, atPoint: () => Promise.resolve() };
  const task = { tenant: 'acme', runId: 'r1', shard: 0, executor: 'lambda', version: '1' };
  const end = { key: KEY, task, startedAtEpochMs: 0, stopped: false };
  await recordAttempt(end as never, made, ports as never, (_what, act) => act());
  const texts = new Map<string, string>();
  for (const { key } of await staging.list('')) {
    const body = (await staging.get(key))?.body ?? new Uint8Array();
    texts.set(
      key.split('/').at(-1) ?? '',
      (key.endsWith('.gz') ? gunzipSync(body) : Buffer.from(body)).toString('utf8'),
    );
  }
  const manifest = JSON.parse(texts.get('attempt.json') ?? '{}') as AttemptManifest;
  return { texts, manifest, live, said };
};

const secretText = fc.oneof(
  fc.string({ minLength: 8, maxLength: 40 }),
  fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme' }),
  fc.stringMatching(/^[A-Za-z0-9+/_=.-]{8,64}$/u),
);

interface Placement {
  readonly secret: string;
  readonly spelling: number;
  readonly place: number;
  readonly around: string;
}

/** What a file's own frame says is no secret, and three signs in a row stand anywhere. */
const anySecret = secretText.filter((text) => /[A-Za-z0-9]{4}/u.test(text) && text.isWellFormed());

const anyPlace = fc.record({
  spelling: fc.nat(SPELLINGS.length - 1),
  place: fc.nat(4),
  around: fc.string({ maxLength: 12 }),
});

/** A result in which each of these stands at its place. */
const resultWith = (placements: readonly Placement[], at: number): CaseResult => {
  const result = resultOf({ case: `c${String(at)}` });
  const [entry] = result.tries;
  if (entry === undefined) throw new Error('expected a try');
  const said = (place: number): readonly string[] =>
    placements
      .filter((one) => one.place === place)
      .map(({ secret, spelling, around }) => `${around} ${SPELLINGS[spelling]?.(secret) ?? ''} ${around}`);
  const check = { check: 'c', passed: false, got: { deep: [...said(2)] } };
  return {
    ...result,
    name: `name ${said(0).join(' ')}`,
    tries: [{ ...entry, curl: `curl ${said(1).join(' ')}`, checks: [check] }],
    findings: said(3).map((text) => ({ fingerprint: 'f', check: 'c', title: text, severity: 'high', message: text })),
    details: { drift: { told: JSON.stringify({ in: said(4) }) } },
  };
};

test('of 1,000 random secrets at 10,000 places in random spellings none is left in any file', async () => {
  let placed = 0;
  const anySecrets = fc.array(anySecret, { minLength: 10, maxLength: 10 });
  const anyPlaces = fc.array(anyPlace, { minLength: 100, maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(anySecrets, anyPlaces, async (wanted, places) => {
      const placements = places.map((one, at) => ({ ...one, secret: wanted[at % wanted.length] ?? '' }));
      placed += placements.length;
      const results = wanted.map((_, at) => resultWith(placements.slice(at * 10, at * 10 + 10), at));
      const messages = placements
        .slice(0, 20)
        .map(({ secret, spelling }) => `told ${SPELLINGS[spelling]?.(secret) ?? ''}`);

      const { texts, manifest, live } = await record(wanted, results, messages);

      for (const [name, text] of [...texts, ['live', live] as const]) {
        const says = readerOf(text);
        for (const secret of wanted) if (says(secret)) throw new Error(`${name} says ${JSON.stringify(secret)}`);
      }
      expect(manifest.secretScan.files?.map(({ hitsAfter }) => hitsAfter)).toEqual([0, 0]);
      expect(scanContradictions(manifest)).toEqual([]);
    }),
    { numRuns: 100 },
  );
  expect(placed).toBe(10_000);
}, 120_000);

test('what was found and masked at the end is counted by file', async () => {
  const result = resultWith([{ secret: 'late-secret-1', spelling: 5, place: 1, around: '' }], 0);

  const { manifest, texts } = await record(['late-secret-1'], [result], ['told late-secret-1 twice: late-secret-1']);

  expect(manifest.secretScan).toMatchObject({
    secrets: 1,
    hits: 3,
    files: [
      { path: 'results.jsonl.gz', secrets: 1, hitsBeforeMasking: 1, hitsAfter: 0 },
      { path: 'log.jsonl.gz', secrets: 1, hitsBeforeMasking: 2, hitsAfter: 0 },
    ],
  });
  expect([...texts.keys()].sort()).toEqual(['attempt.json', 'log.jsonl.gz', 'results.jsonl.gz']);
});

test('a file that cannot be made clean is withheld, and the attempt says so', async () => {
  // Beginning of what a line is replaced by that cannot be masked: no file of lines can be free of it.
  const secret = '{"level":"error","message"';
  const result = { level: 'error', message: 'x', ...resultOf({ case: 'a' }) };

  const { manifest, texts, said } = await record([secret], [result]);

  expect(manifest.secretScan.files?.map(({ path, withheld = false }) => [path, withheld])).toEqual([
    ['results.jsonl.gz', true],
    ['log.jsonl.gz', false],
  ]);
  expect(manifest.files.map(({ path }) => path)).toEqual(['log.jsonl.gz']);
  expect([...texts.keys()].sort()).toEqual(['attempt.json', 'log.jsonl.gz']);
  expect(said).toEqual(['a file was withheld: it still held a secret after masking']);
  expect(scanContradictions(manifest)).toEqual([]);
});
