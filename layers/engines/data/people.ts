import { COMPANY_WORDS, COUNTRIES } from '#engines/data/world';
import type { Country } from '#engines/data/world';
import type { SeededRandom } from '#engines/data/seeded-random';

/** Domains that nobody can own (RFC 2606, section 3): mail to them reaches no person. */
const MAIL_DOMAINS = ['example.com', 'example.org', 'example.net'] as const;

/** Languages, and regions of them, that names and places are known for. */
export const KNOWN_LOCALES: readonly string[] = Object.keys(COUNTRIES);

/**
 * The country that a locale's names and places are taken from: `de-AT` gives `de`, a language without lists gives `en`.
 *
 * @param locale BCP 47, also with `_`
 */
export const countryOf = (locale: string): Country => {
  const [language = 'en', ...rest] = locale.replaceAll('_', '-').split('-');
  const region = rest.find((part) => /^[A-Za-z]{2}$/u.test(part))?.toUpperCase();
  const known = COUNTRIES[`${language.toLowerCase()}-${region ?? ''}`] ?? COUNTRIES[language.toLowerCase()];
  return known ?? (COUNTRIES['en'] as Country);
};

/** `#` becomes a digit, `Z` a capital letter that is read as no digit. */
export const filled = (pattern: string, random: SeededRandom): string =>
  pattern.replaceAll(/[#Z]/gu, (sign) =>
    sign === '#' ? String(random.int(0, 9)) : random.pick(Array.from('ABDEFGHJLNPQRSTUWXYZ')),
  );

const GERMAN: { readonly [letter: string]: string } = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** Letters a to z alone: what every system takes in an address or user name. */
export const latinOf = (name: string, country: Country): string => {
  const spelled = country.latin?.[name] ?? name;
  const umlauts = country.code === 'DE' ? spelled.replaceAll(/[äöüßÄÖÜ]/gu, (sign) => GERMAN[sign] ?? sign) : spelled;
  return umlauts
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/gu, '');
};

export const fullNameOf = (firstName: string, lastName: string, country: Country): string =>
  country.familyNameFirst === true ? `${lastName} ${firstName}` : `${firstName} ${lastName}`;

/** Six digits keep the addresses of a hundred thousand rows apart in most cases. */
export const usernameOf = (firstName: string, lastName: string, country: Country, random: SeededRandom): string =>
  `${latinOf(firstName, country)}.${latinOf(lastName, country)}${filled('######', random)}`;

export const emailOf = (username: string, random: SeededRandom): string => `${username}@${random.pick(MAIL_DOMAINS)}`;

export const phoneOf = (country: Country, random: SeededRandom): string => filled(random.pick(country.phones), random);

export const streetOf = (country: Country, random: SeededRandom): string =>
  country.streetLine.replace('{street}', random.pick(country.streets)).replace('{number}', String(random.int(1, 199)));

export const companyOf = (country: Country, random: SeededRandom): string => {
  const name = `${random.pick(COMPANY_WORDS)} ${random.pick(COMPANY_WORDS)}`;
  return `${name} ${random.pick(country.companyEndings)}`;
};

/** Letters, digits and a sign, with one of each kind at least: rules for passwords ask for that. Look-alikes are left out. */
export const passwordOf = (random: SeededRandom): string => {
  const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!#$%*+-?'];
  const all = Array.from(kinds.join(''));
  const signs = [...kinds.map((kind) => random.pick(Array.from(kind)))];
  while (signs.length < 16) signs.push(random.pick(all));
  for (let at = signs.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [signs[at], signs[other]] = [signs[other] as string, signs[at] as string];
  }
  return signs.join('');
};

/** Version 4 (RFC 9562, section 5.4). */
export const uuidOf = (random: SeededRandom): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/gu, (sign) =>
    (sign === 'x' ? random.int(0, 15) : random.int(8, 11)).toString(16),
  );
