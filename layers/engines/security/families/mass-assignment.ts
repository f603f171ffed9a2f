/** Fields that callers may not set, sent along: do they stick. */
import { isJsonObject, sameJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { isGranted, type Answer } from '#engines/security/answer';
import type { Actor, Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { createdId, objectIn } from '#engines/security/resource-ids';
import { bodyMedia } from '#engines/security/values';
import type { Working } from '#engines/security/workbench';

/** Names that give rights or money. */
const PRIVILEGED =
  /^(?:roles?|user_?role|is_?(?:admin|staff|superuser|verified|approved|premium|active)|admin|super_?user|staff|permissions?|privileges?|scopes?|groups?|verified|approved|email_?verified|balance|available_?credit|credits?|credit_?limit|discount|price|amount|owner(?:_?id)?|user_?id|account_?id|tenant(?:_?id)?|plan|tier)$/iu;
/** Tried even where no answer shows them. */
const ALWAYS = ['role', 'isAdmin', 'admin', 'is_admin'];
const FIELDS_MAX = 12;

/** A value that no honest request leads to. */
const raised = (name: string, was: Json | undefined): Json => {
  if (typeof was === 'boolean') return !was;
  if (typeof was === 'number') return was + 1_000_003;
  if (Array.isArray(was)) return ['admin'];
  if (typeof was === 'string')
    return /role|plan|tier|scope|group/iu.test(name) ? (was === 'admin' ? 'owner' : 'admin') : `${was}-assay`;
  return /^(?:is_?|admin|verified|approved|staff|super)/iu.test(name) ? true : 'admin';
};

const readBack = async (scan: Scan, call: Call, actor: Actor, answer: Answer): Promise<JsonObject> => {
  const shown = objectIn(answer.json) ?? {};
  const { path } = call.operation;
  const below =
    call.operation.method === 'POST'
      ? scan.contract.operations.find(
          (one) =>
            one.method === 'GET' && /^\/\{[^}]+\}$/u.test(one.path.slice(path.length)) && one.path.startsWith(path),
        )
      : scan.contract.operations.find((one) => one.method === 'GET' && one.path === path);
  if (below === undefined) return shown;
  const parameter = /\{([^}]+)\}$/u.exec(below.path)?.[1] ?? '';
  const id = call.path[parameter] ?? createdId(answer, parameter, path.split('/').at(-1) ?? '');
  const reading = await scan.bench.callFor(below, actor);
  const read = await scan.send(
    {
      ...reading,
      path: { ...reading.path, ...call.path, ...(id === undefined || parameter === '' ? {} : { [parameter]: id }) },
    },
    actor,
  );
  return { ...shown, ...(isGranted(read) ? (objectIn(read.json) ?? {}) : {}) };
};

interface Candidate {
  readonly name: string;
  readonly value: Json;
}

const candidatesOf = (scan: Scan, operation: Operation, body: JsonObject, plain: JsonObject): readonly Candidate[] => {
  const view = bodyMedia(operation)?.schema;
  const fields = view === undefined ? undefined : scan.values.fieldsOf(view);
  const writable = new Set(
    (fields ?? [])
      .filter(({ isReadOnly }) => !isReadOnly)
      .map(({ name }) => name)
      .concat(Object.keys(body)),
  );
  const readOnly = (fields ?? [])
    .filter(({ isReadOnly, name }) => isReadOnly && !/id$|_at$|At$|date|etag|version|url|href|links?$/u.test(name))
    .map(({ name }) => name);
  const names = [...Object.keys(plain).filter((name) => PRIVILEGED.test(name)), ...readOnly, ...ALWAYS];
  return [...new Set(names)]
    .filter((name) => !writable.has(name))
    .slice(0, FIELDS_MAX)
    .map((name) => ({ name, value: raised(name, plain[name]) }));
};

const sendBody = async (
  scan: Scan,
  operation: Operation,
  { actor, call }: Working,
  extra: { readonly [name: string]: Json },
): Promise<{ readonly call: Call; readonly answer: Answer } | undefined> => {
  const fresh = { ...(await scan.bench.callFor(operation, actor)), path: call.path };
  if (!isJsonObject(fresh.body)) return undefined;
  const sent = { ...fresh, body: { ...fresh.body, ...extra } };
  return { call: sent, answer: await scan.send(sent, actor) };
};

const look = async (scan: Scan, operation: Operation, working: Working, body: JsonObject): Promise<void> => {
  const plain = await readBack(scan, working.call, working.actor, working.answer);
  const nonsense = `assay${scan.word(`${operation.id} field`)}`;
  const control = await sendBody(scan, operation, working, { [nonsense]: 'x' });
  const keepsAnything =
    control !== undefined &&
    isGranted(control.answer) &&
    Object.hasOwn(await readBack(scan, control.call, working.actor, control.answer), nonsense);
  scan.clear('mass-assignment', operation.id);
  for (const { name, value } of candidatesOf(scan, operation, body, plain)) {
    // Where any field is kept, one that no answer shows by itself means nothing.
    if (keepsAnything && !Object.hasOwn(plain, name)) continue;
    const sticks = async (): Promise<Answer | undefined> => {
      const sent = await sendBody(scan, operation, working, { [name]: value });
      if (sent === undefined || !isGranted(sent.answer)) return undefined;
      const stands = (await readBack(scan, sent.call, working.actor, sent.answer))[name];
      return stands !== undefined && sameJson(stands, value) ? sent.answer : undefined;
    };
    const first = await sticks();
    if (first === undefined || (await sticks()) === undefined) continue;
    if (operation.method !== 'POST' && plain[name] !== undefined)
      await sendBody(scan, operation, working, { [name]: plain[name] });
    scan.found('mass-assignment', {
      operation: operation.id,
      place: `body /${name}`,
      message: `expected the field ${name}, which the document does not let callers write, to be ignored or refused, got it kept`,
      exchange: first.exchange,
    });
  }
};

export const massAssignment: Family = {
  scope: 'operation',
  checks: ['mass-assignment'],
  run: async (scan, operation) => {
    if (
      !scan.wants('mass-assignment') ||
      !['POST', 'PUT', 'PATCH'].includes(operation.method) ||
      operation.requestBody === undefined
    )
      return;
    const working = await scan.bench.working(operation);
    if (working === undefined)
      scan.skip('mass-assignment', operation.id, scan.bench.leftAlone(operation) ?? 'no identity is granted an answer');
    else if (isJsonObject(working.call.body)) await look(scan, operation, working, working.call.body);
  },
};
