import type { Json } from '#core/units';
import { companyOf, emailOf, filled, fullNameOf, phoneOf, streetOf, usernameOf } from '#engines/data/people';
import type { SeededRandom } from '#engines/data/seeded-random';
import { PLAIN_WORDS } from '#engines/data/world';
import type { Country } from '#engines/data/world';

type Fake = (random: SeededRandom, country: Country) => Json;

const username = (random: SeededRandom, country: Country): string =>
  usernameOf(random.pick(country.firstNames), random.pick(country.lastNames), country, random);

const sentence = (random: SeededRandom): string => {
  const chosen = Array.from({ length: random.int(5, 10) }, () => random.pick(PLAIN_WORDS)).join(' ');
  return `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}.`;
};

/** Made-up values by the name after `$fake.`; none of them is a real person's. */
export const FAKES: { readonly [name: string]: Fake } = {
  firstName: (random, { firstNames }) => random.pick(firstNames),
  lastName: (random, { lastNames }) => random.pick(lastNames),
  fullName: (random, country) => fullNameOf(random.pick(country.firstNames), random.pick(country.lastNames), country),
  username,
  email: (random, country) => emailOf(username(random, country), random),
  phone: (random, country) => phoneOf(country, random),
  street: (random, country) => streetOf(country, random),
  city: (random, { cities }) => random.pick(cities),
  zip: (random, { zip }) => filled(zip, random),
  country: (_, { name }) => name,
  countryCode: (_, { code }) => code,
  company: (random, country) => companyOf(country, random),
  word: (random) => random.pick(PLAIN_WORDS),
  sentence,
};

export const FAKE_NAMES: readonly string[] = Object.keys(FAKES);
