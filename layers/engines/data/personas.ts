import type { PersonaDefinition } from '#core/suite';
import { suggestion } from '#core/nearest-name';
import {
  companyOf,
  countryOf,
  emailOf,
  filled,
  fullNameOf,
  passwordOf,
  phoneOf,
  streetOf,
  usernameOf,
  uuidOf,
} from '#engines/data/people';
import { seededRandomAt } from '#engines/data/seeded-random';
import type { SeededRandom } from '#engines/data/seeded-random';

/** A made-up person: what `{{persona.NAME.…}}` reaches. */
export type Persona = {
  readonly id: string;
  readonly kind: PersonaDefinition['kind'];
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly email: string;
  /** E.164, of a range that no subscriber has. */
  readonly phone: string;
  readonly username: string;
  readonly password: string;
  readonly street: string;
  readonly city: string;
  readonly zip: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
  readonly device: NonNullable<PersonaDefinition['device']>;
  readonly permissions: readonly string[];
  /** RFC 3339; of the `new` kind the moment of the run. */
  readonly createdAt: string;
  /** RFC 3339; who is new was never here. */
  readonly lastSeenAt?: string;
  /** Orders, documents, visits: what a history counts; 0 for the `new` kind. */
  readonly historyCount: number;
  /** Of partners. */
  readonly company?: string;
};

const FIELDS = (
  'id kind firstName lastName name email phone username password street city zip country currency locale device ' +
  'permissions createdAt historyCount'
).split(' ');

/** Fields that people of a kind have; a template that names another one is a mistake. */
export const personaFields = (kind: PersonaDefinition['kind']): readonly string[] => [
  ...FIELDS,
  ...(kind === 'new' ? [] : ['lastSeenAt']),
  ...(kind === 'partner' ? ['company'] : []),
];

export interface PersonaOptions {
  /** Of the run. */
  readonly seed: string;
  /** Suite and name of the persona. */
  readonly place: string;
  /** Milliseconds since 1970 that ages are counted from: the same in all shards of a run, so the start of the run. */
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;

/** What makes the kinds differ: permissions, age of the account in days, size of the history. */
const KINDS: {
  readonly [kind in PersonaDefinition['kind']]: {
    readonly permissions: readonly string[];
    readonly ageDays: readonly [number, number];
    readonly history: readonly [number, number];
  };
} = {
  new: { permissions: ['read'], ageDays: [0, 0], history: [0, 0] },
  returning: { permissions: ['read', 'write'], ageDays: [90, 1500], history: [3, 60] },
  admin: { permissions: ['read', 'write', 'delete', 'admin'], ageDays: [400, 2500], history: [50, 500] },
  partner: { permissions: ['read', 'write', 'partner'], ageDays: [200, 2000], history: [20, 300] },
};

/** Why a locale cannot be used, or undefined. Languages without names of their own are fine: their people have English ones. */
export const localeProblem = (locale: string): string | undefined => {
  try {
    Intl.getCanonicalLocales(locale.replaceAll('_', '-'));
    return undefined;
  } catch {
    return `expected a locale such as de, en-GB or ja-JP, got ${JSON.stringify(locale.slice(0, 60))}`;
  }
};

/** Why a currency cannot be used, or undefined. */
export const currencyProblem = (currency: string): string | undefined => {
  const known = Intl.supportedValuesOf('currency');
  return known.includes(currency)
    ? undefined
    : `expected a currency of ISO 4217 such as EUR, got ${JSON.stringify(currency.slice(0, 60))}${suggestion(currency, known)}`;
};

const account = (
  kind: PersonaDefinition['kind'],
  nowMs: number,
  random: SeededRandom,
): Pick<Persona, 'createdAt' | 'lastSeenAt' | 'historyCount'> => {
  const { ageDays, history } = KINDS[kind];
  const isNew = kind === 'new';
  const ageMs = isNew ? 0 : random.int(ageDays[0], ageDays[1]) * DAY_MS + random.int(0, DAY_MS - 1);
  const seenMs = isNew ? 0 : random.int(1, 30) * DAY_MS;
  return {
    createdAt: new Date(nowMs - ageMs).toISOString(),
    ...(isNew ? {} : { lastSeenAt: new Date(nowMs - seenMs).toISOString() }),
    historyCount: random.int(history[0], history[1]),
  };
};

/** The person of a definition: the same for the same seed, place and moment; what the definition says itself wins. */
export const makePersona = (definition: PersonaDefinition, { seed, place, nowMs }: PersonaOptions): Persona => {
  const random = seededRandomAt(seed, `persona\n${place}`);
  const locale = definition.locale ?? 'en-US';
  const country = countryOf(locale);
  const firstName = random.pick(country.firstNames);
  const lastName = random.pick(country.lastNames);
  // Drawn also when the definition says it: what a person overrides must not change the rest of the person.
  const device = random.pick(['desktop', 'mobile', 'tablet'] as const);
  const username = usernameOf(firstName, lastName, country, random);
  return {
    id: uuidOf(random),
    kind: definition.kind,
    firstName,
    lastName,
    name: fullNameOf(firstName, lastName, country),
    email: emailOf(username, random),
    phone: phoneOf(country, random),
    username,
    password: passwordOf(random),
    street: streetOf(country, random),
    city: random.pick(country.cities),
    zip: filled(country.zip, random),
    country: country.code,
    currency: definition.currency ?? country.currency,
    locale,
    device: definition.device ?? device,
    permissions: definition.permissions ?? KINDS[definition.kind].permissions,
    ...account(definition.kind, nowMs, random),
    ...(definition.kind === 'partner' ? { company: companyOf(country, random) } : {}),
  };
};
