/** C3's persona factories: what makes kinds differ, what overrides do, and that nobody real is met. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { PersonaDefinition } from '#core/suite';
import { currencyProblem, localeProblem, makePersona, personaFields } from '#engines/data/personas';
import type { Persona } from '#engines/data/personas';

const NOW_MS = Date.UTC(2026, 0, 15);
const person = (definition: PersonaDefinition, place = 'shop.checkout/buyer', seed = 'r1'): Persona =>
  makePersona(definition, { seed, place, nowMs: NOW_MS });

const kind = fc.constantFrom('new' as const, 'returning' as const, 'admin' as const, 'partner' as const);

describe('personas', () => {
  test('the same seed and place give the same person, other places others', () => {
    const places = Array.from({ length: 200 }, (_, at) => `p${String(at)}`);

    expect(person({ kind: 'new' })).toEqual(person({ kind: 'new' }));
    expect(new Set(places.map((place) => person({ kind: 'new' }, place).email)).size).toBe(200);
    expect(person({ kind: 'new' }, 'a', 'r2').id).not.toBe(person({ kind: 'new' }, 'a', 'r1').id);
  });

  test('kinds differ: age of the account, history, permissions, company', () => {
    fc.assert(
      fc.property(fc.string(), (place) => {
        const [fresh, returning, admin, partner] = (['new', 'returning', 'admin', 'partner'] as const).map((name) =>
          person({ kind: name }, place),
        ) as [Persona, Persona, Persona, Persona];
        const ageDays = (who: Persona): number => (NOW_MS - Date.parse(who.createdAt)) / 86_400_000;

        expect(fresh.createdAt).toBe('2026-01-15T00:00:00.000Z');
        expect(fresh.historyCount).toBe(0);
        expect(fresh).not.toHaveProperty('lastSeenAt');
        expect(ageDays(returning)).toBeGreaterThanOrEqual(90);
        expect(returning.historyCount).toBeGreaterThan(0);
        expect(Date.parse(returning.lastSeenAt ?? '')).toBeGreaterThan(Date.parse(returning.createdAt));
        expect(admin.permissions).toContain('admin');
        expect(partner.company).toMatch(/\S+ \S+ \S+/u);
        for (const who of [fresh, returning, admin]) expect(who).not.toHaveProperty('company');
      }),
      { numRuns: 50 },
    );
  });

  test('the fields that are told for lint are those that people have', () => {
    for (const name of ['new', 'returning', 'admin', 'partner'] as const)
      expect([...personaFields(name)].sort()).toEqual(Object.keys(person({ kind: name })).sort());
  });

  test('what the definition says wins and changes nothing else', () => {
    fc.assert(
      fc.property(kind, fc.string(), (name, place) => {
        const plain = person({ kind: name }, place);
        const own = person({ kind: name, currency: 'CHF', device: 'tablet', permissions: ['x'] }, place);

        expect(own).toEqual({ ...plain, currency: 'CHF', device: 'tablet', permissions: ['x'] });
      }),
    );
  });

  test('a locale steers names, places, money and phone', () => {
    const german = person({ kind: 'new', locale: 'de_AT' });
    const japanese = person({ kind: 'new', locale: 'ja-JP' });

    expect(german).toMatchObject({ locale: 'de_AT', country: 'DE', currency: 'EUR' });
    expect(german.phone).toMatch(/^\+49/u);
    expect(japanese).toMatchObject({
      country: 'JP',
      currency: 'JPY',
      name: `${japanese.lastName} ${japanese.firstName}`,
    });
    expect(japanese.email).toMatch(/^[a-z]+\.[a-z]+\d{6}@/u);
    expect(person({ kind: 'new', locale: 'en-GB' })).toMatchObject({ country: 'GB', currency: 'GBP' });
    expect(person({ kind: 'new', locale: 'pl' })).toMatchObject({ locale: 'pl', country: 'US' });
  });

  test('everybody has a password with four kinds of signs and an address of a reserved domain', () => {
    fc.assert(
      fc.property(kind, fc.string(), fc.constantFrom('de', 'fr', 'es', 'ja', 'en'), (name, place, locale) => {
        const { password, email, username } = person({ kind: name, locale }, place);

        for (const signs of [/[A-Z]/u, /[a-z]/u, /\d/u, /[^A-Za-z0-9]/u, /^.{16}$/u]) expect(password).toMatch(signs);
        expect(email).toMatch(/@example\.(?:com|org|net)$/u);
        expect(email.split('@')[0]).toBe(username);
        expect(username).toMatch(/^[a-z]+\.[a-z]+\d{6}$/u);
      }),
    );
  });

  test('locales and currencies that are none are told', () => {
    expect(localeProblem('de-AT')).toBeUndefined();
    expect(localeProblem('de_AT')).toBeUndefined();
    expect(localeProblem('german!')).toBe('expected a locale such as de, en-GB or ja-JP, got "german!"');
    expect(currencyProblem('EUR')).toBeUndefined();
    expect(currencyProblem('EURO')).toContain('(did you mean "EUR"?)');
  });
});
