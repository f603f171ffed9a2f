/** Encodings are made here by node:buffer and by hand, never by the masker's own expressions. */
import { expect, test } from '@jest/globals';
import { createMasker, scanForSecrets } from '#core/masking';

const SECRET = 'p4$$w/rd+"x\\y é=';
const masker = () => createMasker({ secrets: [{ name: 'PASSWORD', value: SECRET }] });

const base32 = (text: string): string => {
  const bits = Array.from(Buffer.from(text), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: Math.ceil(bits.length / 5) }, (_, at) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5).padEnd(5, '0'), 2)),
  ).join('');
};
const twice = (text: string): string => btoa(Buffer.from(text).toString('base64'));
const ENCODED: readonly (readonly [string, string, string])[] = [
  ['hex', 'in hex', Buffer.from(SECRET).toString('hex')],
  ['hex', 'in upper-case hex', Buffer.from(SECRET).toString('hex').toUpperCase()],
  ['base32', 'in base32', `${base32(SECRET)}====`],
  ['base32', 'in base32 behind another byte', base32(`u${SECRET}`)],
  ['base64', 'in base64 twice', twice(SECRET)],
  ['base64', 'in base64 twice, shifted', twice(`ab${SECRET}c`)],
  ['reversed', 'back to front', Array.from(SECRET).reverse().join('')],
];

test.each(ENCODED)('%s: a known secret is masked %s', (form, _, text) => {
  const masked = masker().maskText(`before ${text} after`);

  expect(masked).toMatch(/^before [A-Za-z0-9=]{0,6}\*\*\*[A-Za-z0-9=]{0,6} after$/);
  expect(scanForSecrets(`before ${text} after`, [{ name: 'PASSWORD', value: SECRET }])).toMatchObject([{ form }]);
});

test('encodings of a short secret are left alone: they stand in other data by chance', () => {
  const text = `${Buffer.from('stop').toString('hex')} pots ${base32('stop')}`;

  expect(createMasker({ secrets: [{ name: 'S', value: 'stop' }] }).maskText(text)).toBe(text);
});
