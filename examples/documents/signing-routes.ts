import { setTimeout as pause } from 'node:timers/promises';
import { owned, readable, shareOf } from './access.ts';
import { newId, note, showsOnce, USERS, type Archive, type Document } from './documents-state.ts';
import { viewOf } from './document-routes.ts';
import { Refusal, Silence, type Answer } from './http-answer.ts';
import { announce } from './webhook-routes.ts';

/** Milliseconds from the last signature until the document is signed: seals take their time. */
const SEALING_MS = 250;

/** POST /documents/{id}/shares {user, role} */
export const share = (archive: Archive, owner: string, id: string, body: Record<string, unknown>): Answer => {
  const document = owned(archive, owner, id);
  const { user, role } = body;
  if (role !== 'signer' && role !== 'reader') throw new Refusal(422, 'bad-role', 'role must be signer or reader');
  if (!(USERS as readonly unknown[]).includes(user)) throw new Refusal(422, 'unknown-user', 'there is no such user');
  if (user === owner) throw new Refusal(422, 'own-document', 'the document is yours already');
  const name = String(user);
  if (shareOf(document, name) !== undefined)
    throw new Refusal(409, 'shared-already', 'the document is shared with them');
  const made = { id: newId('share'), user: name, role, signedAs: undefined } as const;
  if (!archive.faults.has('share-ignored')) document.shares.push({ ...made });
  if (document.status === 'draft') document.status = 'shared';
  note(archive, document, 'shared', owner);
  return {
    status: 201,
    body: { id: made.id, user: name, role },
    headers: { location: `/documents/${id}/shares/${made.id}` },
  };
};

const seal = async (archive: Archive, document: Document): Promise<void> => {
  await pause(SEALING_MS, undefined, { signal: archive.ending.signal });
  document.status = 'signed';
  note(archive, document, 'signed', document.owner);
  await announce(archive, document);
};

/** POST /documents/{id}/signatures {fullName}: 202; the document is signed some time after all signers have signed. */
export const sign = (archive: Archive, user: string, id: string, body: Record<string, unknown>): Answer => {
  const document = readable(archive, user, id);
  if (document.status === 'signed') throw new Refusal(409, 'signed', 'the document is signed already');
  const own = shareOf(document, user);
  const maySign = own?.role === 'signer' || (own !== undefined && archive.faults.has('reader-signs'));
  if (!maySign) throw new Refusal(403, 'not-a-signer', 'only signers may sign');
  const { fullName } = body;
  if (typeof fullName !== 'string' || fullName.trim() === '')
    throw new Refusal(422, 'name-missing', 'fullName is required, a text');
  if (own.signedAs !== undefined) throw new Refusal(409, 'signed-already', 'you have signed already');
  own.signedAs = fullName;
  document.status = 'signing';
  note(archive, document, 'signature', user);
  const isComplete =
    own.role === 'signer' && document.shares.every((item) => item.role === 'reader' || item.signedAs !== undefined);
  // Nobody waits for the seal; when the server ends, it is not made.
  if (isComplete && !archive.faults.has('never-signed')) seal(archive, document).catch(() => undefined);
  return { status: 202, body: viewOf(archive, document), headers: { location: `/documents/${id}` } };
};

/** GET /documents/{id}/audit: what happened, oldest first. */
export const getAudit = (archive: Archive, user: string, id: string): Answer => {
  const { audit } = owned(archive, user, id);
  if (archive.faults.has('audit-hangs')) throw new Silence('hang');
  if (archive.faults.has('audit-drops')) throw new Silence('drop');
  if (showsOnce(archive, 'flaky-503')) throw new Refusal(503, 'busy', 'the trail is being written');
  return { status: 200, body: { events: archive.faults.has('audit-unsorted') ? audit.toReversed() : audit } };
};
