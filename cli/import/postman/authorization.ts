import { listOf, nodeOf, textOf, type Node } from '../../starter/document.ts';
import type { SecretStore } from '../secret-store.ts';
import type { PostmanVariables } from './variables.ts';

export interface Authorization {
  readonly headers: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
  /** Why it could not be translated. */
  readonly note?: string;
}

const NONE: Authorization = { headers: {}, query: {} };

/** Fields of an auth block: a list of key and value (2.1) or an object (2.0). */
const fieldsOf = (auth: Node, type: string): ReadonlyMap<string, string> => {
  const block = auth[type];
  const pairs = Array.isArray(block)
    ? listOf(block)
        .map(nodeOf)
        .map((one) => [one['key'], one['value']] as const)
    : Object.entries(nodeOf(block));
  return new Map(
    pairs.flatMap(([key, value]): [string, string][] =>
      typeof key === 'string' && typeof value === 'string' ? [[key, value]] : [],
    ),
  );
};

/** The header that basic credentials make cannot be made of two variables: its value is one secret. */
const basic = (fields: ReadonlyMap<string, string>, store: SecretStore, base: string): Authorization => {
  const user = fields.get('username') ?? '';
  const password = fields.get('password') ?? '';
  const isKnown = !`${user}${password}`.includes('{{');
  const value = isKnown ? Buffer.from(`${user}:${password}`).toString('base64') : '';
  if (isKnown && password !== '') store.keep(password, 'basicPassword', 'the password inside basic credentials', base);
  const name = isKnown
    ? store.keep(value, 'basicCredentials', 'base64 of `user:password`', base)
    : store.reserve('basicCredentials', `base64 of \`${user}:${password.includes('{{') ? password : '…'}\``);
  store.sentTo(name, base);
  return {
    headers: { authorization: `Basic {{${name}}}` },
    query: {},
    ...(isKnown
      ? {}
      : { note: `basic credentials from variables: put base64 of user:password into the secret ${name}` }),
  };
};

export interface AuthorizationContext {
  readonly base: string;
  readonly store: SecretStore;
  readonly variables: PostmanVariables;
}

/** A value that is a variable stays one; a literal becomes a secret. */
const secretText = (
  value: string,
  hint: string,
  words: string,
  { base, store, variables }: AuthorizationContext,
): string => {
  const text = variables.text(value);
  const names = [...text.matchAll(/\{\{([A-Za-z_][A-Za-z0-9_]*)/g)].map((match) => match[1] ?? '');
  for (const name of names) store.sentTo(name, base);
  if (names.length > 0) return text;
  return `{{${store.keep(value, hint, words, base)}}}`;
};

/** What a request sends to show who it is. */
export const readAuthorization = (raw: unknown, context: AuthorizationContext): Authorization => {
  const { base, store } = context;
  const own = (value: string, hint: string, words: string): string => secretText(value, hint, words, context);
  const auth = nodeOf(raw);
  const type = textOf(auth['type']) ?? 'noauth';
  const fields = fieldsOf(auth, type);
  switch (type) {
    case 'noauth':
      return NONE;
    case 'bearer':
      return {
        headers: {
          authorization: `Bearer ${own(fields.get('token') ?? '', 'bearerToken', 'the bearer token')}`,
        },
        query: {},
      };
    case 'basic':
      return basic(fields, store, base);
    case 'apikey': {
      const name = fields.get('key') ?? '';
      if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(name))
        return { ...NONE, note: 'an API key without a usable name' };
      const value = own(fields.get('value') ?? '', name, `the API key ${name}`);
      return fields.get('in') === 'query'
        ? { headers: {}, query: { [name]: value } }
        : { headers: { [name.toLowerCase()]: value }, query: {} };
    }
    case 'oauth2': {
      const value = own(fields.get('accessToken') ?? '', 'accessToken', 'an OAuth 2 access token');
      return fields.get('addTokenTo') === 'queryParams'
        ? { headers: {}, query: { access_token: value } }
        : { headers: { authorization: `${fields.get('headerPrefix')?.trim() ?? 'Bearer'} ${value}` }, query: {} };
    }
    default:
      return {
        ...NONE,
        note: `authorization of the kind ${type} was not translated: suites send headers and parameters only`,
      };
  }
};
