import type { Capture } from '#core/check';
import type { Json } from '#core/units';
import { variableName } from '../../starter/credentials.ts';
import { isNode } from '../../starter/document.ts';
import { pathNoun } from '../../starter/resources.ts';
import { below } from '../script/script-value.ts';
import type { HarEntry } from './entries.ts';

/** A value of an answer that a later call sends. */
interface Found {
  readonly entry: number;
  readonly capture: Capture;
  readonly hint: string;
  readonly isIdField: boolean;
}

const VALUES_PER_ANSWER_MAX = 20_000;
const TEXT_LENGTH_MIN = 6;
const ID_FIELD = /(?:^|[_-])id$|Id$|ID$|uuid|guid|slug|number|code/;

/** Values that are the same by accident: words, true and false, small numbers, dates, addresses of pages. */
const isTelling = (value: string, isIdField: boolean): boolean => {
  if (isIdField) return value.length > 0 && !/^(?:true|false|null)$/.test(value);
  if (value.length < TEXT_LENGTH_MIN || /^https?:\/\//.test(value) || /^\d{4}-\d\d-\d\d/.test(value)) return false;
  return /\d/.test(value) && (/[A-Za-z]/.test(value) || value.length >= 8);
};

const nameOf = (field: string, path: string): string => {
  const noun = pathNoun(path);
  return /^_?(?:id|uuid|guid|slug|code|number|key)$/i.test(field)
    ? variableName(`${noun} ${field.replace(/^_/, '')}`)
    : variableName(field);
};

/** Finds values of earlier answers in later calls; each becomes a variable that is captured where it first came from. */
export class Correlation {
  readonly #values = new Map<string, Found>();
  readonly #captures = new Map<number, Map<string, Capture>>();
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Learns what an answer gave. Values that the call itself sent come from elsewhere. */
  learn(entry: HarEntry, sent: string): void {
    let left = VALUES_PER_ANSWER_MAX;
    const remember = (value: string, found: Found): void => {
      if (
        !isTelling(value, found.isIdField) ||
        this.#values.has(value) ||
        (value.length >= TEXT_LENGTH_MIN && sent.includes(value))
      )
        return;
      this.#values.set(value, found);
    };
    const walk = (value: unknown, path: string, field: string): void => {
      left -= 1;
      if (left < 0 || path.length > 500) return;
      if (typeof value === 'string' || typeof value === 'number')
        remember(String(value), {
          entry: entry.number,
          capture: { path },
          hint: nameOf(field, entry.url.pathname),
          isIdField: ID_FIELD.test(field),
        });
      else if (Array.isArray(value)) value.forEach((one, at) => walk(one, below(path, at), field));
      else if (isNode(value)) for (const [name, one] of Object.entries(value)) walk(one, below(path, name), name);
    };
    walk(entry.answer, '$', '');
    const location = entry.answerHeaders.find(([name]) => name === 'location')?.[1];
    const last = location === undefined ? undefined : /([^/?#]+)\/?$/.exec(location)?.[1];
    if (last !== undefined)
      remember(last, {
        entry: entry.number,
        capture: { regex: '([^/?#]+)/?$', from: { header: 'location' } },
        hint: nameOf('id', entry.url.pathname),
        isIdField: true,
      });
  }

  /** The variable for a value that an earlier answer gave; undefined when none did. */
  variableFor(value: string, place: 'path' | 'field', field = ''): string | undefined {
    const found = this.#values.get(value);
    if (found === undefined) return undefined;
    // Short ids are the same by accident unless both sides are ids.
    if (value.length < TEXT_LENGTH_MIN && !(found.isIdField && (place === 'path' || ID_FIELD.test(field))))
      return undefined;
    const key = `${String(found.entry)} ${JSON.stringify(found.capture)}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      for (let count = 1; name === undefined || this.#taken.has(name); count += 1)
        name = count === 1 ? found.hint : `${found.hint}${String(count)}`;
      this.#taken.add(name);
      this.#names.set(key, name);
      const own = this.#captures.get(found.entry) ?? new Map<string, Capture>();
      own.set(name, found.capture);
      this.#captures.set(found.entry, own);
    }
    return name;
  }

  capturesOf(number: number): ReadonlyMap<string, Capture> {
    return this.#captures.get(number) ?? new Map();
  }

  /** The same of every text and number of a body. */
  inJson(value: Json, field = ''): Json {
    if (typeof value === 'string' || typeof value === 'number') {
      const name = this.variableFor(String(value), 'field', field);
      return name === undefined ? (typeof value === 'string' ? value.replaceAll('{{', '\\{{') : value) : `{{${name}}}`;
    }
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => this.inJson(one, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as { readonly [name: string]: Json }).map(([name, one]) => [name, this.inJson(one, name)]),
    );
  }

  /** A header value such as `Bearer eyJ…`. */
  inText(value: string): string | undefined {
    const whole = this.variableFor(value, 'field');
    if (whole !== undefined) return `{{${whole}}}`;
    const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9-]{1,20} )(.+)$/.exec(value) ?? [];
    const part = rest === '' ? undefined : this.variableFor(rest, 'field');
    return part === undefined ? undefined : `${scheme}{{${part}}}`;
  }
}
