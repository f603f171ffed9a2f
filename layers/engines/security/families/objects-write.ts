/** BOLA: objects of one identity changed or removed by another. Only what the scan created, or what an identity owns, is written to. */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { isGranted, leavesOf, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Actor, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { roleFunction } from '#engines/security/families/functions-of-roles';
import { pairsOf } from '#engines/security/families/objects-read';
import { missingId } from '#engines/security/missing-id';
import { objectIn } from '#engines/security/resource-ids';
import { bodyMedia } from '#engines/security/values';
import { lastParameter, ownedBy } from '#engines/security/workbench';

type Path = Call['path'];

const valuesIn = (json: Json | undefined): ReadonlySet<string> =>
  new Set([...(json === undefined ? [] : leavesOf(json))].map((leaf) => leaf.slice(leaf.indexOf('=') + 1)));

/** Whether what was sent stands in the object now and did not before. */
const hasTaken = (body: Json | undefined, before: Answer, after: Answer): boolean => {
  const [was, is] = [valuesIn(before.json), valuesIn(after.json)];
  return [...valuesIn(body)].some((value) => value.length >= 2 && is.has(value) && !was.has(value));
};

/** An object of the owner: a new one, or for changes one that it is said to own. */
const objectOf = async (scan: Scan, operation: Operation, owner: Actor): Promise<Path | undefined> => {
  const created = await scan.bench.create(operation, owner);
  if (created !== undefined || operation.method === 'DELETE') return created;
  const parameter = lastParameter(operation) ?? '';
  const [own] = ownedBy(owner, operation, parameter);
  return own === undefined ? undefined : { ...(await scan.bench.callFor(operation, owner)).path, [parameter]: own };
};

const reader = ({ contract }: Scan, { path }: Operation): Operation | undefined =>
  contract.operations.find((one) => one.method === 'GET' && one.path === path);

/** Puts back what stood there, field by field of what was sent. */
const restore = async (scan: Scan, call: Call, owner: Actor, before: Answer): Promise<void> => {
  const was = objectIn(before.json);
  if (was === undefined || !isJsonObject(call.body)) return;
  const body = Object.fromEntries(
    Object.keys(call.body).flatMap((name): [string, Json][] => (was[name] === undefined ? [] : [[name, was[name]]])),
  );
  if (Object.keys(body).length > 0) await scan.send({ ...call, body }, owner);
};

/** Whether the write took effect: seen by its owner, or, where nobody can look, told from how a missing object is answered. */
const tookEffect = async (
  scan: Scan,
  call: Call,
  owner: Actor,
  stranger: Actor,
  before: Answer | undefined,
): Promise<boolean> => {
  const look = reader(scan, call.operation);
  if (look !== undefined && before !== undefined) {
    const after = await scan.send({ ...(await scan.bench.callFor(look, owner)), path: call.path }, owner);
    if (call.operation.method === 'DELETE') return isGranted(before) && !isGranted(after) && !after.isUnjudged;
    const has = hasTaken(call.body, before, after);
    if (has) await restore(scan, call, owner, before);
    return has;
  }
  const parameter = lastParameter(call.operation) ?? '';
  const missing = { ...call.path, [parameter]: missingId(call.path[parameter] ?? '', 3) };
  const control = await scan.send({ ...call, path: missing }, stranger);
  return !isGranted(control) && !control.isUnjudged;
};

/** Refused for what was sent and not for who sent it: then its owner is refused too, and nothing was shown. */
const whyNotTold = async (
  scan: Scan,
  call: Call,
  owner: Actor,
  refused: Answer,
  before: Answer | undefined,
): Promise<string | undefined> => {
  if (![400, 422].includes(refused.meaning)) return undefined;
  const own = await scan.send(call, owner);
  if (isGranted(own) && before !== undefined) await restore(scan, call, owner, before);
  return isGranted(own) ? undefined : `${owner.name} is refused the same change (${String(own.meaning)})`;
};

/** Everybody's things: nobody is said to own one, and lists show the same ones to both. */
const isShared = async (scan: Scan, operation: Operation, owner: Actor, stranger: Actor): Promise<boolean> => {
  const parameter = lastParameter(operation) ?? '';
  if (ownedBy(owner, operation, parameter).length > 0) return false;
  const mine = (await scan.bench.listed(operation, parameter, owner)) ?? [];
  const theirs = (await scan.bench.listed(operation, parameter, stranger)) ?? [];
  return mine.length > 0 && mine.every((value) => theirs.includes(value));
};

const write = async (scan: Scan, operation: Operation, owner: Actor, stranger: Actor): Promise<void> => {
  const skip = (reason: string): void => {
    scan.skip('bola-write', operation.id, reason);
  };
  const path = await objectOf(scan, operation, owner);
  if (path === undefined) {
    skip(`${owner.name} has no object to write to: none can be created, and owns names none`);
    return;
  }
  const plain = await scan.bench.callFor(operation, owner);
  const media = bodyMedia(operation);
  const varied =
    media === undefined || plain.body === undefined
      ? {}
      : { body: scan.values.varied(media, plain.body, scan.word(`${operation.id} written`)) };
  const call = { ...plain, path, ...varied };
  const look = reader(scan, operation);
  const before =
    look === undefined ? undefined : await scan.send({ ...(await scan.bench.callFor(look, owner)), path }, owner);
  // On a method that changes, nobody's request comes first: where it works too, the flaw is another one.
  const anonymous = operation.method === 'DELETE' ? undefined : await scan.send(call, ANONYMOUS);
  if (anonymous !== undefined && isGranted(anonymous)) {
    if (before !== undefined) await restore(scan, call, owner, before);
    skip('it answers without credentials as well');
    return;
  }
  const answer = await scan.send(call, stranger);
  if (answer.isUnjudged) skip(`no judgement is possible after status ${String(answer.status)}`);
  else if (!isGranted(answer)) {
    const reason = await whyNotTold(scan, call, owner, answer, before);
    if (reason === undefined) scan.clear('bola-write', operation.id);
    else skip(reason);
  } else if (await isShared(scan, operation, owner, stranger))
    skip(
      `what ${owner.name} sees in lists, ${stranger.name} sees too: give identities.NAME.owns.${lastParameter(operation) ?? ''}`,
    );
  else if (await tookEffect(scan, call, owner, stranger, before))
    scan.found('bola-write', {
      operation: operation.id,
      place: `path ${lastParameter(operation) ?? ''}`,
      message: `expected ${stranger.name} to be refused a change of what belongs to ${owner.name}, got ${String(answer.status)} and the change was made`,
      exchange: answer.exchange,
    });
  else scan.clear('bola-write', operation.id);
};

export const objectsWrite: Family = {
  scope: 'operation',
  checks: ['bola-write'],
  run: async (scan, operation) => {
    const isWriting = ['PUT', 'PATCH', 'DELETE'].includes(operation.method);
    if (!scan.wants('bola-write') || !isWriting || lastParameter(operation) === undefined) return;
    if (roleFunction(scan, operation) !== undefined) return;
    const [pair] = pairsOf(scan.actors);
    if (pair === undefined)
      scan.skip('bola-write', operation.id, 'expected two identities of one role, to be exchanged');
    else await write(scan, operation, ...pair);
  },
};
