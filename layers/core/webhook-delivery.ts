/** What a webhook catcher makes of a call, wherever it listens. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookDefinition } from '#core/suite';
import type { Json } from '#core/units';

/** JSON where it is some, else text. */
export const deliveredValue = (bytes: Uint8Array, contentType: string): Json => {
  const text = Buffer.from(bytes).toString('utf8');
  if (!contentType.includes('json') && !/^\s*[[{]/u.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
};

/** Whether the HMAC of the raw body is what the header says; compared in a time that does not depend on where they differ. */
export const signatureOf = (
  { signature }: WebhookDefinition,
  headers: { readonly [name: string]: string },
  body: Uint8Array,
): 'valid' | 'invalid' | 'missing' | null => {
  if (signature === undefined) return null;
  const { header, secret, algorithm = 'sha256', encoding = 'hex', prefix = '' } = signature;
  const said = headers[header.toLowerCase()];
  if (said === undefined) return 'missing';
  if (!said.startsWith(prefix)) return 'invalid';
  const wanted = createHmac(algorithm, secret).update(body).digest();
  const got = Buffer.from(said.slice(prefix.length).trim(), encoding);
  return got.byteLength === wanted.byteLength && timingSafeEqual(got, wanted) ? 'valid' : 'invalid';
};

/** The answer whose turn it is, deliveries counted from 1; the last one from then on. */
export const answerFor = (
  { answers = [200] }: Pick<WebhookDefinition, 'answers'>,
  number: number,
): number | 'timeout' => answers[Math.min(number, answers.length) - 1] ?? 200;
