import type { Json } from '#core/units';
import type { Expression } from './ast.ts';
import { generatorNamed } from '../generators.ts';
import { below, checkOn, expectedOf, type ScriptValue } from './script-value.ts';

/** What names of a script stand for, and how variables are written in suites. */
export interface Scope {
  readonly names: Map<string, ScriptValue>;
  /** Name of a variable as a suite has it. */
  readonly variable: (name: string) => string;
  /** A text of the script with its variables as a suite has them. */
  readonly text: (text: string) => string;
}

const own = (name: string): ScriptValue => ({ k: 'own', name });
const response: ScriptValue = { k: 'response' };

const STORES = /^(?:pm\.(?:environment|globals|collectionVariables|variables)|environment|globals)$/;

const MEMBERS: { readonly [name: string]: ScriptValue } = {
  'pm.response': response,
  responseBody: { k: 'text' },
  responseCode: own('responseCode'),
  'responseCode.code': { k: 'status' },
  responseTime: { k: 'time' },
};

const ofResponse = (name: string): ScriptValue | undefined => {
  switch (name) {
    case 'code':
      return { k: 'status' };
    case 'responseTime':
      return { k: 'time' };
    case 'responseSize':
      return { k: 'bytes' };
    case 'headers':
      return own('pm.response.headers');
    case 'to':
      return response;
    default:
      return undefined;
  }
};

const member = (of: ScriptValue | undefined, name: string): ScriptValue | undefined => {
  if (of === undefined) return undefined;
  if (of.k === 'path') return name === 'length' ? { k: 'length', of } : { k: 'path', path: below(of.path, name) };
  if (of.k === 'text' || of.k === 'responseText') return name === 'length' ? { k: 'length', of } : undefined;
  if (of.k === 'response') return ofResponse(name);
  if (of.k === 'value' && typeof of.value === 'object' && of.value !== null && !Array.isArray(of.value))
    return { k: 'value', value: (of.value as { readonly [name: string]: Json })[name] };
  if (of.k !== 'own') return undefined;
  return MEMBERS[`${of.name}.${name}`] ?? own(`${of.name}.${name}`);
};

const storeRead = (scope: Scope, name: Json | undefined): ScriptValue | undefined =>
  typeof name === 'string' ? { k: 'template', text: `{{${scope.variable(name)}}}` } : undefined;

/** Calls of Postman's own functions and of JavaScript's that make values. */
const ownCall = (scope: Scope, name: string, given: readonly (ScriptValue | undefined)[]): ScriptValue | undefined => {
  const [first] = given;
  const value = expectedOf(first);
  const at = name.lastIndexOf('.');
  const [holder, method] = [name.slice(0, at), name.slice(at + 1)];
  if (STORES.test(holder) && method === 'get') return storeRead(scope, value);
  if (/^postman\.get(?:Environment|Global)Variable$/.test(name)) return storeRead(scope, value);
  if (STORES.test(holder) && method === 'replaceIn')
    return typeof value === 'string' ? { k: 'template', text: scope.text(value) } : undefined;
  if (name === 'pm.response.headers.get' || name === 'postman.getResponseHeader')
    return typeof value === 'string' ? { k: 'header', name: value } : undefined;
  if (name === 'pm.response.headers.has' && typeof value === 'string')
    return { k: 'holds', checks: [{ header: value, exists: true }] };
  if (name === 'JSON.parse')
    return first?.k === 'text' || first?.k === 'responseText' ? { k: 'path', path: '$' } : undefined;
  if (name === 'JSON.stringify' || name === 'String' || name === 'Number' || name === 'parseInt')
    return first?.k === 'path' ? undefined : first;
  if (name === 'tv4.validate') {
    const schema = expectedOf(given[1]);
    const valid = first === undefined || typeof schema !== 'object' || schema === null ? undefined : schema;
    return valid === undefined || first?.k !== 'path'
      ? undefined
      : { k: 'holds', checks: [{ schema: valid as never, ...(first.path === '$' ? {} : { at: first.path }) }] };
  }
  if (name === 'Math.random') return own('random');
  if (/^Math\.(?:floor|round|trunc|ceil)$/.test(name)) return first?.k === 'template' ? first : undefined;
  const generated = generatorNamed(name, value, expectedOf(given[1]));
  return generated === undefined ? undefined : { k: 'template', text: generated };
};

const methodCall = (
  of: ScriptValue,
  name: string,
  given: readonly (ScriptValue | undefined)[],
): ScriptValue | undefined => {
  const value = expectedOf(given[0]);
  if (of.k === 'response') {
    if (name === 'json') return { k: 'path', path: '$' };
    return name === 'text' ? { k: 'responseText' } : undefined;
  }
  if (['includes', 'contains'].includes(name) && value !== undefined) {
    const check = checkOn(of, { contains: value });
    return check === undefined ? undefined : { k: 'holds', checks: [check] };
  }
  if (name === 'has' && of.k === 'text' && value !== undefined)
    return { k: 'holds', checks: [{ body: 'text', contains: value }] };
  if (name === 'hasOwnProperty' && of.k === 'path' && typeof value === 'string')
    return { k: 'holds', checks: [{ path: below(of.path, value), exists: true }] };
  if (['toString', 'trim'].includes(name) && of.k === 'template') return of;
  return undefined;
};

const call = (scope: Scope, expression: Extract<Expression, { t: 'call' }>): ScriptValue | undefined => {
  const { callee } = expression;
  const given = expression.given.map((one) => evaluate(scope, one));
  if (callee.t === 'member') {
    const of = evaluate(scope, callee.of);
    if (of !== undefined && of.k !== 'own') return methodCall(of, callee.name, given);
  }
  const target = evaluate(scope, callee);
  if (target?.k === 'own') return ownCall(scope, target.name, given);
  return undefined;
};

const COMPARE: { readonly [op: string]: 'equals' | 'not' | '<' | '<=' | '>' | '>=' } = {
  '===': 'equals',
  '==': 'equals',
  '!==': 'not',
  '!=': 'not',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const TURNED: { readonly [op: string]: string } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

const compared = (
  op: string,
  left: ScriptValue | undefined,
  right: ScriptValue | undefined,
): ScriptValue | undefined => {
  const isTurned = expectedOf(left) !== undefined && expectedOf(right) === undefined;
  const [subject, limit] = isTurned ? [right, left] : [left, right];
  const operator = COMPARE[isTurned ? (TURNED[op] ?? op) : op];
  if (subject === undefined || limit === undefined || operator === undefined) return undefined;
  const value = expectedOf(limit);
  if (value === undefined) {
    if (limit.k !== 'value' || subject.k !== 'path') return undefined;
    return { k: 'holds', checks: [{ path: subject.path, exists: operator === 'not' }] };
  }
  const check = checkOn(subject, { [operator]: value });
  return check === undefined ? undefined : { k: 'holds', checks: [check] };
};

const textual = (value: ScriptValue | undefined): string | undefined => {
  const known = expectedOf(value);
  return typeof known === 'string' || typeof known === 'number' ? String(known) : undefined;
};

const binary = (op: string, left: ScriptValue | undefined, right: ScriptValue | undefined): ScriptValue | undefined => {
  if (op === '&&') {
    if (left?.k === 'holds' && right?.k === 'holds') return { k: 'holds', checks: [...left.checks, ...right.checks] };
    return undefined;
  }
  if (
    op === '*' &&
    left?.k === 'own' &&
    left.name === 'random' &&
    right?.k === 'value' &&
    typeof right.value === 'number'
  )
    return { k: 'template', text: `{{$randomInt(0,${String(Math.max(0, Math.trunc(right.value) - 1))})}}` };
  if (op !== '+') return compared(op, left, right);
  if (left?.k === 'value' && right?.k === 'value' && typeof left.value === 'number' && typeof right.value === 'number')
    return { k: 'value', value: left.value + right.value };
  const [first, second] = [textual(left), textual(right)];
  if (first === undefined || second === undefined) return undefined;
  return /\{\{/.test(first + second) ? { k: 'template', text: first + second } : { k: 'value', value: first + second };
};

const literal = (scope: Scope, expression: Expression): Json | undefined => expectedOf(evaluate(scope, expression));

const template = (scope: Scope, parts: readonly (string | Expression)[]): ScriptValue | undefined => {
  let text = '';
  for (const part of parts) {
    const found = typeof part === 'string' ? part : textual(evaluate(scope, part));
    if (found === undefined) return undefined;
    text += found;
  }
  return { k: 'template', text };
};

const object = (scope: Scope, fields: readonly (readonly [string, Expression])[]): ScriptValue | undefined => {
  const made: [string, Json][] = [];
  for (const [name, value] of fields) {
    const found = literal(scope, value);
    if (found === undefined) return undefined;
    made.push([name, found]);
  }
  return { k: 'value', value: Object.fromEntries(made) };
};

const index = (scope: Scope, expression: Extract<Expression, { t: 'index' }>): ScriptValue | undefined => {
  const of = evaluate(scope, expression.of);
  const at = literal(scope, expression.index);
  if (typeof at !== 'string' && typeof at !== 'number') return undefined;
  if (of?.k === 'path') return { k: 'path', path: below(of.path, at) };
  if (of?.k !== 'own') return undefined;
  if (of.name === 'tests') return own('tests');
  if (of.name === 'responseHeaders') return { k: 'header', name: String(at) };
  return STORES.test(of.name) ? storeRead(scope, at) : undefined;
};

const unary = (op: string, of: ScriptValue | undefined): ScriptValue | undefined => {
  if (op === 'typeof') return of === undefined ? undefined : { k: 'type', of };
  if (op === '-' && of?.k === 'value' && typeof of.value === 'number') return { k: 'value', value: -of.value };
  if (op === '+') return of?.k === 'template' || of?.k === 'value' ? of : undefined;
  if (op === '!' && of?.k === 'path') return undefined;
  return undefined;
};

const created = (callee: Expression): ScriptValue | undefined =>
  callee.t === 'name' && callee.name === 'Date' ? own('new Date') : undefined;

/** What an expression stands for; undefined when nothing in a suite can say it. */
export const evaluate = (scope: Scope, expression: Expression): ScriptValue | undefined => {
  switch (expression.t) {
    case 'value':
      return { k: 'value', value: expression.value };
    case 'regex': {
      const [, source = '', flags = ''] = /^\/([\s\S]*)\/([a-z]*)$/.exec(expression.source) ?? [];
      return flags.replace(/[ug]/g, '') === ''
        ? { k: 'regex', source }
        : flags === 'i'
          ? { k: 'regex', source: `(?i:${source})` }
          : undefined;
    }
    case 'name':
      return scope.names.get(expression.name) ?? MEMBERS[expression.name] ?? own(expression.name);
    case 'member':
      return member(evaluate(scope, expression.of), expression.name);
    case 'index':
      return index(scope, expression);
    case 'call':
      return call(scope, expression);
    case 'new':
      return created(expression.callee);
    case 'unary':
      return unary(expression.op, evaluate(scope, expression.of));
    case 'binary':
      return binary(expression.op, evaluate(scope, expression.left), evaluate(scope, expression.right));
    case 'list': {
      const items = expression.items.map((one) => literal(scope, one));
      return items.every((one) => one !== undefined) ? { k: 'value', value: items } : undefined;
    }
    case 'object':
      return object(scope, expression.fields);
    case 'template':
      return template(scope, expression.parts);
    default:
      return undefined;
  }
};
