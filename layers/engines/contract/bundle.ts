import { fieldOf, isJsonObject, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';

/** Where documents that were referred to are put. */
const HOME = 'x-bundled';
const FILES_MAX = 500;

/** A file's contents as JSON, by its path below the root document's folder; or what is wrong. */
export type ReadDocumentFile = (path: string) => { readonly value: Json } | { readonly problem: string };

export interface Bundled {
  readonly document: JsonObject;
  /** References that were not followed: they stay as they are, and `openContract` tells their places. */
  readonly problems: readonly { readonly ref: string; readonly message: string }[];
}

/** A path beside another one; undefined when it leads out of the root document's folder. */
const beside = (from: string, target: string): string | undefined => {
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const token = (name: string): string => name.replaceAll('/', '~1');

class Bundler {
  readonly #names = new Map<string, string>();
  readonly #waiting: string[] = [];
  readonly problems: { ref: string; message: string }[] = [];

  #target(ref: string, from: string): string | undefined {
    const at = ref.indexOf('#');
    const place = at < 0 ? ref : ref.slice(0, at);
    const fragment = at < 0 ? '' : ref.slice(at + 1);
    if (place === '') return from === '' ? ref : `#/${HOME}/${token(this.#nameOf(from))}${fragment}`;
    const isRemote = /^[a-z][a-z0-9+.-]*:|^\//iu.test(place);
    const file = isRemote ? undefined : beside(from, unescaped(place));
    if (file === undefined) {
      this.problems.push({ ref, message: `expected a file beside the document, got ${ref}: it was not followed` });
      return undefined;
    }
    return `#/${HOME}/${token(this.#nameOf(file))}${fragment}`;
  }

  #nameOf(file: string): string {
    const known = this.#names.get(file);
    if (known !== undefined) return known;
    // What is told of a place in it names the file: `/x-bundled/schemas~1order.yaml/Order`.
    const plain = file.replaceAll(/[^\w./-]/gu, '_');
    const isTaken = [...this.#names.values()].includes(plain);
    const name = isTaken ? `${plain}-${String(this.#names.size + 1)}` : plain;
    this.#names.set(file, name);
    this.#waiting.push(file);
    return name;
  }

  rewrite(value: Json, from: string): Json {
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => this.rewrite(item, from));
    if (!isJsonObject(value)) return value;
    const made: { [name: string]: Json } = {};
    for (const [name, item] of Object.entries(value)) {
      const target = name === '$ref' && typeof item === 'string' ? this.#target(item, from) : undefined;
      setField(made, name, target ?? this.rewrite(item, from));
    }
    return made;
  }

  /** Files in the order they are met; each is read once. */
  files(read: ReadDocumentFile): JsonObject {
    const made: { [name: string]: Json } = {};
    for (let file = this.#waiting.pop(); file !== undefined; file = this.#waiting.pop()) {
      const found = this.#names.size > FILES_MAX ? { problem: `more than ${String(FILES_MAX)} files` } : read(file);
      if ('problem' in found) this.problems.push({ ref: file, message: `${file}: ${found.problem}` });
      else setField(made, this.#nameOf(file), this.rewrite(found.value, file));
    }
    return made;
  }
}

/**
 * Brings the files that a document refers to into it, so that every reference leads into the document. Pure but for `read`.
 *
 * @param root a document; where it refers to no file it comes back as it is
 */
export const bundleDocument = (root: JsonObject, read: ReadDocumentFile): Bundled => {
  const bundler = new Bundler();
  const document = bundler.rewrite(root, '');
  const files = bundler.files(read);
  const { problems } = bundler;
  if (Object.keys(files).length === 0 && problems.length === 0) return { document: root, problems };
  const own = isJsonObject(document) ? document : root;
  const before = fieldOf(own, HOME);
  return { document: { ...own, [HOME]: { ...(isJsonObject(before) ? before : {}), ...files } }, problems };
};
