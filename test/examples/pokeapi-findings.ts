import type { FaultName } from '../../examples/pokeapi/server.ts';

/** `suite/case[row]` and the first check that did not hold, or `flaky: …`, `warning: …`, `skipped`. */
export type Found = { readonly [id: string]: string };

const WHOLE = 'nothing is missing: as many different elements as the total says';
const TWICE = 'no element comes twice';
const END = 'the pages come to an end';
const TOTAL = 'the total stays the same on all pages';

const creatures = (reason: string): Found =>
  Object.fromEntries([1, 2, 3, 4].map((row) => [`schema/creature[${String(row)}]`, reason]));

/** The reader of a creature sees that it is not as the document says. */
const BROKEN = creatures('the response keeps the contract (body)');

/** What each fault of the creatures API makes of its suites: the cases that fail and why, and nothing else. Faults under load stand in the test. */
export const FOUND: { readonly [fault in FaultName]?: Found } = {
  'weight-as-text': {
    ...BROKEN,
    'data/golden': 'no value changed against the golden value',
    'data/drift': 'no type_changed',
  },
  'field-gone': {
    ...BROKEN,
    'data/golden': 'no value removed against the golden value',
    'data/drift': 'no field_removed',
  },
  'field-came': {
    ...creatures('warning: undeclared'),
    'data/golden': 'warning: data_diff',
    'data/drift': 'warning: drift',
  },
  'null-names': {
    'schema/skill': 'the response keeps the contract (body)',
    'data/languages': 'en has a text of its own',
  },
  rounding: {},
  'values-changed': { 'data/golden': 'no value changed against the golden value' },
  'page-gap': { 'data/pages-by-link': WHOLE, 'data/pages-by-url': WHOLE, 'data/pages-by-offset': TWICE },
  'page-twice': {
    'schema/page': '$.results[*].id every element: > 20',
    'data/pages-by-link': TWICE,
    'data/pages-by-url': TWICE,
    'data/pages-by-offset': TWICE,
  },
  'page-loop': { 'data/pages-by-url': END, 'data/pages-by-link': END },
  'page-size-ignored': { 'data/pages-by-url': 'pages have 10 elements, the last at most so many' },
  'total-wrong': { 'data/pages-by-link': TOTAL, 'data/pages-by-url': TOTAL, 'data/pages-by-offset': TOTAL },
  'kind-undeclared': { 'data/kinds[3]': '$.kind has declared values only' },
  'skill-dangling': { 'data/skills[2]': 'what $.id refers to exists (3 different ids)' },
  'language-missing': { 'data/languages': 'fr is answered in fr' },
  'flaky-503': { 'limits/daily': 'flaky: http_5xx' },
  'always-503': { 'limits/daily': 'status is 200' },
  'no-limit': { 'limits/limited-draw': 'status is 429', 'limits/other-client': 'skipped' },
  'limit-without-wait': {
    'limits/limited-draw': 'header retry-after matches "^[0-9]+$"',
    'limits/other-client': 'skipped',
  },
};
