import { isSensitiveKey } from '#core/masking';
import { findSensitive, maskSensitive } from '#core/sensitive-patterns';
import type { Json } from '#core/units';
import { variableName } from '../starter/credentials.ts';

export interface KeptSecret {
  readonly name: string;
  readonly words: string;
  /** Base URLs of calls that carry it. */
  readonly bases: Set<string>;
}

/** Shorter values occur by accident in texts that have nothing to do with them. */
const REPLACED_LENGTH_MIN = 6;

/** Whether a value alone looks like a credential: long, and mixed as no word, number or id is. */
export const looksLikeToken = (text: string): boolean => {
  if (findSensitive(text).length > 0) return true;
  if (text.length < 24 || text.length > 8_000 || !/^[A-Za-z0-9._~+/=-]+$/.test(text)) return false;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length;
  const changes = text.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return (kinds === 3 && changes >= text.length / 5) || /^[0-9a-f]{32,}$/i.test(text);
};

export const isSecretName = (name: string): boolean =>
  isSensitiveKey(name) || /(?:^|[-_])(?:signature|credential|jwt|otp)(?:$|[-_])/i.test(name);

/** Secrets found in what is imported: each value becomes a name; the value itself goes nowhere. */
export class SecretStore {
  readonly #byValue = new Map<string, KeptSecret>();
  readonly #names = new Map<string, KeptSecret>();
  readonly #counts = new Map<string, number>();
  #byStart: ReadonlyMap<string, readonly (readonly [value: string, name: string])[]> | undefined;

  /** Name for a secret value; the same value has one name. */
  keep(value: string, hint: string, words: string, base?: string): string {
    const known = this.#byValue.get(value);
    const secret = known ?? this.#named(hint, words, known === undefined);
    if (value !== '' && known === undefined) {
      this.#byValue.set(value, secret);
      this.#byStart = undefined;
    }
    if (base !== undefined) secret.bases.add(base);
    return secret.name;
  }

  /** A secret whose value is not known, such as a variable that a collection leaves empty. */
  reserve(name: string, words: string): string {
    const known = this.#names.get(name);
    return (known ?? this.#named(name, words, false)).name;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  sentTo(name: string, base: string): void {
    this.#names.get(name)?.bases.add(base);
  }

  all(): readonly KeptSecret[] {
    return [...this.#names.values()];
  }

  #named(hint: string, words: string, isNew: boolean): KeptSecret {
    const wanted = variableName(hint);
    let name = wanted;
    for (let count = this.#counts.get(wanted) ?? 2; isNew && this.#names.has(name); count += 1) {
      name = `${wanted}${String(count)}`;
      this.#counts.set(wanted, count + 1);
    }
    const secret: KeptSecret = { name, words, bases: new Set() };
    this.#names.set(name, secret);
    return secret;
  }

  /** A text without any known secret: names in its place, or stars where no variable may stand. */
  clean(text: string, mark: 'variable' | 'stars' = 'variable'): string {
    const index = this.#index();
    if (index.size === 0 || text.length < REPLACED_LENGTH_MIN) return maskSensitive(text).text;
    let cleaned = '';
    let from = 0;
    for (let at = 0; at + REPLACED_LENGTH_MIN <= text.length;) {
      const found = index.get(text.slice(at, at + REPLACED_LENGTH_MIN))?.find(([value]) => text.startsWith(value, at));
      if (found === undefined) {
        at += 1;
        continue;
      }
      const [value, name] = found;
      cleaned += `${text.slice(from, at)}${mark === 'variable' ? `{{${name}}}` : '***'}`;
      at += value.length;
      from = at;
    }
    return maskSensitive(cleaned + text.slice(from)).text;
  }

  /** Secret values by how they begin, the longest first, as they are and as they stand in addresses. */
  #index(): ReadonlyMap<string, readonly (readonly [value: string, name: string])[]> {
    if (this.#byStart !== undefined) return this.#byStart;
    const index = new Map<string, (readonly [string, string])[]>();
    for (const [value, { name }] of this.#byValue) {
      if (value.length < REPLACED_LENGTH_MIN) continue;
      for (const form of new Set([value, encodeURIComponent(value.toWellFormed())])) {
        const start = form.slice(0, REPLACED_LENGTH_MIN);
        index.set(
          start,
          [...(index.get(start) ?? []), [form, name] as const].sort(([one], [other]) => other.length - one.length),
        );
      }
    }
    this.#byStart = index;
    return index;
  }

  /** The same of every text of a value; names of fields are masked only. */
  cleanJson<T>(value: T): T {
    return this.#cleaned(value as Json) as T;
  }

  #cleaned(value: Json): Json {
    if (typeof value === 'string') return this.clean(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => this.#cleaned(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        maskSensitive(name).text,
        one === undefined ? one : this.#cleaned(one),
      ]),
    );
  }
}

/** Takes the values of fields with telling names, such as `password`, out of a body: they become secrets. */
export const secretFields = (value: Json, store: SecretStore, base: string, name = ''): Json => {
  if (typeof value === 'string') {
    const isSecret = name !== '' && isSecretName(name) && value !== '' && !value.includes('{{');
    if (isSecret) return `{{${store.keep(value, name, `the field ${name}`, base)}}}`;
    return value;
  }
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => secretFields(one, store, base, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as { readonly [name: string]: Json }).map(([field, one]) => [
      field,
      secretFields(one, store, base, field),
    ]),
  );
};
