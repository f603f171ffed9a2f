/** Forms of JUnit that the captured reports do not have. */
import { expect, test } from '@jest/globals';
import { readJUnit } from '#engines/tool/junit-report';
import { readCtrf } from '#engines/tool/ctrf-report';

test('suites inside suites, Surefire reruns, places, attachments and times with commas', () => {
  const cases = readJUnit(`<testsuites><testsuite name="outer"><testsuite name="inner">
    <testcase classname="inner" name="a" time="1,234.5" file="a.ts" line="7"><flakyFailure message="slow once">x</flakyFailure></testcase>
    <testcase name="b"><failure>first line
second</failure><system-out>[[ATTACHMENT|shots/b.png]]</system-out></testcase>
    <testcase name="c" status="notrun"/>
  </testsuite></testsuite></testsuites>`);

  expect(cases).toEqual([
    {
      name: 'a',
      suite: ['outer', 'inner'],
      verdict: 'passed',
      durationMs: 1_234_500,
      message: 'slow once',
      detail: 'x',
      flaky: true,
      place: 'a.ts:7',
    },
    {
      name: 'b',
      suite: ['outer', 'inner'],
      verdict: 'failed',
      message: 'first line',
      detail: 'first line\nsecond',
      attachments: [{ name: 'b.png', path: 'shots/b.png' }],
    },
    { name: 'c', suite: ['outer', 'inner'], verdict: 'skipped' },
  ]);
});

test('one suite as the outermost element; colours are taken out', () => {
  const xml = '<testsuite><testcase name="a"><error>\u001b[31mred\u001b[0m</error></testcase></testsuite>';

  expect(readJUnit(xml)).toEqual([{ name: 'a', verdict: 'errored', message: 'red' }]);
});

test('CTRF: flaky, other, attachments, suites as a text', () => {
  const tests = [
    { name: 'a', status: 'passed', flaky: true, suite: 'outer > inner', message: 'slow once' },
    {
      name: 'b',
      status: 'other',
      rawStatus: 'interrupted',
      attachments: [{ name: 'log', contentType: 'text/plain', path: 'b.log' }],
    },
    { name: 'c', status: 'pending', filePath: 'c.ts', line: 3 },
  ];

  expect(readCtrf(JSON.stringify({ results: { tests } }))).toEqual([
    { name: 'a', suite: ['outer', 'inner'], verdict: 'passed', message: 'slow once', flaky: true },
    {
      name: 'b',
      verdict: 'errored',
      message: 'the tool says "interrupted"',
      attachments: [{ name: 'log', path: 'b.log', contentType: 'text/plain' }],
    },
    { name: 'c', verdict: 'skipped', place: 'c.ts:3' },
  ]);
});
