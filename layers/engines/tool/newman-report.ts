/** The report of Newman's JSON reporter (`newman run … -r json`). */
import type { ToolCase, ToolCheck } from '#core/acts/tool';
import { fieldOf, isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { UnreadableReport, listAt, numberOf, objectAt, parseJson, textOf, toolCase } from '#engines/tool/report';

const DEPTH_MAX = 50;

const members = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];

/** Names of the folders that each request of the collection is in, by its id. */
const foldersOf = (collection: Json | undefined): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  const walk = (items: readonly JsonObject[], above: readonly string[]): void => {
    if (above.length > DEPTH_MAX) return;
    for (const item of items) {
      const id = textOf(item, 'id');
      if (id !== undefined) found.set(id, above);
      walk(members(fieldOf(item, 'item')), [...above, textOf(item, 'name') ?? '']);
    }
  };
  if (isJsonObject(collection)) walk(members(fieldOf(collection, 'item')), []);
  return found;
};

const messageOf = (error: JsonObject): string =>
  textOf(error, 'message') ??
  [
    textOf(error, 'name'),
    textOf(error, 'code'),
    textOf(error, 'syscall'),
    textOf(error, 'address'),
    numberOf(error, 'port'),
  ]
    .filter((part) => part !== undefined)
    .join(' ');

const checksOf = (execution: JsonObject): readonly ToolCheck[] =>
  members(fieldOf(execution, 'assertions'))
    .filter((assertion) => fieldOf(assertion, 'skipped') !== true)
    .map((assertion) => {
      const check = textOf(assertion, 'assertion') ?? 'an assertion';
      const error = fieldOf(assertion, 'error');
      return isJsonObject(error) ? { check, passed: false, message: messageOf(error) } : { check, passed: true };
    });

/** A request that was not answered or a script that broke off: nothing was judged as it should have been. */
const trouble = (execution: JsonObject): string | undefined => {
  const request = fieldOf(execution, 'requestError');
  if (isJsonObject(request)) return `the request got no answer: ${messageOf(request) || 'no reason was recorded'}`;
  for (const name of ['prerequestScript', 'testScript']) {
    const error = members(fieldOf(execution, name))
      .map((script) => fieldOf(script, 'error'))
      .find(isJsonObject);
    if (error !== undefined)
      return `the ${name === 'testScript' ? 'test' : 'pre-request'} script broke off: ${messageOf(error)}`;
  }
  return undefined;
};

interface Names {
  readonly collection: string;
  readonly folders: ReadonlyMap<string, readonly string[]>;
  readonly severalIterations: boolean;
}

const caseOf = (value: Json, at: number, { collection, folders, severalIterations }: Names): ToolCase => {
  const where = `/run/executions/${String(at)}`;
  const execution = objectAt(value, where);
  const item = objectAt(fieldOf(execution, 'item'), `${where}/item`);
  const cursor = fieldOf(execution, 'cursor');
  const iteration = isJsonObject(cursor) ? (numberOf(cursor, 'iteration') ?? 0) : 0;
  const response = fieldOf(execution, 'response');
  const checks = checksOf(execution);
  const broken = trouble(execution);
  const failed = checks.filter(({ passed }) => !passed);
  const verdict =
    broken !== undefined ? 'errored' : failed.length > 0 ? 'failed' : checks.length > 0 ? 'passed' : 'skipped';
  const name = textOf(item, 'name') ?? '';
  return toolCase({
    name: severalIterations ? `${name} [iteration ${String(iteration + 1)}]` : name,
    suite: [collection, ...(folders.get(textOf(item, 'id') ?? '') ?? [])].filter((part) => part !== ''),
    verdict,
    durationMs: isJsonObject(response) ? numberOf(response, 'responseTime') : undefined,
    message:
      broken ??
      (verdict === 'skipped'
        ? 'the collection has no tests for it'
        : failed.map(({ check, message }) => `${check}: ${message ?? ''}`).join('; ')),
    checks,
  });
};

/** @throws UnreadableReport */
export const readNewman = (text: string): readonly ToolCase[] => {
  const report = objectAt(parseJson(text), '');
  const run = objectAt(fieldOf(report, 'run'), '/run');
  const collection = fieldOf(report, 'collection');
  const info = isJsonObject(collection) ? fieldOf(collection, 'info') : undefined;
  const executions = listAt(fieldOf(run, 'executions'), '/run/executions');
  const error = fieldOf(run, 'error');
  if (isJsonObject(error))
    throw new UnreadableReport(`expected a run that came to its end, got one that broke off: ${messageOf(error)}`);
  const iterations = new Set(members(fieldOf(run, 'executions')).map((one) => JSON.stringify(iterationOf(one))));
  const names = {
    collection: isJsonObject(info) ? (textOf(info, 'name') ?? '') : '',
    folders: foldersOf(collection),
    severalIterations: iterations.size > 1,
  };
  return executions.map((execution, at) => caseOf(execution, at, names));
};

const iterationOf = (execution: JsonObject): number => {
  const cursor = fieldOf(execution, 'cursor');
  return isJsonObject(cursor) ? (numberOf(cursor, 'iteration') ?? 0) : 0;
};
