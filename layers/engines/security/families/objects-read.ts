/** BOLA: objects of one identity asked for by another, and what refusals tell of them. */
import type { Operation } from '#engines/contract/model';
import { isGranted, isRefusal, showsSame, withoutVolatile, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Actor, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { roleFunction } from '#engines/security/families/functions-of-roles';
import { missingId } from '#engines/security/missing-id';
import { isOrdinary, isSecured, roleOf } from '#engines/security/session';
import { lastParameter, ownedBy } from '#engines/security/workbench';

const PAIRS_MAX = 6;

/** Owner and stranger: the stranger's role gives no right to what the owner has. */
export const pairsOf = (actors: readonly Actor[]): (readonly [Actor, Actor])[] =>
  actors
    .flatMap((owner) => actors.map((stranger) => [owner, stranger] as const))
    .filter(([owner, stranger]) => owner !== stranger && (isOrdinary(stranger) || roleOf(owner) === roleOf(stranger)))
    .slice(0, PAIRS_MAX);

/** A value of the last path parameter that belongs to an actor and to nobody else; why there is none otherwise. */
export const privateValue = async (
  scan: Scan,
  operation: Operation,
  owner: Actor,
  stranger: Actor,
): Promise<{ readonly value: string } | string> => {
  const parameter = lastParameter(operation);
  if (parameter === undefined) return 'it names no object';
  const own = ownedBy(owner, operation, parameter)[0];
  if (own !== undefined) return { value: own };
  const [mine, theirs] = [
    await scan.bench.listed(operation, parameter, owner),
    await scan.bench.listed(operation, parameter, stranger),
  ];
  if (mine === undefined || theirs === undefined)
    return `nobody is said to own a value of {${parameter}}: give identities.NAME.owns.${parameter}`;
  const found = mine.find((value) => !theirs.includes(value));
  if (found !== undefined) return { value: found };
  const created = mine.length === 0 ? await scan.bench.create(operation, owner) : undefined;
  const value = created?.[parameter];
  return value === undefined
    ? `what ${owner.name} sees in lists, ${stranger.name} sees too: give identities.NAME.owns.${parameter}`
    : { value };
};

/** What is left of an answer when its ids are taken out. */
const said = ({ meaning, text }: Answer, id: string): string =>
  `${String(meaning)} ${withoutVolatile(text.replaceAll(id, '#').replaceAll(encodeURIComponent(id), '#'))}`;

const lookAtExistence = async (
  scan: Scan,
  call: Call,
  value: string,
  stranger: Actor,
  refused: Answer,
): Promise<void> => {
  const { id } = call.operation;
  if (!scan.wants('existence-leak')) return;
  const parameter = lastParameter(call.operation) ?? '';
  const missing = [1, 2].map((salt) => missingId(value, salt));
  const answers: Answer[] = [];
  for (const one of missing)
    answers.push(await scan.send({ ...call, path: { ...call.path, [parameter]: one } }, stranger));
  const again = await scan.send(call, stranger);
  const [first, second] = answers;
  if (
    first === undefined ||
    second === undefined ||
    ![first, second, again].every(isRefusal) ||
    [400, 422].includes(first.meaning)
  ) {
    scan.skip('existence-leak', id, 'an id that does not exist is not refused in a way that can be compared');
    return;
  }
  const words = [said(first, missing[0] ?? ''), said(second, missing[1] ?? '')];
  const isStable = words[0] === words[1] && said(refused, value) === said(again, value);
  if (isStable && words[0] !== said(refused, value)) {
    const how =
      first.meaning === refused.meaning ? `the same ${String(first.meaning)} with another text` : String(first.meaning);
    scan.found('existence-leak', {
      operation: id,
      place: `path ${parameter}`,
      message: `expected the same refusal for an object of somebody else and for none, got ${String(refused.meaning)} for the one and ${how} for the other`,
      exchange: refused.exchange,
    });
  } else scan.clear('existence-leak', id);
};

const lookAt = async (scan: Scan, operation: Operation, owner: Actor, stranger: Actor): Promise<void> => {
  const known = await privateValue(scan, operation, owner, stranger);
  const parameter = lastParameter(operation) ?? '';
  const skip = (reason: string): void => {
    scan.skip('bola-read', operation.id, reason);
  };
  if (typeof known === 'string') {
    skip(known);
    return;
  }
  const base = await scan.bench.callFor(operation, owner);
  const call = { ...base, path: { ...base.path, [parameter]: known.value } };
  const own = await scan.send(call, owner);
  if (!isGranted(own)) {
    skip(`${owner.name} is not granted its own object (${String(own.status)})`);
    return;
  }
  const other = await scan.send(call, stranger);
  if (other.isUnjudged) skip(`no judgement is possible after status ${String(other.status)}`);
  else if (isGranted(other) && showsSame(own, other)) {
    const anonymous = await scan.send(call, ANONYMOUS);
    if (isGranted(anonymous) && showsSame(own, anonymous)) {
      skip(
        isSecured(operation)
          ? 'it answers without credentials as well'
          : 'the document says that everybody may read it',
      );
      return;
    }
    const again = await scan.send(call, stranger);
    if (!isGranted(again) || !showsSame(own, again)) skip('the second request was not answered like the first');
    else
      scan.found('bola-read', {
        operation: operation.id,
        place: `path ${parameter}`,
        message: `expected ${stranger.name} to be refused what belongs to ${owner.name}, got ${String(other.status)} with the same object`,
        exchange: other.exchange,
      });
  } else {
    scan.clear('bola-read', operation.id);
    if (isRefusal(other)) await lookAtExistence(scan, call, known.value, stranger, other);
  }
};

export const objectsRead: Family = {
  scope: 'operation',
  checks: ['bola-read', 'existence-leak'],
  run: async (scan, operation) => {
    if (!scan.wants('bola-read') || operation.method !== 'GET' || lastParameter(operation) === undefined) return;
    if (roleFunction(scan, operation) !== undefined) return;
    const pairs = pairsOf(scan.actors);
    if (pairs.length === 0)
      scan.skip('bola-read', operation.id, 'expected two identities of one role, to be exchanged');
    for (const [owner, stranger] of pairs) await lookAt(scan, operation, owner, stranger);
  },
};
