/** Every recorded field of a case that puts its secret where a URL parser or an HTTP library writes it anew. */
import { expect, test } from '@jest/globals';
import type { EnvironmentDefinition } from '#core/environment';
import { createMasker } from '#core/masking';
import { HttpFailure } from '#engines/http/http-failure';
import { secretVault } from '#engines/functional/secret-vault';
import { get, run, suiteOf } from './run-scripted.ts';

const SECRET = 'Sup3r-SECRET-Pa55';

test.each([
  ['in the host', 'https://{{apiKey}}.invalid/'],
  ['inside a label', 'https://a-{{apiKey}}-b.invalid/x'],
  ['in a label of other letters', 'https://ü{{apiKey}}.invalid/'],
  ['in the path', '/{{apiKey}}'],
])('a secret %s stands in nothing that is recorded', async (_, path) => {
  const suite = suiteOf([get('leak', { request: { method: 'POST', path, body: '{{apiKey}}' } })]);

  const { results, lines } = await run(
    suite,
    (_request, url) => ({
      headers: [
        [`x-${SECRET}`.toLowerCase(), 'v'],
        ['location', `https://${SECRET}.invalid/`.toLowerCase()],
      ],
      error: new HttpFailure(`after a redirect from ${url.href}: got ${SECRET.toLowerCase()}.invalid`, {
        type: 'dns',
        phase: 'resolve',
        url: url.href,
      }),
    }),
    { secrets: { 'shop/key': SECRET } },
  );

  const recorded = JSON.stringify([[...results.values()], lines]);
  expect(results.get('leak')?.verdict).toBe('errored');
  expect(recorded).not.toMatch(/sup3r/i);
});

test.each([
  ['in small letters', SECRET, `https://${SECRET}.invalid/`],
  ['in punycode', 'Pässwort-Geheim', 'https://Pässwort-Geheim.invalid/'],
  ['as an address', '3232235777', 'https://3232235777/'],
])('a bound secret does not leave in a host name %s', async (_, value, address) => {
  const environment: EnvironmentDefinition = {
    name: 'test',
    targets: { default: 'https://api.test' },
    secrets: { key: { ref: 'k', hosts: ['api.test'] } },
  };
  const vault = secretVault(environment, { resolve: () => Promise.resolve(value) }, createMasker());
  await vault.load(['key'], new AbortController().signal);
  const url = new URL(address);

  expect(() => vault.guard([], url, url.href)).toThrow('expected the secret "key" to go only to api.test');
});
