import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { owned, readable } from './access.ts';
import { newId, note, showsOnce, type Archive, type Document } from './documents-state.ts';
import { Refusal, wholeNumber, type Answer } from './http-answer.ts';
import type { Part } from './read-body.ts';
import type { Caller } from './session-routes.ts';

const TITLE_LENGTH_MAX = 200;
/** So many searches in so long, for each session. */
const SEARCHES_MAX = 3;
const SEARCH_WINDOW_MS = 3000;

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

export const viewOf = (archive: Archive, document: Document): object => {
  const { content, shares, audit, owner, ...rest } = document;
  return {
    ...rest,
    ...(archive.faults.has('field-missing') ? {} : { owner }),
    bytes: content.byteLength,
    sha256: sha256(content),
    signers: shares
      .filter((share) => share.role === 'signer')
      .map(({ user, signedAs }) => ({ user, signedAs: signedAs ?? null })),
    events: audit.length,
  };
};

const etagOf = (archive: Archive, document: Document): string => {
  const salt = archive.faults.has('etag-changes') ? randomBytes(8).toString('hex') : '';
  return `"${sha256(`${document.id} ${String(document.version)} ${document.status} ${salt}`).slice(0, 16)}"`;
};

const titleOf = (archive: Archive, title: unknown): string => {
  if (typeof title !== 'string' || title.trim() === '' || title.length > TITLE_LENGTH_MAX) {
    const detail = `title is required, a text of at most ${String(TITLE_LENGTH_MAX)} characters`;
    throw new Refusal(422, 'bad-title', detail);
  }
  const cut = archive.faults.has('title-trimmed') ? title.slice(0, 12) : title;
  return archive.faults.has('umlauts-lost') ? cut.replaceAll(/[^\x20-\x7e]/g, '?') : cut;
};

interface Draft {
  readonly title: unknown;
  readonly reference: unknown;
  readonly pages: unknown;
  readonly confidential: unknown;
  readonly content: Buffer;
}

const keep = (archive: Archive, user: string, draft: Draft): Document => {
  const { reference = '', pages = 1, confidential = false, content } = draft;
  if (typeof reference !== 'string' || reference.length > 100)
    throw new Refusal(422, 'bad-reference', 'reference must be a text of at most 100 characters');
  if (typeof pages !== 'number' || !Number.isInteger(pages) || pages < 1 || pages > 500)
    throw new Refusal(422, 'bad-pages', 'pages must be a whole number from 1 to 500');
  if (typeof confidential !== 'boolean')
    throw new Refusal(422, 'bad-confidential', 'confidential must be true or false');
  const document: Document = {
    id: newId('doc'),
    owner: user,
    createdAt: new Date(archive.nowMs()).toISOString(),
    title: titleOf(archive, draft.title),
    reference,
    pages,
    confidential,
    version: 1,
    status: 'draft',
    content,
    shares: [],
    audit: [],
  };
  archive.documents.set(document.id, document);
  note(archive, document, 'created', user);
  return document;
};

const created = (archive: Archive, document: Document): Answer => ({
  status: 201,
  body: viewOf(archive, document),
  headers: { location: `/documents/${document.id}`, etag: etagOf(archive, document) },
});

/** POST /documents: 201, or 200 with the first document for a repeated Idempotency-Key. */
export const createDocument = (
  archive: Archive,
  user: string,
  key: string | undefined,
  body: Record<string, unknown>,
): Answer => {
  const written = JSON.stringify(body);
  const known = key === undefined ? undefined : archive.createKeys.get(`${user}\n${key}`);
  const first = archive.documents.get(known?.id ?? '');
  if (first !== undefined && !archive.faults.has('duplicate-create')) {
    if (known?.body !== written)
      throw new Refusal(422, 'key-reused', 'this Idempotency-Key was used for another document');
    return { status: 200, body: viewOf(archive, first), headers: { 'idempotent-replay': 'true' } };
  }
  const { title, text = '', reference, pages, confidential } = body;
  if (typeof text !== 'string') throw new Refusal(422, 'bad-text', 'text must be a text');
  const content = Buffer.from(text, 'utf8');
  const document = keep(archive, user, { title, reference, pages, confidential, content });
  if (key !== undefined) archive.createKeys.set(`${user}\n${key}`, { id: document.id, body: written });
  return created(archive, document);
};

/** POST /documents with a file: parts `title`, `reference` and `file`. */
export const uploadDocument = (archive: Archive, user: string, parts: readonly Part[]): Answer => {
  const textOf = (name: string): string | undefined =>
    parts.find((part) => part.name === name && part.fileName === undefined)?.content.toString('utf8');
  const file = parts.find((part) => part.name === 'file');
  if (file?.fileName === undefined) throw new Refusal(422, 'file-missing', 'expected a part "file" with a file name');
  const content = archive.faults.has('upload-cut') ? file.content.subarray(0, -1) : file.content;
  const draft = { title: textOf('title'), reference: textOf('reference'), pages: undefined, confidential: undefined };
  return created(archive, keep(archive, user, { ...draft, content }));
};

/** GET /documents: those of the caller by title; `cursor` is the position to go on from, as `next` gave it. */
export const listDocuments = (archive: Archive, user: string, query: URLSearchParams): Answer => {
  const unknown = [...query.keys()].find((key) => !['limit', 'cursor', 'reference'].includes(key));
  if (unknown !== undefined) throw new Refusal(400, 'unknown-parameter', `unknown parameter ${unknown.slice(0, 40)}`);
  const limit = wholeNumber('limit', query.get('limit') ?? '10', 1, 100);
  const from = wholeNumber('cursor', query.get('cursor') ?? '0', 0, 1_000_000);
  const reference = query.get('reference');
  const all = [...archive.documents.values()]
    .filter((item) => item.owner === user && (reference === null || item.reference === reference))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
  const after = from + limit + (archive.faults.has('page-gap') ? 1 : 0);
  const items = all.slice(from, from + limit).map((item) => viewOf(archive, item));
  return { status: 200, body: { items, total: all.length, next: after < all.length ? String(after) : null } };
};

/** GET /documents/{id}, with an ETag; If-None-Match answers 304. */
export const getDocument = (archive: Archive, user: string, id: string, ifNoneMatch: string | undefined): Answer => {
  const document = readable(archive, user, id);
  const etag = etagOf(archive, document);
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization' };
  return ifNoneMatch === etag ? { status: 304, headers } : { status: 200, body: viewOf(archive, document), headers };
};

/** PUT /documents/{id}: another title, with the ETag of the version that the caller has seen in If-Match. */
export const changeDocument = (
  archive: Archive,
  user: string,
  id: string,
  ifMatch: string | undefined,
  body: Record<string, unknown>,
): Answer => {
  const document = owned(archive, user, id);
  if (document.status !== 'draft') throw new Refusal(409, 'no-draft', 'only a draft can be changed');
  if (ifMatch === undefined) throw new Refusal(428, 'if-match-missing', 'expected the header If-Match');
  if (
    ifMatch !== etagOf(archive, document) &&
    !archive.faults.has('lost-update') &&
    !archive.faults.has('etag-changes')
  )
    throw new Refusal(412, 'changed-meanwhile', 'somebody changed the document meanwhile');
  document.title = titleOf(archive, body['title']);
  document.version += 1;
  note(archive, document, 'changed', user);
  return { status: 200, body: viewOf(archive, document), headers: { etag: etagOf(archive, document) } };
};

/** DELETE /documents/{id} */
export const deleteDocument = (archive: Archive, user: string, id: string): Answer => {
  const document = owned(archive, user, id);
  if (archive.faults.has('delete-refused')) throw new Refusal(500, 'delete-broke', 'the document could not be deleted');
  if (!archive.faults.has('delete-forgets')) archive.documents.delete(document.id);
  return { status: 204 };
};

/** GET /documents/{id}/content: what is in it, packed where the client takes gzip. */
export const getContent = (archive: Archive, user: string, id: string, accepted: string): Answer => {
  const { content } = readable(archive, user, id);
  if (showsOnce(archive, 'throttles-once'))
    throw new Refusal(429, 'too-many-requests', 'try again later', { 'retry-after': '1' });
  const headers = { 'content-type': 'text/plain; charset=utf-8', vary: 'accept-encoding' };
  if (!/\bgzip\b/.test(accepted)) return { status: 200, body: content, headers };
  const body = archive.faults.has('gzip-broken') ? content : gzipSync(content);
  return { status: 200, body, headers: { ...headers, 'content-encoding': 'gzip' } };
};

/** GET /d/{id}: the short link that mails carry. */
export const shortLink = (archive: Archive, user: string, id: string): Answer => {
  readable(archive, user, id);
  const where = archive.faults.has('redirect-elsewhere') ? 'http://elsewhere.invalid' : '';
  return { status: 302, headers: { location: `${where}/documents/${id}` } };
};

/** GET /search: at most three in three seconds for each session. */
export const search = (archive: Archive, { user, token }: Caller, query: URLSearchParams): Answer => {
  const words = query.get('q') ?? '';
  if (words === '') throw new Refusal(400, 'bad-parameter', 'q is required');
  const nowMs = archive.nowMs();
  const last = (archive.searches.get(token) ?? []).filter((atMs) => atMs > nowMs - SEARCH_WINDOW_MS);
  if (last.length >= SEARCHES_MAX && !archive.faults.has('no-limit')) {
    const seconds = Math.max(1, Math.ceil(((last[0] ?? nowMs) + SEARCH_WINDOW_MS - nowMs) / 1000));
    const detail = `at most ${String(SEARCHES_MAX)} searches in ${String(SEARCH_WINDOW_MS / 1000)} seconds`;
    throw new Refusal(429, 'too-many-searches', detail, { 'retry-after': String(seconds) });
  }
  archive.searches.set(token, [...last, nowMs]);
  const found = [...archive.documents.values()].filter((item) => item.owner === user && item.title.includes(words));
  return { status: 200, body: { items: found.map(({ id, title }) => ({ id, title })) } };
};
