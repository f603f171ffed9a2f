import type { CaseDefinition } from '#core/suite';
import { textOf, type ApiDocument } from './document.ts';
import type { Credential } from './credentials.ts';
import { successStatuses, statusCheck } from './expected-status.ts';
import type { Operation } from './operations.ts';
import { givenValue } from './sample.ts';
import { flatSchema, propertiesOf, requiredOf, typeOf } from './schema-view.ts';

/** A value that the environment brings: people fill it in. */
export interface Provided {
  readonly name: string;
  readonly isSecret: boolean;
  /** What the document gives as an example; never of a secret. */
  readonly example: string;
  /** What it is, for people. */
  readonly words: string;
  /** Target whose host may receive a secret. */
  readonly target: string;
}

/** How calls of an API get what shows who they are. */
export interface TokenPlan {
  /** The operation of the document that gives a token for a name and a password. */
  readonly login?: {
    readonly operation: Operation;
    readonly path: string;
    /** Variable by field of the body. */
    readonly fields: ReadonlyMap<string, Provided>;
  };
  /** A token endpoint beside the API. */
  readonly oauth?: { readonly base: string; readonly path: string };
}

const LOGIN_PATH =
  /(?:^|[/_.-])(?:log-?in|sign-?in|authenticate|authentication|auth|token|tokens|session|sessions|access[-_]?token)\/?$/i;
const PASSWORD = /^(?:pass(?:word|wd|phrase|code)?|pwd|pin|(?:client|api)[-_]?secret|secret)$/i;
const TOKEN = [
  'token',
  'accesstoken',
  'idtoken',
  'authtoken',
  'jwt',
  'bearertoken',
  'bearer',
  'sessiontoken',
  'apitoken',
];
const USER = /^(?:user(?:[-_]?name|[-_]?id)?|login|e-?mail(?:[-_]?address)?|account|client[-_]?id|name|phone)$/i;

const tokenPath = (document: ApiDocument, operation: Operation): string | undefined => {
  const schema = operation.answers.find(
    ({ status, schema: one }) => status.startsWith('2') && one !== undefined,
  )?.schema;
  if (schema === undefined) return undefined;
  const find = (raw: unknown, depth: number): string | undefined => {
    const fields = propertiesOf(document.root, flatSchema(document.root, raw));
    for (const wanted of TOKEN) {
      const found = fields.find(([name]) => name.toLowerCase().replaceAll(/[^a-z]/g, '') === wanted);
      if (found !== undefined && typeOf(found[1]) !== 'object') return `.${found[0]}`;
    }
    for (const [name, one] of depth > 0 ? [] : fields.filter(([, field]) => typeOf(field) === 'object')) {
      const inner = find(one, depth + 1);
      if (inner !== undefined) return `.${name}${inner}`;
    }
    return undefined;
  };
  const path = find(schema, 0);
  return path === undefined || !/^[.A-Za-z0-9_]+$/.test(path) ? undefined : `$${path}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const camel = (text: string): string =>
  text.replaceAll(/[-_ ]+([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());

const loginFields = (document: ApiDocument, operation: Operation): ReadonlyMap<string, Provided> => {
  const schema = flatSchema(document.root, operation.body?.schema);
  const required = new Set(requiredOf(schema));
  const fields = new Map<string, Provided>();
  for (const [field, one] of propertiesOf(document.root, schema)) {
    const isSecret = PASSWORD.test(field);
    if (!isSecret && !(USER.test(field) && (required.has(field) || fields.size === 0))) continue;
    if (one['enum'] !== undefined || one['const'] !== undefined) continue;
    const example = givenValue(one);
    fields.set(field, {
      name: `login${capital(camel(field))}`,
      isSecret,
      example: isSecret || typeof example !== 'string' ? '' : example.slice(0, 200),
      words: `\`${field}\` of ${operation.method} ${operation.path}`,
      target: 'default',
    });
  }
  return fields;
};

const loginOf = (document: ApiDocument, operations: readonly Operation[]): TokenPlan['login'] => {
  for (const operation of operations) {
    const isOpen = operation.credentials.length === 0 && operation.method === 'POST' && !operation.path.includes('{');
    const isNamed =
      LOGIN_PATH.test(operation.path) || /^(?:log_?in|sign_?in|authenticate|get_?token)/i.test(operation.id ?? '');
    if (!isOpen || !isNamed || (operation.body?.kind !== 'json' && operation.body?.kind !== 'form')) continue;
    const path = tokenPath(document, operation);
    const fields = loginFields(document, operation);
    if (path === undefined || ![...fields.values()].some((one) => one.isSecret)) continue;
    return { operation, path, fields };
  }
  return undefined;
};

/** An absolute token URL as a target of its own and the path below it. */
const oauthTarget = (operations: readonly Operation[], base: string): TokenPlan['oauth'] => {
  const found = operations.flatMap((one) => one.credentials).find(({ oauth }) => oauth !== undefined)?.oauth;
  if (found === undefined || !URL.canParse(found.tokenUrl, base)) return undefined;
  const url = new URL(found.tokenUrl, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return { base: url.origin, path: `${url.pathname}${url.search}` };
};

export const tokenPlanOf = (document: ApiDocument, operations: readonly Operation[], base: string): TokenPlan => {
  const login = loginOf(document, operations);
  const oauth = login === undefined ? oauthTarget(operations, base) : undefined;
  return { ...(login === undefined ? {} : { login }), ...(oauth === undefined ? {} : { oauth }) };
};

const OAUTH: { readonly [flow: string]: readonly (readonly [field: string, isSecret: boolean])[] } = {
  clientCredentials: [
    ['client_id', false],
    ['client_secret', true],
  ],
  password: [
    ['username', false],
    ['password', true],
  ],
};

/** What an OAuth 2 client needs to get a token. */
export const oauthFields = ({ oauth }: Credential): ReadonlyMap<string, Provided> =>
  new Map(
    (OAUTH[oauth?.flow ?? ''] ?? []).map(([field, isSecret]) => [
      field,
      {
        name: `oauth${capital(camel(field))}`,
        isSecret,
        example: '',
        words: `\`${field}\` of the token endpoint`,
        target: 'oauth',
      },
    ]),
  );

/** The case that gets a token from a token endpoint (RFC 6749, sections 4.3 and 4.4). */
export const oauthCase = (credential: Credential, path: string, id: string, captured: string): CaseDefinition => {
  const isClient = credential.oauth?.flow === 'clientCredentials';
  const scopes = credential.oauth?.scopes ?? '';
  const fields = [...oauthFields(credential)].map(([field, { name }]) => [field, `{{${name}}}`]);
  return {
    id,
    name: 'the token endpoint gives a token',
    token: true,
    tags: ['token'],
    risk: 'critical',
    request: {
      method: 'POST',
      target: 'oauth',
      path,
      form: {
        grant_type: isClient ? 'client_credentials' : 'password',
        ...(Object.fromEntries(fields) as { [field: string]: string }),
        ...(scopes === '' ? {} : { scope: scopes }),
      },
    },
    checks: [{ status: 200 }, { path: '$.access_token', type: 'string' }],
    captures: { [captured]: { path: '$.access_token' } },
  };
};

/** The checks of a login: documented success and a token where it is documented. */
export const loginChecks = (login: NonNullable<TokenPlan['login']>): CaseDefinition['checks'] => [
  statusCheck(successStatuses(login.operation)),
  { path: login.path, type: 'string' },
];

export const secretWords = (credential: Credential): string => {
  if (credential.kind === 'basic') return 'base64 of `user:password`';
  return textOf(credential.oauth?.tokenUrl) === undefined
    ? `value for the ${credential.kind === 'bearer' ? 'bearer token' : `${credential.kind} ${credential.name}`}`
    : 'an access token';
};
