import type { Archive, Document, Share } from './documents-state.ts';
import { Refusal } from './http-answer.ts';

const ID = /^doc_[0-9a-f]{24}$/;

export const shareOf = (document: Document, user: string): Share | undefined =>
  document.shares.find((share) => share.user === user);

/** A document that the caller may read. One of somebody else is answered like an unknown one. @throws Refusal 400, 404 */
export const readable = (archive: Archive, user: string, id: string): Document => {
  if (archive.faults.has('long-id-500') && id.length > 200)
    throw new Refusal(500, 'id-broke', 'the document could not be looked up');
  if (!ID.test(id)) throw new Refusal(400, 'bad-id', 'expected doc_ and 24 hexadecimal digits');
  const document = archive.documents.get(id);
  const mayRead =
    document !== undefined &&
    (document.owner === user || shareOf(document, user) !== undefined || archive.faults.has('stranger-reads'));
  if (!mayRead) throw new Refusal(404, 'document-not-found', 'there is no such document');
  return document;
};

/** A document that the caller owns. @throws Refusal 400, 403 for those who may read it, 404 for all others */
export const owned = (archive: Archive, user: string, id: string): Document => {
  const document = readable(archive, user, id);
  if (document.owner === user) return document;
  throw new Refusal(403, 'not-the-owner', 'only the owner may do this');
};
