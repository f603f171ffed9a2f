/** Values and normalized paths of RFC 9535; the compliance suite itself is held by `npm run conformance -- jsonpath`. */
import { expect, test } from '@jest/globals';
import { applyPath, locate } from '#engines/functional/json-path';

const document = { items: [{ id: 1 }, { id: 2 }], "it's": { 'a"\n': 3 } };

test.each<[string, unknown[], string[]]>([
  ['$.items[*].id', [1, 2], ["$['items'][0]['id']", "$['items'][1]['id']"]],
  ['$.items[-1].id', [2], ["$['items'][1]['id']"]],
  ['$["it\'s"].*', [3], ["$['it\\'s']['a\"\\n']"]],
  ['$.none', [], []],
  ['$', [document], ['$']],
])('%s', (path, values, paths) => {
  expect(applyPath(path, document).values).toEqual(values);
  expect(locate(path, document)).toEqual(values.map((value, at) => ({ value, path: paths[at] })));
});
