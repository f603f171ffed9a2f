import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { owned } from './access.ts';
import { newId, type Archive, type Document, type Subscription } from './documents-state.ts';
import { Refusal, type Answer } from './http-answer.ts';

const DELIVERIES_MAX = 3;
const REDELIVERY_MS = 150;
const TIMEOUT_MS = 2000;

/** This example sends to its own machine alone: a webhook must not be a way into somebody's network. */
const isOwnMachine = (url: URL): boolean =>
  url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);

/** POST /webhooks {url, secret, document}: told when that document is signed. */
export const subscribe = (archive: Archive, user: string, body: Record<string, unknown>): Answer => {
  const { url, secret, document } = body;
  if (typeof url !== 'string' || !URL.canParse(url)) throw new Refusal(422, 'bad-url', 'url must be an address');
  if (typeof secret !== 'string' || secret.length < 16)
    throw new Refusal(422, 'bad-secret', 'secret must be a text of at least 16 characters');
  if (!isOwnMachine(new URL(url)) && !archive.faults.has('webhook-anywhere'))
    throw new Refusal(422, 'url-refused', 'webhooks go to this machine only');
  const { id: documentId } = owned(archive, user, String(document));
  const subscription: Subscription = { id: newId('hook'), owner: user, document: documentId, url, secret };
  archive.subscriptions.set(subscription.id, subscription);
  return {
    status: 201,
    body: { id: subscription.id, url, document: documentId },
    headers: { location: `/webhooks/${subscription.id}` },
  };
};

/** DELETE /webhooks/{id} */
export const unsubscribe = (archive: Archive, user: string, id: string): Answer => {
  if (archive.subscriptions.get(id)?.owner !== user)
    throw new Refusal(404, 'webhook-not-found', 'there is no such webhook');
  if (archive.faults.has('webhook-kept')) throw new Refusal(500, 'removal-broke', 'the webhook could not be removed');
  archive.subscriptions.delete(id);
  return { status: 204 };
};

const signatureOf = (archive: Archive, { secret }: Subscription, text: string): { [name: string]: string } => {
  if (archive.faults.has('webhook-unsigned')) return {};
  const key = archive.faults.has('webhook-wrong-secret') ? `${secret}x` : secret;
  return { 'x-documents-signature': `sha256=${createHmac('sha256', key).update(text).digest('hex')}` };
};

const deliver = async (archive: Archive, subscription: Subscription, event: object): Promise<void> => {
  if (!isOwnMachine(new URL(subscription.url))) return;
  const text = JSON.stringify(event);
  const id = newId('delivery');
  for (let number = 1; number <= DELIVERIES_MAX; number += 1) {
    if (number > 1) await pause(REDELIVERY_MS, undefined, { signal: archive.ending.signal });
    const headers = {
      'content-type': 'application/json',
      'x-documents-delivery': id,
      'x-documents-attempt': String(number),
      ...signatureOf(archive, subscription, text),
    };
    const signal = AbortSignal.any([archive.ending.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const request = { method: 'POST', headers, body: text, redirect: 'manual', signal } as const;
    const answer = await fetch(subscription.url, request).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true || archive.faults.has('webhook-once') || archive.ending.signal.aborted) return;
  }
};

/** Tells everybody who asked for this document that it is signed. */
export const announce = async (archive: Archive, document: Document): Promise<void> => {
  if (archive.faults.has('webhook-lost')) return;
  const toAll = archive.faults.has('webhook-broadcast');
  const asked = archive.subscriptions.values().filter((item) => toAll || item.document === document.id);
  const event = {
    event: 'document.signed',
    document: { id: document.id, title: document.title, status: document.status },
    signers: document.shares.flatMap(({ user, signedAs }) => (signedAs === undefined ? [] : [{ user, signedAs }])),
    at: new Date(archive.nowMs()).toISOString(),
  };
  await Promise.all([...asked].map((subscription) => deliver(archive, subscription, event)));
};
