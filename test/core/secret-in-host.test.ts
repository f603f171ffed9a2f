/** A URL parser writes host names in small letters and in punycode, and HTTP libraries write names of headers so: a secret stays hidden. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMasker, scanForSecrets } from '#core/masking';

const maskerOf = (value: string) => createMasker({ secrets: [{ name: 'PASSWORD', value }] });
const hitsOf = (text: string, value: string) => scanForSecrets(text, [{ name: 'PASSWORD', value }]);
const hostOf = (url: string): string => new URL(url).hostname;

const ASCII = 'Sup3r-SECRET-Pa55';

test.each([
  ['alone', `https://${ASCII}/`],
  ['as a label', `https://a.${ASCII}.invalid/`],
  ['inside a label', `https://a-${ASCII}-b.invalid/`],
  ['inside a label with other letters', `https://ü${ASCII}ü.invalid/`],
])('a secret in a host name, %s, is masked and found', (_, address) => {
  const host = hostOf(address);

  expect(maskerOf(ASCII).maskUrl(new URL(address).href)).not.toMatch(/sup3r-secret-pa55/i);
  expect(maskerOf(ASCII).maskText(`got ${host}; nothing was sent there`)).toMatch(/^got \S*\*\*\*\S*; nothing/);
  expect(hitsOf(host, ASCII)).toEqual([{ name: 'PASSWORD', offset: host.indexOf('sup3r'), form: 'host' }]);
});

test.each([
  'Pässwort-Geheim',
  'ПарольОчень',
  '密码密码密码',
  'ＦＵＬＬwidth１',
  'Straße.Nr.Zwölf',
  'soft\u00adhyphen',
  '3232235777',
])('the secret %s is found in what a URL parser makes of it', (secret) => {
  for (const address of [`https://${secret}/`, `https://a-${secret}b.invalid/x`, `https://${secret}ü.invalid:81/`]) {
    if (!URL.canParse(address)) continue;
    const host = hostOf(address);

    expect([address, hitsOf(`got ${host} here`, secret).length > 0]).toEqual([address, true]);
    expect(maskerOf(secret).maskText(`got ${host} here`)).not.toContain(host);
  }
});

test('other hosts stay readable', () => {
  const text = 'https://shop.example/ https://xn--bcher-kva.example/ 192.168.1.10 shop-secret.example';

  for (const secret of [ASCII, 'Pässwort-Geheim', '3232235777']) expect(maskerOf(secret).maskText(text)).toBe(text);
});

test('a name of a header keeps a secret no better in small letters', () => {
  expect(maskerOf(ASCII).maskHeaders([[`x-${ASCII}`.toLowerCase(), 'v']])).toEqual([['x-***', '***']]);
});

test('a secret of few letters is found as it is only: in small letters it may be a word', () => {
  expect(maskerOf('Admin').maskText('Admin admin')).toBe('*** admin');
});

test('no spelling of any secret survives, wherever it stands', () => {
  const secret = fc.string({
    unit: fc.constantFrom(...'abcdefXYZKS0123456789-_äÖßñя密Ａ'),
    minLength: 6,
    maxLength: 24,
  });
  fc.assert(
    fc.property(secret, fc.constantFrom('', 'a-', 'ü'), fc.constantFrom('', '-b', '.c'), (value, before, after) => {
      const masker = maskerOf(value);
      const address = `https://${before}${value}${after}.invalid/`;
      const folded = [value, value.toLowerCase(), value.toUpperCase()];
      const texts = [...folded, ...(URL.canParse(address) ? [hostOf(address).replace(/\.invalid$/, '')] : [])];

      for (const text of texts) {
        expect([value, text, hitsOf(`\u0001${text}\u0001`, value).length > 0]).toEqual([value, text, true]);
        expect(masker.maskText(`\u0001${text}\u0001`)).not.toContain(text);
        expect(masker.maskUrl(`https://${text}.invalid/${text}`)).not.toContain(text);
        expect(
          masker
            .maskHeaders([[text, text]])
            .flat()
            .join(),
        ).not.toContain(text);
        expect(JSON.stringify(masker.maskJson({ [text]: [text] }))).not.toContain(text);
      }
    }),
    { numRuns: 300 },
  );
});
