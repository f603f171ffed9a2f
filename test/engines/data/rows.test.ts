/**
 * Row 11 of the engine's rows: data rows. CSV is written by a writer of the test's own, which quotes at random as RFC 4180 allows;
 * combinations are compared with nested loops.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { RowError } from '#engines/data/row-problem';
import { countRows, rowProblems, rowsOf, rowsOfEach } from '#engines/data/rows';

const line = (...cells: readonly string[]): string => cells.join(',');

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ö', '"', ',', '\n', '\r\n', ' ', '1'), maxLength: 6 });
  const written = (text: string, always: boolean): string =>
    always || /[",\r\n]/u.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;

  test('row 11: whatever a writer by RFC 4180 writes is read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\r\n', '\n'),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (rows, end, always, last, mark) => {
          const lines = [line('a', 'b', 'c'), ...rows.map((row) => line(...row.map((text) => written(text, always))))];
          const csv = `${mark ? '\uFEFF' : ''}${lines.join(end)}${last ? end : ''}`;

          expect([...rowsOf({ csv })]).toEqual(rows.map(([a, b, c]) => ({ a, b, c })));
          expect(countRows({ csv })).toBe(rows.length);
          expect(rowProblems({ csv })).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('columns have types; an empty cell of all but text is null', () => {
    const csv = 'id,price,paid,lines,note\n007,-1.5e1,true,"[1,{""a"":2}]",\n8,,,,x\n';
    const types = { price: 'number', paid: 'boolean', lines: 'json' } as const;

    expect([...rowsOf({ csv, types })]).toEqual([
      { id: '007', price: -15, paid: true, lines: [1, { a: 2 }], note: '' },
      { id: '8', price: null, paid: null, lines: null, note: 'x' },
    ]);
  });

  test('blank lines are skipped, and a name such as __proto__ is a name', () => {
    const rows = [...rowsOf({ csv: '\n__proto__,b\n\n1,2\n\r\n""\n'.replace('\n""', '') })];

    expect(Object.entries(rows[0] ?? {})).toEqual([
      ['__proto__', '1'],
      ['b', '2'],
    ]);
    expect(rows).toHaveLength(1);
    expect([...rowsOf({ csv: 'a\n""\n' })]).toEqual([{ a: '' }]);
  });

  test.each([
    ['a,b\n1,2\n3\n', { row: 2, line: 3, message: 'expected 2 fields as in the first line, got 1' }],
    ['a,b\n"1\n1",2\n3,4,5', { row: 2, line: 4, message: 'expected 2 fields as in the first line, got 3' }],
    [
      'a\n"x\n',
      {
        row: 1,
        line: 2,
        message: 'expected a closing quote for the field that begins in line 2, got the end of the text: "x\\n"',
      },
    ],
    [
      'a,b\n1,"x"y\n',
      { row: 1, line: 2, message: 'expected a comma or the end of the line after a closing quote, got "y\\n"' },
    ],
    [
      'a,b\nx"y,1\n',
      {
        row: 1,
        line: 2,
        message: 'expected a field with quotes to begin with one, got a quote after "x"; quotes inside are written ""',
      },
    ],
    ['a,,b\n1,2,3\n', { line: 1, message: 'expected a name for every column in the first line, column 2 has none' }],
    ['a,a\n1,2\n', { line: 1, message: 'expected each column name once, got "a" again' }],
    ['', { line: 1, message: 'expected a first line with the names of the columns, got an empty text' }],
  ])('%j is told with row and line', (csv, problem) => {
    expect(rowProblems({ csv })).toEqual([problem]);
    expect(() => [...rowsOf({ csv })]).toThrow(RowError);
  });

  test('wrong cells and columns that types names and nobody has are told', () => {
    expect(rowProblems({ csv: 'n,b\n1,yes\n01,true\n2,false', types: { n: 'number', b: 'boolean' } })).toEqual([
      { row: 1, line: 2, message: 'expected true or false in column "b", got "yes"' },
      { row: 2, line: 3, message: 'expected a number such as 3 or -0.5 in column "n", got "01"' },
    ]);
    expect(rowProblems({ csv: 'price\n1', types: { prise: 'number' } })[0]?.message).toBe(
      'expected a column "prise", which "types" names; the columns are price (did you mean "price"?)',
    );
    expect(rowProblems({ csv: 'a\n' })).toEqual([{ message: 'expected at least one row, got none' }]);
    expect(rowProblems({ csv: `a,b\n${'1\n'.repeat(500)}` })).toHaveLength(20);
  });

  test('row 11: memory stays flat over three hundred thousand rows', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const csv = `id,name,price\n${'1,"A ""name"", quoted",3.5\n'.repeat(300_000)}`;
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = held();
    let most = 0;
    let count = 0;

    for (const row of rowsOf({ csv, types: { price: 'number' } })) {
      count += row['price'] === 3.5 ? 1 : 0;
      if (count % 100_000 === 0) most = Math.max(most, held() - before);
    }

    expect(count).toBe(300_000);
    expect(most).toBeLessThan(15_000_000);
  }, 30_000);
});

describe('JSON lines', () => {
  test('row 11: objects written one a line are read back', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 6 }), (rows) => {
        const plain = rows.map((row) => JSON.parse(JSON.stringify(row)) as { readonly [name: string]: Json });
        const jsonLines = `\uFEFF\n${plain.map((row) => JSON.stringify(row)).join('\r\n \n')}`;

        expect([...rowsOf({ jsonLines })]).toEqual(plain);
        expect(countRows({ jsonLines })).toBe(rows.length);
      }),
    );
  });

  test('what is no JSON or no object is told with row and line', () => {
    const problems = rowProblems({ jsonLines: '{"a":1}\n\n{"a":\n[1]\n{"b":2}\n' });

    expect(problems.map(({ row, line: at }) => [row, at])).toEqual([
      [2, 3],
      [3, 4],
    ]);
    expect(problems[0]?.message).toContain('expected a JSON object in one line, got "{\\"a\\":"');
    expect(problems[1]?.message).toBe('expected a JSON object in one line, got one of type array');
  });
});

describe('lists', () => {
  test('a list is its rows, again and again; what is no object is told', () => {
    const rows = rowsOf([{ a: 1 }, { a: 2 }]);

    expect([...rows]).toEqual([{ a: 1 }, { a: 2 }]);
    expect([...rows]).toHaveLength(2);
    expect(rowProblems([{ a: 1 }, 5 as unknown as { a: number }])).toEqual([
      { row: 2, message: 'expected an object of fields, got integer' },
    ]);
    expect(rowProblems([])).toEqual([{ message: 'expected at least one row, got none' }]);
  });
});

describe('combinations', () => {
  test('full: every combination once, the last field changing first', () => {
    expect([...rowsOf({ combine: { a: [1, 2], b: ['x', 'y'], c: [true] } })]).toEqual([
      { a: 1, b: 'x', c: true },
      { a: 1, b: 'y', c: true },
      { a: 2, b: 'x', c: true },
      { a: 2, b: 'y', c: true },
    ]);
  });

  test('full: as many different rows as the product says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        const combine = Object.fromEntries(
          sizes.map((size, at) => [`f${String(at)}`, Array.from({ length: size }, (_, n) => n)]),
        );
        const rows = [...rowsOf({ combine })];

        expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(
          sizes.reduce((total, size) => total * size, 1),
        );
        expect(countRows({ combine })).toBe(rows.length);
      }),
    );
  });

  test('a hundred thousand rows are the most; the first of them comes at once', () => {
    const ten = Array.from({ length: 10 }, (_, at) => at);
    const five = { a: ten, b: ten, c: ten, d: ten, e: ten };

    expect(countRows({ combine: five })).toBe(100_000);
    expect(rowsOf({ combine: five })[Symbol.iterator]().next().value).toEqual({ a: 0, b: 0, c: 0, d: 0, e: 0 });
    expect(rowProblems({ combine: { ...five, f: [1, 2] } })).toEqual([
      { message: 'expected at most 100000 rows, got 200000 combinations; `how: pairwise` makes fewer' },
    ]);
    expect(() => [...rowsOf({ combine: { ...five, f: [1, 2] } })]).toThrow('expected at most 100000 rows');
    expect(rowProblems({ combine: { a: [] } })).toEqual([
      { message: 'expected at least one value for "a", got an empty list' },
    ]);
    expect(rowProblems({ combine: {} })).toHaveLength(1);
    expect(
      rowProblems({ combine: { a: Array(400).fill(1), b: Array(400).fill(1) }, how: 'pairwise' })[0]?.message,
    ).toBe('expected at most 100000 rows, got at least 160000 for the two largest fields');
  });
});

describe('elements of a captured list', () => {
  test('each element is a row, of any type', () => {
    expect(rowsOfEach({ each: '{{ids}}' }, [1, 'a', null])).toEqual([1, 'a', null]);
  });

  test('no list, an empty one and one too long are told', () => {
    expect(() => rowsOfEach({ each: '{{ids}}' }, { a: 1 })).toThrow('expected {{ids}} to be a list, got object');
    expect(() => rowsOfEach({ each: '{{ids}}' }, [])).toThrow('`emptyIsFine: true` allows that');
    expect(rowsOfEach({ each: '{{ids}}', emptyIsFine: true }, [])).toEqual([]);
    expect(() => rowsOfEach({ each: '{{ids}}' }, new Array<Json>(100_001).fill(1))).toThrow(
      'at most 100000 elements, got 100001',
    );
  });
});
