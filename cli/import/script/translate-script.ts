import type { Capture, CheckSubject } from '#core/check';
import type { Json } from '#core/units';
import type { Expression, Statement } from './ast.ts';
import { chainChecks, type Link } from './chain.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { parseScript } from './parse-script.ts';
import { captureOf, expectedOf, type ScriptValue } from './script-value.ts';

/** A part of a script that has no counterpart in a suite. */
export interface Untranslated {
  readonly source: string;
  readonly line: number;
  readonly why: string;
}

export interface TranslatedScript {
  readonly checks: CheckSubject[];
  /** By the name that the script uses. */
  readonly captures: Map<string, Capture>;
  /** Constants and generated values that it sets, by the name that the script uses. */
  readonly values: Map<string, Json>;
  readonly untranslated: Untranslated[];
  /** Request that the script sends the runner to. */
  next?: string;
}

interface Translation extends TranslatedScript {
  readonly scope: Scope;
  readonly isAfter: boolean;
}

const keep = (into: Translation, statement: Pick<Statement, 'source' | 'line'>, why: string): void => {
  into.untranslated.push({ source: statement.source, line: statement.line, why });
};

/** The subject of a chain and its links; undefined when the expression is none. */
const chainOf = (
  expression: Expression,
): { readonly root: Expression; readonly links: { name: string; given?: readonly Expression[] }[] } | undefined => {
  const links: { name: string; given?: readonly Expression[] }[] = [];
  let current = expression;
  for (;;) {
    if (current.t === 'call' && current.callee.t === 'member' && !isExpect(current)) {
      links.unshift({ name: current.callee.name, given: current.given });
      current = current.callee.of;
    } else if (current.t === 'member' && !isResponse(current)) {
      links.unshift({ name: current.name });
      current = current.of;
    } else return links.length === 0 ? undefined : { root: current, links };
  }
};

const pathOf = (expression: Expression): string => {
  if (expression.t === 'name') return expression.name;
  return expression.t === 'member' ? `${pathOf(expression.of)}.${expression.name}` : '';
};
const isExpect = (expression: Expression): boolean =>
  expression.t === 'call' && ['pm.expect', 'expect', 'chai.expect'].includes(pathOf(expression.callee));
const isResponse = (expression: Expression): boolean => pathOf(expression) === 'pm.response';

const expectation = (into: Translation, expression: Expression): CheckSubject[] | undefined => {
  const chain = chainOf(expression);
  if (chain === undefined) return undefined;
  const { root, links } = chain;
  const subject: ScriptValue | undefined =
    root.t === 'call' && isExpect(root) && root.given[0] !== undefined
      ? evaluate(into.scope, root.given[0])
      : isResponse(root)
        ? { k: 'response' }
        : undefined;
  if (subject === undefined || subject.k === 'own') return undefined;
  const given = links.map(({ name, given: raw }): Link => ({
    name,
    ...(raw === undefined ? {} : { given: raw.map((one) => evaluate(into.scope, one)) }),
  }));
  return chainChecks(subject, given);
};

const SET =
  /^(?:pm\.(?:environment|globals|collectionVariables|variables)\.set|postman\.set(?:Environment|Global)Variable|environment\.set|globals\.set)$/;
const UNSET =
  /^(?:pm\.(?:environment|globals|collectionVariables|variables)\.(?:unset|clear)|postman\.clear(?:Environment|Global)Variables?)$/;
const NEXT = /^(?:postman|pm\.execution)\.setNextRequest$/;

const setVariable = (
  into: Translation,
  name: Expression | undefined,
  raw: Expression | undefined,
  statement: Statement,
): void => {
  const key = name === undefined ? undefined : expectedOf(evaluate(into.scope, name));
  const value = raw === undefined ? undefined : evaluate(into.scope, raw);
  if (typeof key !== 'string' || value === undefined) {
    keep(into, statement, 'the value that it sets cannot be told without running it');
    return;
  }
  const capture = into.isAfter ? captureOf(value) : undefined;
  const constant = expectedOf(value);
  if (capture !== undefined) into.captures.set(key, capture);
  else if (constant !== undefined && constant !== `{{${into.scope.variable(key)}}}`) into.values.set(key, constant);
  else if (constant === undefined) keep(into, statement, 'the value that it sets cannot be told without running it');
};

const callStatement = (
  into: Translation,
  expression: Extract<Expression, { t: 'call' }>,
  statement: Statement,
): boolean => {
  const name = pathOf(expression.callee);
  const [first, second] = expression.given;
  if (/^console\.\w+$/.test(name)) return true;
  if (name === 'pm.test' || name === 'pm.test.skip') {
    if (second?.t !== 'function' || name !== 'pm.test') return false;
    walk(into, second.body);
    return true;
  }
  if (SET.test(name)) {
    setVariable(into, first, second, statement);
    return true;
  }
  if (UNSET.test(name)) return true;
  if (NEXT.test(name)) {
    const target = first === undefined ? undefined : expectedOf(evaluate(into.scope, first));
    if (typeof target !== 'string') return false;
    into.next = target;
    return true;
  }
  return false;
};

const assignment = (
  into: Translation,
  expression: Extract<Expression, { t: 'assign' }>,
  statement: Statement,
): boolean => {
  const { to, value, op } = expression;
  if (op !== '=') return false;
  const isTests = (to.t === 'index' || to.t === 'member') && pathOf(to.of) === 'tests';
  if (isTests) {
    const held = evaluate(into.scope, value);
    if (held?.k !== 'holds') return false;
    into.checks.push(...held.checks);
    return true;
  }
  if ((to.t === 'index' || to.t === 'member') && /^(?:environment|globals)$/.test(pathOf(to.of))) {
    const name: Expression = to.t === 'index' ? to.index : { t: 'value', value: to.name };
    setVariable(into, name, value, statement);
    return true;
  }
  if (to.t !== 'name') return false;
  const known = evaluate(into.scope, value);
  if (known === undefined || known.k === 'own') into.scope.names.delete(to.name);
  else into.scope.names.set(to.name, known);
  return known !== undefined && known.k !== 'own';
};

const expressionStatement = (into: Translation, expression: Expression, statement: Statement): void => {
  const checks = expectation(into, expression);
  if (checks !== undefined) {
    into.checks.push(...checks);
    return;
  }
  if (expression.t === 'call' && callStatement(into, expression, statement)) return;
  if (expression.t === 'assign' && assignment(into, expression, statement)) return;
  // A text alone, such as 'use strict', does nothing.
  if (expression.t === 'value') return;
  keep(into, statement, 'nothing in a suite says the same');
};

/** Statements in a branch: what it captures holds for the answers that the suite expects anyway; what it expects holds for the branch alone. */
const branch = (into: Translation, statement: Extract<Statement, { t: 'if' }>): void => {
  const test = evaluate(into.scope, statement.test);
  const isOfAnswer = test?.k === 'holds' || test?.k === 'path' || test?.k === 'text' || test?.k === 'header';
  const trial: Translation = { ...into, checks: [], captures: new Map(), values: new Map(), untranslated: [] };
  walk(trial, statement.yes);
  const isOnlyCaptures =
    trial.checks.length === 0 && trial.untranslated.length === 0 && trial.values.size === 0 && trial.next === undefined;
  if (!isOfAnswer || !isOnlyCaptures || statement.no.length > 0) {
    keep(into, statement, 'a condition: a suite has no branches');
    return;
  }
  for (const [name, capture] of trial.captures) into.captures.set(name, capture);
};

const declaration = (into: Translation, statement: Extract<Statement, { t: 'declare' }>): void => {
  for (const [name, value] of statement.names) {
    into.scope.names.delete(name);
    if (value === undefined) continue;
    const isLibrary = value.t === 'call' && pathOf(value.callee) === 'require';
    const known = isLibrary ? undefined : evaluate(into.scope, value);
    if (known !== undefined && known.k !== 'own') into.scope.names.set(name, known);
    else if (known?.k === 'own' && /^(?:new Date|pm|random)/.test(known.name)) into.scope.names.set(name, known);
    else if (!isLibrary) keep(into, statement, 'the value that it makes cannot be told without running it');
  }
};

const walk = (into: Translation, statements: readonly Statement[]): void => {
  for (const statement of statements) {
    switch (statement.t) {
      case 'expression':
        expressionStatement(into, statement.of, statement);
        break;
      case 'declare':
        declaration(into, statement);
        break;
      case 'if':
        branch(into, statement);
        break;
      case 'block':
        walk(into, statement.body);
        break;
      case 'return':
        break;
      case 'other':
        keep(into, statement, 'loops and the like cannot be translated');
        break;
    }
  }
};

/**
 * What a script of a collection expects and sets, in the words of a suite. Nothing is dropped: what has no counterpart is in `untranslated`.
 *
 * @param isAfter the script runs after the answer: only then are there values to capture
 */
export const translateScript = (text: string, isAfter: boolean, scope: Omit<Scope, 'names'>): TranslatedScript => {
  const into: Translation = {
    checks: [],
    captures: new Map(),
    values: new Map(),
    untranslated: [],
    scope: { ...scope, names: new Map() },
    isAfter,
  };
  walk(into, parseScript(text));
  const { scope: _scope, isAfter: _isAfter, ...translated } = into;
  return translated;
};
