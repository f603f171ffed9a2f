import { shortJson } from '#core/json-types';
import { nearestName } from '#core/nearest-name';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { REQUEST_PARAMETERS, requestParts, typeProblems } from '#engines/suite-file/ready-parameters';
import type { ArgumentProblem, ReadyFragment } from '#engines/suite-file/ready-parameters';

const KINDS = ['integer', 'string', 'uuid', 'any'] as const;
type Kind = (typeof KINDS)[number];

interface Probe {
  /** Id of its case. */
  readonly id: string;
  /** What stands in the address: encoded already where it has to be. */
  readonly value: string;
  /** What it is, in words. */
  readonly words: string;
  /** Kinds of ids that it is tried with; all when absent. */
  readonly of?: readonly Kind[];
}

/** Wrong ids of every sort that C1.4 names. None of them can be the id of something that is there. */
const PROBES: readonly Probe[] = [
  { id: 'negative', value: '-1', words: 'a negative number' },
  { id: 'zero', value: '0', words: 'zero' },
  { id: 'large', value: '2147483648', words: 'a number beyond 32 bits' },
  { id: 'beyond-2-53', value: '9007199254740993', words: 'a number beyond 2^53' },
  { id: 'beyond-2-63', value: '9223372036854775808', words: 'a number beyond 64 bits' },
  { id: 'wrong-type', value: 'abc', words: 'a text where a number belongs', of: ['integer'] },
  { id: 'wrong-type', value: 'not-a-uuid', words: 'a text that is no UUID', of: ['uuid'] },
  { id: 'wrong-type', value: 'undefined', words: 'a slip of a program', of: ['string', 'any'] },
  { id: 'decimal', value: '1.5', words: 'a fraction', of: ['integer', 'any'] },
  { id: 'short-uuid', value: '123e4567-e89b-42d3-a456', words: 'a UUID cut short', of: ['uuid', 'any'] },
  { id: 'empty', value: '', words: 'nothing' },
  { id: 'blank', value: '%20', words: 'a space' },
  { id: 'unknown', value: '1999999973', words: 'a number that nothing has', of: ['integer'] },
  { id: 'unknown', value: '5f0b7c1e-9d3a-4c68-8a21-0e6d4b9f7a35', words: 'a UUID that nothing has', of: ['uuid'] },
  { id: 'unknown', value: 'no-such-id-5f0b7c1e9d3a', words: 'an id that nothing has', of: ['string', 'any'] },
  { id: 'nil-uuid', value: '00000000-0000-0000-0000-000000000000', words: 'the UUID of zeros', of: ['uuid', 'any'] },
  { id: 'quote', value: '%27%20OR%20%271%27%3D%271', words: 'a quote and a condition' },
  { id: 'markup', value: '%3Cscript%3E', words: 'markup' },
  { id: 'parent-folder', value: '..%2F..%2Fetc%2Fpasswd', words: 'a way out of a folder' },
  { id: 'null-character', value: '%00', words: 'a null character' },
  { id: 'line-break', value: '1%0D%0AX-Injected%3A%201', words: 'a line break' },
  { id: 'unicode', value: '%F0%9F%98%80%E2%80%AE', words: 'characters beyond the Latin ones' },
  { id: 'long', value: 'x'.repeat(1000), words: 'a thousand characters' },
];

const NAMES = [...new Set(PROBES.map(({ id }) => id))];
const PLACE = '{id}';

const isClientError = (status: Json): boolean =>
  /^4(?:\d\d|xx)$/iu.test(asText(status)) || (typeof status === 'string' && status.includes('{{'));

const argumentProblems = (args: ReadonlyMap<string, Json>): ArgumentProblem[] => {
  const problems = typeProblems(args, { path: 'text', method: 'text', kind: 'text', headers: 'object', skip: 'list' });
  const [path, kind, skip, expect] = ['path', 'kind', 'skip', 'expect'].map((name) => args.get(name));
  if (typeof path === 'string' && !path.includes(PLACE))
    problems.push({
      parameter: 'path',
      message: `expected a path with ${PLACE} where the id stands, got ${shortJson(path)}`,
    });
  if (typeof kind === 'string' && !(KINDS as readonly string[]).includes(kind)) {
    const near = nearestName(kind, KINDS);
    const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
    problems.push({ parameter: 'kind', message: `expected one of ${KINDS.join(', ')}, got "${kind}"${hint}` });
  }
  const unknown = Array.isArray(skip)
    ? (skip as readonly Json[]).find((name) => !NAMES.includes(asText(name)))
    : undefined;
  if (unknown !== undefined)
    problems.push({ parameter: 'skip', message: `expected some of ${NAMES.join(', ')}, got ${shortJson(unknown)}` });
  const wrong = [expect ?? []].flat().find((status) => !isClientError(status));
  if (wrong !== undefined)
    problems.push({ parameter: 'expect', message: `expected statuses of 400 to 499, got ${shortJson(wrong)}` });
  return problems;
};

const probeCase = (probe: Probe, args: ReadonlyMap<string, Json>): JsonObject => {
  const method = asText(args.get('method') ?? '');
  const path = asText(args.get('path') ?? '');
  const json = args.get('json');
  return {
    id: probe.id,
    name: `${method} ${path} with ${probe.words} as id`.slice(0, 300),
    request: {
      method,
      path: path.replaceAll(PLACE, probe.value),
      ...requestParts(args),
      ...(json === undefined ? {} : { json }),
      // A 5xx is what these cases look for, so it is not tried away.
      retry: false,
    },
    checks: [{ status: args.get('expect') ?? [400, 404, 422] }],
  };
};

/** Every wrong id is answered with a 4xx as documented, never with 2xx or 5xx. */
export const idProbesFragment: ReadyFragment = {
  description: 'Requests with ids that are wrong in every way: each must be answered with a 4xx.',
  parameters: {
    path: { description: `The path, with ${PLACE} where the id stands.` },
    method: { description: 'HTTP method; GET when absent.', default: 'GET' },
    kind: { description: `What ids are: ${KINDS.join(', ')}; any when absent.`, default: 'any' },
    expect: { description: 'Statuses that are documented; 400, 404 and 422 when absent.', default: [400, 404, 422] },
    json: { description: 'Body of every request.', optional: true },
    skip: {
      description: 'Probes to leave out, such as `empty` where the path without id is another operation.',
      default: [],
    },
    ...REQUEST_PARAMETERS,
  },
  make: (args) => {
    const problems = argumentProblems(args);
    if (problems.length > 0 || !args.has('path')) return { cases: [], problems };
    const skip = args.get('skip') as readonly Json[];
    const kind = args.get('kind') as Kind;
    const cases = PROBES.filter(({ id, of }) => !skip.includes(id) && (of === undefined || of.includes(kind)));
    return { cases: cases.map((probe) => probeCase(probe, args)), problems };
  },
};
