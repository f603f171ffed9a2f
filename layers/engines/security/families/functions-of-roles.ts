/** BFLA: functions of one role used by another. */
import type { Operation } from '#engines/contract/model';
import { isGranted, showsSame, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Actor, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { matchesOperation } from '#engines/security/operation-pattern';
import { isOrdinary, isReading, roleOf } from '#engines/security/session';

const ADMINISTRATIVE = /\/(?:admin(?:istration)?|internal|management|back-?office|staff|superuser|operator)(?:\/|$)/iu;

/** Not every identity of a role shows its credentials in the same way: one that is not known at all says nothing of the others. */
const LESSER_MAX = 4;

export interface RoleFunction {
  readonly mayUse: (actor: Actor) => boolean;
  /** Said by the definition, not guessed from the path. */
  readonly isStated: boolean;
}

/** Who may use an operation that is not for everybody; undefined for all others. */
export const roleFunction = ({ definition }: Scan, operation: Operation): RoleFunction | undefined => {
  const stated = definition.functions?.find(({ operations }) =>
    operations.some((pattern) => matchesOperation(pattern, operation)),
  );
  if (stated !== undefined) return { mayUse: (actor) => stated.roles.includes(roleOf(actor)), isStated: true };
  const isGuessed = ADMINISTRATIVE.test(operation.path) || operation.tags.some((tag) => /^admin/iu.test(tag));
  return isGuessed ? { mayUse: (actor) => !isOrdinary(actor), isStated: false } : undefined;
};

interface Use {
  readonly call: Call;
  readonly granted: Answer;
}

/** A use of the function that its role is granted; for removals one that the scan made room for. */
const useOf = async ({ bench, send }: Scan, operation: Operation, actor: Actor): Promise<Use | string> => {
  if (operation.method === 'DELETE') {
    const path = await bench.create(operation, actor);
    if (path === undefined) return 'only what the scan created itself is removed, and it could create nothing';
    const call = { ...(await bench.callFor(operation, actor)), path };
    const granted = await send(call, actor);
    const next = await bench.create(operation, actor);
    if (!isGranted(granted) || next === undefined) return `${actor.name} is not granted it either`;
    return { call: { ...call, path: next }, granted };
  }
  const alone = bench.leftAlone(operation);
  if (alone !== undefined) return alone;
  const working = await bench.workingAs(operation, actor);
  return working === undefined
    ? `${actor.name} is not granted it either`
    : { call: working.call, granted: working.answer };
};

const isThrough = (operation: Operation, { isStated }: RoleFunction, granted: Answer, answer: Answer): boolean =>
  isGranted(answer) && (isReading(operation) && !isStated ? showsSame(granted, answer) : true);

const look = async (
  scan: Scan,
  operation: Operation,
  rule: RoleFunction,
  lesser: Actor,
  allowed: Actor,
): Promise<string> => {
  const use = await useOf(scan, operation, allowed);
  if (typeof use === 'string') return use;
  const call =
    isReading(operation) || operation.requestBody === undefined
      ? use.call
      : { ...(await scan.bench.callFor(operation, allowed)), path: use.call.path };
  const answer = await scan.send(call, lesser);
  if (answer.isUnjudged) return `no judgement is possible after status ${String(answer.status)}`;
  if (!isThrough(operation, rule, use.granted, answer)) return 'clear';
  if (isReading(operation)) {
    const again = await scan.send(call, lesser);
    if (!isThrough(operation, rule, use.granted, again)) return 'the second request was not answered like the first';
  }
  const anonymous = await scan.send(call, ANONYMOUS);
  if (operation.method !== 'DELETE' && isThrough(operation, rule, use.granted, anonymous))
    return 'it answers without credentials as well';
  scan.found('bfla', {
    operation: operation.id,
    message: `expected ${lesser.name} (${roleOf(lesser)}) to be refused what ${allowed.name} (${roleOf(allowed)}) may do, got ${String(answer.status)}`,
    exchange: answer.exchange,
  });
  return 'found';
};

export const functionsOfRoles: Family = {
  scope: 'operation',
  checks: ['bfla'],
  run: async (scan, operation) => {
    if (!scan.wants('bfla')) return;
    const rule = roleFunction(scan, operation);
    if (rule === undefined) return;
    const allowed = scan.actors.filter(rule.mayUse);
    const lesser = scan.actors.filter((actor) => !rule.mayUse(actor));
    if (allowed.length === 0 || lesser.length === 0) {
      scan.skip('bfla', operation.id, 'expected an identity of a role that may and one of a role that may not');
      return;
    }
    const said: string[] = [];
    for (const actor of lesser.slice(0, LESSER_MAX)) {
      for (const one of allowed) {
        const result = await look(scan, operation, rule, actor, one);
        if (result === 'found') return;
        said.push(result);
        if (result === 'clear') break;
      }
    }
    if (said.includes('clear')) scan.clear('bfla', operation.id);
    else scan.skip('bfla', operation.id, said[0] ?? 'no identity is granted it');
  },
};
