import { explainErrors, FAULTS_MAX } from '#contracts/explain-errors';
import type { Route, RouteParameter } from '#contracts/route';
import { isProblemCode, problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import { isSensitiveKey } from '#core/sensitive-keys';
import { queryOf } from '#lambda/gateway-event';
import type { HttpMiddleware, HttpRequest } from '#lambda/http-state';
import { readBody } from '#lambda/read-body';

type Values = { readonly [name: string]: number | string };

const isSecretPlace = (pointer: string): boolean => pointer.split('/').some(isSensitiveKey);

const INTEGER = /^-?\d{1,15}$/;

const typed = ({ integer }: RouteParameter, text: string): number | string =>
  integer && INTEGER.test(text) ? Number(text) : text;

const faultsOf = (parameter: RouteParameter, value: number | string): readonly ProblemReason[] =>
  parameter.validate(value)
    ? []
    : explainErrors(parameter.validate.errors).map(({ reason }) => ({
        in: parameter.in,
        pointer: `/${parameter.name}`,
        reason,
      }));

interface Read {
  readonly values: Values;
  readonly faults: readonly ProblemReason[];
}

const readParameters = (parameters: readonly RouteParameter[], given: (name: string) => readonly string[]): Read => {
  const values: Record<string, number | string> = {};
  const faults: ProblemReason[] = [];
  for (const parameter of parameters) {
    const { name } = parameter;
    const texts = given(name);
    const [text] = texts;
    if (texts.length > 1)
      faults.push({ in: parameter.in, pointer: `/${name}`, reason: `expected one value, got ${String(texts.length)}` });
    else if (text !== undefined) {
      const value = typed(parameter, text);
      faults.push(...faultsOf(parameter, value));
      values[name] = value;
    } else if (parameter.default !== undefined) values[name] = parameter.default;
    else if (parameter.required)
      faults.push({ in: parameter.in, pointer: `/${name}`, reason: 'expected a value, got nothing' });
  }
  return { values, faults };
};

const unknownQuery = (known: readonly RouteParameter[], given: Iterable<string>): readonly ProblemReason[] => {
  const names = known.map(({ name }) => name);
  const expected = names.length === 0 ? 'expected none' : `expected one of ${names.join(', ')}`;
  return [...given]
    .filter((name) => !names.includes(name))
    .map((name) => ({ in: 'query', pointer: `/${name}`, reason: `unknown query parameter: ${expected}` }));
};

/** A path that cannot name anything names nothing: 404, except where the caller is about to make the thing. */
const refusePath = (route: Route, path: ReadonlyMap<string, string>): readonly ProblemReason[] => {
  const parameters = route.parameters.filter((parameter) => parameter.in === 'path');
  const { faults } = readParameters(parameters, (name) => [path.get(name) ?? '']);
  const [first] = faults;
  if (first === undefined || route.method === 'PUT') return faults;
  const code = parameters.find(({ name }) => `/${name}` === first.pointer)?.notFound ?? '';
  throw problem(isProblemCode(code) ? code : 'route-not-found', first.reason);
};

const refuse = (faults: readonly ProblemReason[]): void => {
  const [first] = faults;
  if (first === undefined) return;
  const place = `${first.in === undefined || first.in === 'body' ? '' : `${first.in} `}${first.pointer === '' ? 'body' : first.pointer}`;
  const rest = faults.length === 1 ? '' : ` (and ${String(faults.length - 1)} more)`;
  throw problem('validation-failed', `${place}: ${first.reason}${rest}`, { errors: faults.slice(0, FAULTS_MAX) });
};

const bodyFaults = (route: Route, body: unknown): readonly ProblemReason[] => {
  const validate = route.body?.validate;
  if (validate === undefined || body === undefined || validate(body)) return [];
  return explainErrors(validate.errors, isSecretPlace).map((fault) => ({ in: 'body', ...fault }));
};

/**
 * Holds a request against the contract and hands the handler an ApiCall in place of the event: parameters validated and with their
 * defaults, body parsed and validated. What the contract does not know is an error.
 *
 * @throws validation-failed with errors[], malformed-json, body-too-large, unsupported-media-type, or the not-found code of a path
 */
export const contractGuard = (): HttpMiddleware => {
  const contractGuardBefore = (request: HttpRequest): void => {
    const { received, matched, principal } = request.internal;
    if (received === undefined || matched === undefined)
      throw problem('invariant-broken', 'the contract was asked for before the route was known');
    const { route, path } = matched;
    const { event, headers, traceId, requestId } = received;
    const of = (place: RouteParameter['in']): readonly RouteParameter[] =>
      route.parameters.filter((parameter) => parameter.in === place);
    const given = queryOf(event);
    const query = readParameters(of('query'), (name) => given.get(name) ?? []);
    const header = readParameters(of('header'), (name) => {
      const text = headers[name];
      return text === undefined ? [] : [text];
    });
    refuse([...refusePath(route, path), ...unknownQuery(of('query'), given.keys()), ...query.faults, ...header.faults]);
    const body = readBody(route, event, headers['content-type']);
    refuse(bodyFaults(route, body));
    const call = {
      principal,
      path: Object.fromEntries(path),
      query: query.values,
      headers: header.values,
      body,
      traceId,
      requestId,
    };
    request.event = { operationId: route.operationId, call };
  };
  return { before: contractGuardBefore };
};
