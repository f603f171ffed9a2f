/** Protected operations without credentials, and with invented ones. */
import type { ScanIdentity } from '#core/acts/scan';
import type { Operation } from '#engines/contract/model';
import { isGranted, showsSame, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Actor, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { isReading, isSecured } from '#engines/security/session';
import type { Working } from '#engines/security/workbench';

/** Every credential of an identity replaced by a text of the same length that was never given out. */
export const inventedIdentity = ({ headers = {}, query = {}, ...rest }: ScanIdentity): ScanIdentity => {
  const invented = (value: string): string =>
    value.replaceAll(/[^\s=;]{4,}(?=$|;)/gu, (token) =>
      'assayinvented0'.repeat(Math.ceil(token.length / 14)).slice(0, token.length),
    );
  const each = (values: { readonly [name: string]: string }): { [name: string]: string } =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, invented(value)]));
  return { ...rest, headers: each(headers), query: each(query) };
};

const readsThrough = (working: Working | undefined, answer: Answer): boolean | 'unknown' => {
  if (!isGranted(answer)) return false;
  if (working === undefined) return answer.text.length > 2;
  if (showsSame(working.answer, answer)) return true;
  return working.answer.text === answer.text ? 'unknown' : false;
};

/** A fresh request that writes: bodies name something new each time. */
const freshCall = async ({ bench }: Scan, operation: Operation, working: Working): Promise<Call> =>
  operation.requestBody === undefined
    ? working.call
    : { ...(await bench.callFor(operation, working.actor)), path: working.call.path };

const goesThrough = async (
  scan: Scan,
  operation: Operation,
  actor: Actor,
  working: Working | undefined,
): Promise<{ readonly answer: Answer; readonly through: boolean | 'unknown' }> => {
  const { bench } = scan;
  const call =
    working === undefined
      ? await bench.callFor(operation, actor)
      : isReading(operation)
        ? working.call
        : await freshCall(scan, operation, working);
  const answer = await scan.send(call, actor);
  return { answer, through: isReading(operation) ? readsThrough(working, answer) : isGranted(answer) };
};

const lookAnonymous = async (scan: Scan, operation: Operation): Promise<boolean> => {
  const check = isReading(operation) ? 'auth-missing' : 'auth-missing-write';
  if (!scan.wants(check) || !scan.isAnonymous) return false;
  const alone = scan.bench.leftAlone(operation);
  if (alone !== undefined) {
    scan.skip(check, operation.id, alone);
    return false;
  }
  const own = await scan.bench.working(operation);
  const working = own?.actor.name === ANONYMOUS.name ? undefined : own;
  const first = await goesThrough(scan, operation, ANONYMOUS, working);
  if (first.answer.isUnjudged)
    scan.skip(check, operation.id, `no judgement is possible after status ${String(first.answer.status)}`);
  else if (first.through === 'unknown') scan.skip(check, operation.id, 'the answer holds nothing to compare');
  else if (!first.through) scan.clear(check, operation.id);
  else {
    const again = await goesThrough(scan, operation, ANONYMOUS, working);
    if (again.through !== true) scan.skip(check, operation.id, 'the second request was not answered like the first');
    else {
      const message = `expected a request without credentials to be refused, got ${String(first.answer.status)}${working === undefined ? '' : ` with what ${working.actor.name} gets`}`;
      scan.found(check, { operation: operation.id, message, exchange: first.answer.exchange });
      return true;
    }
  }
  return false;
};

const lookInvented = async (scan: Scan, operation: Operation): Promise<void> => {
  if (!scan.wants('auth-invalid') || operation.method === 'DELETE') return;
  const working = await scan.bench.working(operation);
  if (working === undefined || working.actor.name === ANONYMOUS.name) {
    scan.skip('auth-invalid', operation.id, 'no identity is granted an answer');
    return;
  }
  const invented: Actor = { name: 'invented', identity: inventedIdentity(working.actor.identity) };
  const first = await goesThrough(scan, operation, invented, working);
  if (first.through !== true) {
    if (first.answer.isUnjudged)
      scan.skip('auth-invalid', operation.id, `no judgement is possible after status ${String(first.answer.status)}`);
    else scan.clear('auth-invalid', operation.id);
    return;
  }
  const control = await goesThrough(scan, operation, ANONYMOUS, working);
  const again = await goesThrough(scan, operation, invented, working);
  if (control.through === true) scan.skip('auth-invalid', operation.id, 'it answers without credentials as well');
  else if (again.through === true)
    scan.found('auth-invalid', {
      operation: operation.id,
      message: `expected invented credentials to be refused, got ${String(first.answer.status)} as with those of ${working.actor.name}`,
      exchange: first.answer.exchange,
    });
};

export const authentication: Family = {
  scope: 'operation',
  checks: ['auth-missing', 'auth-missing-write', 'auth-invalid'],
  run: async (scan, operation) => {
    if (!isSecured(operation)) return;
    const isOpen = await lookAnonymous(scan, operation);
    if (isOpen) scan.skip('auth-invalid', operation.id, 'it answers without credentials as well');
    else await lookInvented(scan, operation);
  },
};
