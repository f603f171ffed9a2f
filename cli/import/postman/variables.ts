import type { Json } from '#core/units';
import { variableName } from '../../starter/credentials.ts';
import { isNode, listOf, nodeOf, textOf } from '../../starter/document.ts';
import { dynamicVariable } from '../generators.ts';
import { isSecretName, looksLikeToken, type SecretStore } from '../secret-store.ts';

const USE = /\{\{([^{}]{1,200})\}\}/g;

const typed = (value: string): Json => {
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
};

/** Names and values of a collection's variables, as suites have them. */
export class PostmanVariables {
  /** As they were written; a later source wins. */
  readonly #values = new Map<string, string>();
  readonly #secret = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #made = new Map<string, Json>();
  /** Variables that stand for numbers and the like, because bodies have them without quotes. */
  readonly unquoted = new Set<string>();
  /** Dynamic variables that nothing here makes. */
  readonly unknownDynamic = new Set<string>();

  /** Variables of a collection or environment file: `[{key, value, type, enabled, disabled}]`. */
  add(list: unknown): void {
    for (const one of listOf(list).map(nodeOf)) {
      const key = textOf(one['key']) ?? textOf(one['id']);
      if (key === undefined || one['enabled'] === false || one['disabled'] === true) continue;
      const value: unknown = one['value'] ?? one['initialValue'] ?? one['currentValue'] ?? '';
      this.#values.set(key, typeof value === 'string' ? value : JSON.stringify(value));
      if (one['type'] === 'secret') this.#secret.add(key);
    }
  }

  /** A value that a script sets, in a suite's own words; what a collection says itself stays. */
  set(key: string, value: Json): void {
    if ((this.#values.get(key) ?? '') !== '') return;
    this.#values.delete(key);
    this.#made.set(key, value);
  }

  /** Name as a suite has it: letters, digits and underscores. */
  name(key: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const wanted =
      /^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(key) && !['run', 'row', 'persona', 'webhooks'].includes(key)
        ? key
        : variableName(key);
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${wanted}${String(count)}`;
    this.#names.set(key, name);
    this.#taken.add(name);
    return name;
  }

  /** A text with its variables as suites have them. What only looks like one is escaped. */
  text(text: string): string {
    return text
      .replaceAll(USE, (_all, inside: string) => {
        const key = inside.trim();
        if (!key.startsWith('$')) return `\u0001${this.name(key)}\u0002`;
        const generated = dynamicVariable(key);
        if (generated !== undefined) return `\u0001${generated}\u0002`;
        this.unknownDynamic.add(key);
        return `\u0001${this.name(key.slice(1))}\u0002`;
      })
      .replaceAll('{{', '\\{{')
      .replaceAll('\u0001', '{{')
      .replaceAll('\u0002', '}}');
  }

  /** A text with the values of its variables, as far as they are known: for addresses. */
  resolve(text: string, depth = 0): string {
    if (depth > 10) return text;
    return text.replaceAll(USE, (all, inside: string) => {
      const value = this.#values.get(inside.trim());
      return value === undefined || value === '' ? all : this.resolve(value, depth + 1);
    });
  }

  /** Values for the environment; secrets go into the store. */
  known(store: SecretStore): Map<string, Json> {
    const known = new Map<string, Json>();
    for (const [key, raw] of this.#values) {
      const name = this.name(key);
      const value = this.resolve(raw);
      const isSecret = this.#secret.has(key) || isSecretName(key) || looksLikeToken(value);
      if (isSecret && !/\{\{/.test(value)) {
        if (value === '') store.reserve(name, `the variable ${key}`);
        else store.keep(value, name, `the variable ${key}`);
      } else known.set(name, this.unquoted.has(key) ? typed(value) : this.text(value));
    }
    for (const [key, value] of this.#made) known.set(this.name(key), value);
    return known;
  }
}

/** Variables of an exported environment or globals file. */
export const environmentValues = (value: unknown): unknown => (isNode(value) ? value['values'] : undefined);
