/** Row 37: which values there are, whether references lead somewhere, and whether each language is there. */
import { expect, test } from '@jest/globals';
import type { CensusDefinition } from '#core/acts/census';
import type { Json } from '#core/units';
import type { ProbeRequest } from '#engines/probe/probe';
import { census } from '#engines/data-quality/census';
import { runProbe, type ScriptedAnswer } from './probe-of-test.ts';

const ORDERS = [
  { id: 1, state: 'open', owner: 7 },
  { id: 2, state: 'paid', owner: 8 },
  { id: 3, state: 'paid', owner: null },
];
const list = { request: { path: '/orders' }, items: '$.items' };
const serve =
  (orders: readonly Json[] = ORDERS, people: readonly number[] = [7, 8]) =>
  (url: URL): ScriptedAnswer => {
    const id = /^\/people\/(.+)$/u.exec(url.pathname)?.[1];
    if (id !== undefined) return people.includes(Number(id)) ? { json: { id } } : { status: 404, json: {} };
    if (url.pathname === '/people') return { json: people.map((one) => ({ id: one })) };
    return { json: { items: orders } };
  };

type Answer = (url: URL, request: ProbeRequest) => ScriptedAnswer;
const count = (definition: CensusDefinition, answer: Answer = serve(), documents: { [name: string]: Json } = {}) =>
  runProbe(census, definition, answer, { documents });

test('declared values that are all seen pass', async () => {
  const { failed, report } = await count({ list, enums: [{ path: '$.state', values: ['open', 'paid'] }] });

  expect([failed, report.warnings]).toEqual([[], []]);
});

test('a value that nobody declared fails, one that nobody has warns, or fails where that is asked for', async () => {
  const enums = [{ path: '$.state', values: ['paid', 'sent'] }];
  const warned = await count({ list, enums });
  const strict = await count({ list, enums: [{ ...enums[0], path: '$.state', unseen: 'fail' as const }] });

  expect(warned.failed).toEqual(['$.state has declared values only: expected one of "paid", "sent", got "open" once']);
  expect(warned.report.warnings).toEqual([
    {
      kind: 'unseen-value',
      message: 'each declared value of $.state is seen: expected each once or more, got none of "sent"',
    },
  ]);
  expect(strict.failed).toHaveLength(2);
});

test('values are declared by a document, as a schema or a list', async () => {
  const documents = { api: { components: { schemas: { State: { type: 'string', enum: ['open', 'paid'] } } } } };
  const at = (pointer: string) =>
    count({ list, enums: [{ path: '$.state', schema: { document: 'api', at: pointer } }] }, serve(), documents);

  expect((await at('/components/schemas/State')).failed).toEqual([]);
  expect((await at('/components/schemas/State/enum')).failed).toEqual([]);
  expect((await at('/components/schemas/Other')).report.failure?.message).toBe(
    'expected declared values at "/components/schemas/Other", got nothing',
  );
});

test('what is referred to must exist, in a list or one by one', async () => {
  const inList = { path: '$.owner', list: { request: { path: '/people' }, items: '$', key: '$.id' } };
  const each = { path: '$.owner', each: { path: '/people/{id}' } };

  for (const reference of [inList, each]) {
    expect((await count({ list, references: [reference] })).failed).toEqual([]);
    expect((await count({ list, references: [reference] }, serve(ORDERS, [7]))).failed[0]).toContain(
      'expected each to exist, got nothing for 8',
    );
  }
});

test('only so many ids are asked for, from all of the list', async () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({ owner: at }));
  const each = { path: '$.owner', each: { path: '/people/{id}' }, eachMax: 10 };
  const { sent } = await count(
    { list, references: [each] },
    serve(
      many,
      Array.from({ length: 1000 }, (_, at) => at),
    ),
  );

  expect(sent.slice(1)).toEqual(Array.from({ length: 10 }, (_, at) => `GET /people/${String(at * 100)}`));
});

test('no references and no elements are told, not passed over', async () => {
  const each = { path: '$.nothing', each: { path: '/people/{id}' } };

  expect((await count({ list, references: [each] })).failed).toContain(
    '$.nothing refers to something: expected ids, got none',
  );
  expect((await count({ list, enums: [{ path: '$.state', values: ['x'] }] }, serve([]))).failed).toEqual([
    'there are at least 1 to count: expected at least 1, got 0',
  ]);
});

const TEXTS: { readonly [locale: string]: string } = { en: 'lamp', de: 'Lampe', fr: 'lampe' };
const translated =
  (texts = TEXTS, says?: string) =>
  (url: URL, { headers = [] }: ProbeRequest): ScriptedAnswer => {
    const asked = url.searchParams.get('lang') ?? headers.find(([name]) => name === 'accept-language')?.[1] ?? 'en';
    const name = texts[asked];
    return {
      headers: { 'content-language': says ?? (name === undefined ? 'en' : asked) },
      json: { name: name ?? 'lamp' },
    };
  };
const locales = { request: { path: '/lamps/1' }, values: ['en', 'de', 'fr'], text: '$.name' };

test('each locale answers with a text of its own, asked for in a header or the query', async () => {
  expect((await count({ locales }, translated())).failed).toEqual([]);
  expect((await count({ locales: { ...locales, parameter: { query: 'lang' } } }, translated())).failed).toEqual([]);
});

test('a locale that is not there is named twice: for what it says and for whose text it has', async () => {
  const { fr: _, ...without } = TEXTS;

  expect((await count({ locales }, translated(without))).failed).toEqual([
    'fr is answered in fr: expected fr, got "en"',
    'fr has a text of its own: expected another text than in en, got "lamp"',
  ]);
});

test('a country of the language will do', async () => {
  expect((await count({ locales: { ...locales, values: ['de'] } }, translated(TEXTS, 'de-AT'))).failed).toEqual([]);
});
