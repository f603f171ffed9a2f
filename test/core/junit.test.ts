import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '#core/gate';
import { junitXml, type JUnitFacts } from '#core/junit';
import { collectResults, sortedCases } from '#core/merge-results';
import { VERDICTS } from '#core/words';
import { resultOf, tryOf } from './case-builder.ts';
import { readXml, type XmlElement } from './xml-reader.ts';

const facts = (results: readonly object[], extra: Partial<JUnitFacts> = {}): JUnitFacts => {
  const collector = collectResults(0);
  for (const result of results) collector.add(JSON.stringify(result));
  const merged = collector.results();
  const gate = judge({
    runId: 'r1',
    service: 'shop',
    rules: {},
    results: merged,
    planned: new Set(merged.cases.keys()),
    lostShards: [],
  });
  return { runId: 'r1', name: 'nightly', gate, cases: sortedCases(merged), missing: [], ...extra };
};
const all = (element: XmlElement, name: string): readonly XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];
const byName = (root: XmlElement, name: string): XmlElement =>
  all(root, 'testcase').find((entry) => entry.attributes.get('name') === name)!;

test('each verdict has its element, with message, type and all that was wrong', () => {
  const failing = { ...resultOf({ case: 'pay', verdict: 'failed' }), tries: [tryOf({ verdict: 'failed', checks: 2 })] };
  const root = readXml(
    junitXml(
      facts([
        resultOf({ case: 'a', latencyMs: 1234 }),
        failing,
        resultOf({ case: 'slow', verdict: 'errored' }),
        resultOf({ case: 'later', verdict: 'skipped', because: { case: 'pay', reason: 'pay failed' } }),
      ]),
    ),
  );

  expect(Object.fromEntries(root.attributes)).toEqual({
    name: 'nightly',
    tests: '4',
    failures: '1',
    errors: '1',
    skipped: '1',
    time: '1.534',
  });
  expect(byName(root, 'a').attributes.get('time')).toBe('1.234');
  const failure = all(byName(root, 'pay'), 'failure')[0]!;
  expect([failure.attributes.get('message'), failure.attributes.get('type'), failure.text]).toEqual([
    'status equals 200: expected 200, got 500',
    'assertion',
    'status equals 200: expected 200, got 500\nstatus equals 200: expected 200, got 500',
  ]);
  expect(all(byName(root, 'slow'), 'error')[0]!.attributes.get('message')).toBe(
    'timeout while in phase wait: no answer within 10 s',
  );
  expect(all(byName(root, 'later'), 'skipped')[0]!.attributes.get('message')).toBe('pay failed');
});

test('a case that passed after a failure is a flaky pass, one that failed each time has its reruns', () => {
  const flaky = { ...resultOf({ case: 'f', flaky: true }), tries: [tryOf({ verdict: 'failed' }, 1), tryOf({}, 2)] };
  const broken = {
    ...resultOf({ case: 'b', verdict: 'failed' }),
    tries: [tryOf({ verdict: 'errored' }, 1), tryOf({ verdict: 'failed' }, 2)],
  };
  const root = readXml(junitXml(facts([flaky, broken])));

  expect(byName(root, 'f').children.map((child) => child.name)).toEqual(['properties', 'flakyFailure']);
  expect(byName(root, 'b').children.map((child) => child.name)).toEqual(['properties', 'failure', 'rerunError']);
});

test('a planned case without result is an error that says why', () => {
  const root = readXml(
    junitXml(
      facts([resultOf({ case: 'a' })], {
        missing: [{ suite: 'shop.auth', case: 'x', reason: 'shard 3 was lost: its task died' }],
      }),
    ),
  );

  expect(all(root, 'error')[0]!.attributes.get('message')).toBe('not run: shard 3 was lost: its task died');
  expect(root.attributes.get('errors')).toBe('1');
});

test('an advisory failure is shown and does not turn the file red', () => {
  const root = readXml(
    junitXml(facts([resultOf({ case: 'a' }), resultOf({ case: 'b', verdict: 'failed', advisory: true })])),
  );

  expect(root.attributes.get('failures')).toBe('0');
  expect(all(byName(root, 'b'), 'skipped')[0]!.attributes.get('message')).toMatch(/^advisory, failed: /);
});

test('a gate that is not open is never a green file', () => {
  const given = facts([resultOf({ case: 'a', checks: 0 })]);
  const root = readXml(junitXml(given));

  expect(given.gate.answer).toBe('inconclusive');
  expect(all(root, 'testsuite').map((suite) => suite.attributes.get('name'))).toEqual(['assay.gate', 'shop.checkout']);
  expect(all(root, 'error')[0]!.attributes.get('message')).toBe('No case checked anything.');
});

test('whatever names and messages hold, the file is well-formed and the counts agree with the elements', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u0000', ']]>', '<&>"\'', '\ud800', '\ufffe', '\u001b[31m', '\r\n\t'),
  );
  const anyResult = fc.record({
    suite: nasty,
    case: nasty,
    name: nasty,
    verdict: fc.constantFrom(...VERDICTS),
    advisory: fc.boolean(),
    because: fc.record({ reason: nasty }),
    message: nasty,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(anyResult, { selector: (entry) => `${entry.suite}/${entry.case}`, maxLength: 6 }),
      nasty,
      (results, runName) => {
        const failing = { check: 'c', passed: false };
        const lines = results.map(({ message, ...fields }) => ({
          ...resultOf(fields),
          tries: [{ ...tryOf({}), verdict: fields.verdict, checks: [{ ...failing, message }] }],
        }));
        const root = readXml(junitXml(facts(lines, { name: runName })));

        const count = (name: string): string => String(all(root, name).length);
        expect([
          root.attributes.get('tests'),
          root.attributes.get('failures'),
          root.attributes.get('errors'),
          root.attributes.get('skipped'),
        ]).toEqual([count('testcase'), count('failure'), count('error'), count('skipped')]);
      },
    ),
    { numRuns: 300 },
  );
});

test('text comes back as it was, and what XML cannot hold is shown', () => {
  const root = readXml(
    junitXml(facts([resultOf({ case: 'a', verdict: 'skipped', because: { reason: 'x <b> & "q" \u0007 \n\t end' } })])),
  );

  expect(all(root, 'skipped')[0]!.attributes.get('message')).toBe('x <b> & "q" \\u0007 \n\t end');
});
