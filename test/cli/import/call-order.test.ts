/** The order of imported calls (row 1): what removes a thing waits for all that was done with what came from it. */
import { expect, test } from '@jest/globals';
import { orderOf, type OrderedCall } from '../../../cli/import/call-order.ts';

/** A call of its own name: `DELETE /projects/{{project}}`. Things are the variables of path and body that earlier calls gave. */
const calls = (
  ...lines: readonly (readonly [id: string, call: string, body?: string, gives?: string])[]
): OrderedCall[] => {
  const givenBy = new Map<string, string>();
  return lines.map(([id, call, body = '', gives = '']) => {
    const [method = 'GET', path = '/'] = call.split(' ');
    const used = [...`${path} ${body}`.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? '');
    const things = new Set(used.filter((name) => givenBy.has(name)));
    const waitsFor = new Set([...things].map((name) => givenBy.get(name) ?? ''));
    if (gives !== '') givenBy.set(gives, id);
    return {
      id,
      name: id,
      request: { method, path },
      waitsFor,
      things,
      gives: new Set(gives === '' ? [] : [gives]),
    };
  });
};

/** Everything that runs before a call, by its own wish or through others. */
const before = (id: string, list: readonly OrderedCall[]): string[] => {
  const order = orderOf(list);
  const found = new Set<string>();
  const walk = (one: string): void => {
    for (const on of [...(order.get(one) ?? []), ...(list.find((call) => call.id === one)?.waitsFor ?? [])])
      if (!found.has(on)) {
        found.add(on);
        walk(on);
      }
  };
  walk(id);
  return [...found].sort();
};

const PROJECT = calls(
  ['make-project', 'POST /projects', '', 'project'],
  ['make-task', 'POST /tasks', '{{project}}', 'task'],
  ['make-other', 'POST /tasks', '{{project}}', 'other'],
  ['make-note', 'POST /notes', '{{task}}', 'note'],
  ['read-note', 'GET /notes/{{note}}'],
  ['change-other', 'PATCH /tasks/{{other}}'],
  ['elsewhere', 'GET /users'],
  ['remove-project', 'DELETE /projects/{{project}}'],
  ['task-gone', 'GET /tasks/{{task}}'],
);

test('the removal of a parent waits for children and their children', () => {
  expect(before('remove-project', PROJECT)).toEqual([
    'change-other',
    'make-note',
    'make-other',
    'make-project',
    'make-task',
    'read-note',
  ]);
});

test('what was recorded after the removal waits for it', () => {
  expect(before('task-gone', PROJECT)).toContain('remove-project');
});

test('what is waited for through others is hardly said again, and nobody waits in a circle', () => {
  const order = orderOf(PROJECT);

  expect([...(order.get('remove-project') ?? [])].sort()).toEqual(['change-other', 'make-other', 'read-note']);
  for (const { id } of PROJECT) expect(before(id, PROJECT)).not.toContain(id);
});

test('the removal of a child does not wait for its sisters', () => {
  const list = calls(
    ['make-project', 'POST /projects', '', 'project'],
    ['make-task', 'POST /tasks/a', '', 'task'],
    ['read-project', 'GET /projects/{{project}}'],
    ['remove-task', 'DELETE /projects/{{project}}/tasks/{{task}}'],
  );

  expect(before('remove-task', list)).not.toContain('elsewhere');
  expect(before('remove-task', list)).toContain('make-task');
});

test('a hundred and fifty children are waited for as far as a case may name them', () => {
  const list = calls(
    ['make', 'POST /projects', '', 'project'],
    ...Array.from(
      { length: 150 },
      (_, at) => [`c${String(at)}`, 'POST /tasks', '{{project}}', `t${String(at)}`] as const,
    ),
    ...Array.from({ length: 150 }, (_, at) => [`g${String(at)}`, `GET /tasks/{{t${String(at)}}}`] as const),
    ['remove', 'DELETE /projects/{{project}}'],
  );

  expect(orderOf(list).get('remove')).toHaveLength(100);
});

test('ten thousand calls on one thing, half of them removals, are put in order', () => {
  const list = calls(
    ['make', 'POST /projects', '', 'project'],
    ...Array.from(
      { length: 9999 },
      (_, at) => [`c${String(at)}`, `${at % 2 === 0 ? 'DELETE' : 'GET'} /projects/{{project}}`] as const,
    ),
  );

  expect(orderOf(list).get('c9998')).toEqual(['c9997', 'c9996']);
});
