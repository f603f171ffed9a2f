/** Lint of operators: each wrong expression is found at its place, also inside elements; right ones and templates pass. */
import { expect, test } from '@jest/globals';
import { operatorProblems } from '#engines/functional/operator-problems';

test('wrong expressions are found where they stand', () => {
  const problems = operatorProblems({
    path: '$.items[',
    every: { path: '$..[?', some: { matches: '(', olderThan: '24' } },
    newerThan: 'soon',
    sorted: { by: '$.a[' },
    unique: '$x',
  });

  expect(problems.map(({ pointer }) => pointer)).toEqual([
    '/path',
    '/every/path',
    '/every/some/matches',
    '/every/some/olderThan',
    '/newerThan',
    '/sorted/by',
    '/unique',
  ]);
  expect(problems[3]?.message).toBe('expected a duration such as 500ms, 90s, 15m, 24h, 7d or PT1H, got "24"');
});

test('right expressions, templates and names of fields pass', () => {
  const right = {
    path: '$.items',
    matches: '{{pattern}}',
    every: { path: '$.at', newerThan: 'P1D', olderThan: '{{age}}' },
    sorted: { by: 'created-at', order: 'descending' },
    unique: 'id',
    equals: '(',
  };

  expect(operatorProblems(right)).toEqual([]);
  expect(operatorProblems({ sorted: 'ascending', unique: true, '<': 5 })).toEqual([]);
});
