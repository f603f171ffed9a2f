import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import * as documents from './document-routes.ts';
import type { Archive } from './documents-state.ts';
import { FAULTS, isFaultName } from './faults.ts';
import { Refusal, type Answer } from './http-answer.ts';
import { isMultipart, readForm, readJson, readParts } from './read-body.ts';
import * as sessions from './session-routes.ts';
import * as signing from './signing-routes.ts';
import * as webhooks from './webhook-routes.ts';

interface Call {
  readonly archive: Archive;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** The variable part of the path; empty where the route has none. */
  readonly id: string;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

const user = ({ archive, request }: Call): string => sessions.callerOf(archive, request).user;

const header = ({ request }: Call, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const onlyFromLoopback = ({ request }: Call): void => {
  if (!LOOPBACK.has(request.socket.remoteAddress ?? '')) throw new Refusal(404, 'not-found', 'there is nothing here');
};

/** PUT /__faults {names}: exactly these faults from now on. */
const setFaults = async (call: Call): Promise<Answer> => {
  onlyFromLoopback(call);
  const { names } = await readJson(call.request);
  const wanted: readonly unknown[] = Array.isArray(names) ? names : [undefined];
  if (!wanted.every(isFaultName))
    throw new Refusal(422, 'unknown-fault', `names must be a list of ${Object.keys(FAULTS).join(', ')}`);
  call.archive.faults.clear();
  call.archive.shown.clear();
  for (const name of wanted) call.archive.faults.add(name);
  return { status: 200, body: { active: [...call.archive.faults] } };
};

const health = ({ archive }: Call): Answer => {
  const body = Buffer.from('<!doctype html><title>Documents</title><p>All is well.');
  if (archive.faults.has('health-html')) return { status: 200, body, headers: { 'content-type': 'text/html' } };
  return { status: 200, body: { status: 'ok', version: '1.0.0' } };
};

const me = async (call: Call): Promise<Answer> => {
  const caller = sessions.callerOf(call.archive, call.request);
  await pause(sessions.waitMsOf(call.query), undefined, { signal: call.archive.ending.signal });
  return sessions.whoAmI(caller);
};

const leave = (call: Call): Answer => sessions.logout(call.archive, sessions.callerOf(call.archive, call.request));

const create = async (call: Call): Promise<Answer> => {
  const { archive, request } = call;
  const owner = user(call);
  if (isMultipart(request)) return documents.uploadDocument(archive, owner, await readParts(request));
  return documents.createDocument(archive, owner, header(call, 'idempotency-key'), await readJson(request));
};

const SLOW_MS = 2500;
const DOCUMENT = /^\/documents\/([^/]+)$/;

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/healthz$/, answer: health },
  {
    method: 'POST',
    path: /^\/sessions$/,
    answer: async ({ archive, request }) => sessions.login(archive, await readJson(request)),
  },
  { method: 'DELETE', path: /^\/sessions\/current$/, answer: leave },
  {
    method: 'POST',
    path: /^\/login$/,
    answer: async ({ archive, request }) => sessions.formLogin(archive, await readForm(request)),
  },
  { method: 'POST', path: /^\/logout$/, answer: leave },
  { method: 'GET', path: /^\/(?:me|home)$/, answer: me },
  { method: 'POST', path: /^\/documents$/, answer: create },
  {
    method: 'GET',
    path: /^\/documents$/,
    answer: (call) => documents.listDocuments(call.archive, user(call), call.query),
  },
  {
    method: 'GET',
    path: DOCUMENT,
    answer: (call) => documents.getDocument(call.archive, user(call), call.id, header(call, 'if-none-match')),
  },
  {
    method: 'PUT',
    path: DOCUMENT,
    answer: async (call) =>
      documents.changeDocument(
        call.archive,
        user(call),
        call.id,
        header(call, 'if-match'),
        await readJson(call.request),
      ),
  },
  { method: 'DELETE', path: DOCUMENT, answer: (call) => documents.deleteDocument(call.archive, user(call), call.id) },
  {
    method: 'GET',
    path: /^\/documents\/([^/]+)\/content$/,
    answer: (call) => documents.getContent(call.archive, user(call), call.id, header(call, 'accept-encoding') ?? ''),
  },
  { method: 'GET', path: /^\/d\/([^/]+)$/, answer: (call) => documents.shortLink(call.archive, user(call), call.id) },
  {
    method: 'GET',
    path: /^\/search$/,
    answer: (call) => documents.search(call.archive, sessions.callerOf(call.archive, call.request), call.query),
  },
  {
    method: 'POST',
    path: /^\/documents\/([^/]+)\/shares$/,
    answer: async (call) => signing.share(call.archive, user(call), call.id, await readJson(call.request)),
  },
  {
    method: 'POST',
    path: /^\/documents\/([^/]+)\/signatures$/,
    answer: async (call) => signing.sign(call.archive, user(call), call.id, await readJson(call.request)),
  },
  {
    method: 'GET',
    path: /^\/documents\/([^/]+)\/audit$/,
    answer: (call) => signing.getAudit(call.archive, user(call), call.id),
  },
  {
    method: 'POST',
    path: /^\/webhooks$/,
    answer: async (call) => webhooks.subscribe(call.archive, user(call), await readJson(call.request)),
  },
  {
    method: 'DELETE',
    path: /^\/webhooks\/([^/]+)$/,
    answer: (call) => webhooks.unsubscribe(call.archive, user(call), call.id),
  },
  { method: 'PUT', path: /^\/__faults$/, answer: setFaults },
];

/** @throws Refusal 404, 405 and whatever the route refuses; Silence where there is to be no answer */
export const answerFor = async (archive: Archive, request: IncomingMessage): Promise<Answer> => {
  const url = new URL(request.url ?? '/', 'http://documents.invalid');
  const matching = ROUTES.filter((route) => route.path.test(url.pathname));
  if (matching.length === 0) throw new Refusal(404, 'not-found', 'there is nothing here');
  // HEAD is GET without the body, which is left out when it is sent.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = matching.find((candidate) => candidate.method === method);
  if (route === undefined) {
    const methods = matching.map((candidate) => candidate.method);
    throw new Refusal(405, 'method-not-allowed', `expected ${methods.join(' or ')}`, { allow: methods.join(', ') });
  }
  if (request.method === 'GET' && url.pathname === '/documents' && archive.faults.has('slow-list'))
    await pause(SLOW_MS);
  const id = decodeURIComponent(route.path.exec(url.pathname)?.[1] ?? '');
  return route.answer({ archive, request, query: url.searchParams, id });
};
