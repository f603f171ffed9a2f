import { listOf, nodeOf, resolveRef, textOf, type ApiDocument, type Node } from './document.ts';

/** How a caller shows who it is. */
export interface Credential {
  readonly kind: 'bearer' | 'basic' | 'header' | 'query' | 'cookie';
  /** Name of the header, query parameter or cookie. */
  readonly name: string;
  /** Goes before the value, such as `Bearer `. */
  readonly prefix: string;
  /** Variable that holds the value: a secret of the environment, or what a token case captures. */
  readonly variable: string;
  /** Where OAuth 2 clients get a token by themselves. */
  readonly oauth?: {
    readonly flow: 'clientCredentials' | 'password';
    readonly tokenUrl: string;
    readonly scopes: string;
  };
}

/** A name that can be a variable: letters, digits and underscores; none that is taken. */
export const variableName = (text: string): string => {
  const words = text
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, at) =>
      at === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
  const name = /^[A-Za-z_]/.test(joined) ? joined : `credential${joined}`;
  return (['run', 'row', 'persona', 'webhooks'].includes(name) ? `${name}Credential` : name).slice(0, 80);
};

const oauthOf = (scheme: Node, wanted: readonly unknown[]): Pick<Credential, 'oauth'> => {
  const flows = nodeOf(scheme['flows']);
  const old = { application: 'clientCredentials', password: 'password' } as const;
  const flow = String(scheme['flow']);
  const found =
    flow === 'application' || flow === 'password'
      ? ([old[flow], scheme] as const)
      : (['clientCredentials', 'password'] as const)
          .filter((name) => textOf(nodeOf(flows[name])['tokenUrl']) !== undefined)
          .map((name) => [name, nodeOf(flows[name])] as const)[0];
  const tokenUrl = textOf(found?.[1]['tokenUrl']);
  if (found === undefined || tokenUrl === undefined) return {};
  const scopes = wanted.filter((one) => typeof one === 'string').join(' ');
  return { oauth: { flow: found[0], tokenUrl, scopes } };
};

const credentialOf = (name: string, raw: unknown, root: Node, scopes: readonly unknown[]): Credential | undefined => {
  const scheme = resolveRef(root, raw);
  const type = (textOf(scheme['type']) ?? '').toLowerCase();
  const variable = variableName(name);
  if (type === 'apikey') {
    const place = scheme['in'];
    const field = textOf(scheme['name']);
    if (field === undefined || (place !== 'header' && place !== 'query' && place !== 'cookie')) return undefined;
    const isBearer = field.toLowerCase() === 'authorization' && /bearer/i.test(String(scheme['description']));
    return { kind: place, name: field, prefix: isBearer ? 'Bearer ' : '', variable };
  }
  const header = { name: 'authorization', variable } as const;
  const http = String(scheme['scheme']).toLowerCase();
  if (type === 'basic' || (type === 'http' && http === 'basic')) return { kind: 'basic', prefix: 'Basic ', ...header };
  if (type === 'oauth2') return { kind: 'bearer', prefix: 'Bearer ', ...header, ...oauthOf(scheme, scopes) };
  if (type === 'openidconnect' || (type === 'http' && http === 'bearer'))
    return { kind: 'bearer', prefix: 'Bearer ', ...header };
  // Digest, signatures and client certificates need more than a value in a header.
  return undefined;
};

export interface Access {
  /** Empty when the operation is open to all, or when `unknown` says why none is known. */
  readonly credentials: readonly Credential[];
  /** The way in is documented, but cannot be written into a suite. */
  readonly unknown?: string;
}

/** Of several ways to show who one is, the first whose schemes are all known; none when the operation is open or lets everybody in too. */
export const accessOf = (security: unknown, { root, version }: ApiDocument): Access => {
  const schemes = nodeOf(
    version === '2.0' ? root['securityDefinitions'] : nodeOf(root['components'])['securitySchemes'],
  );
  const ways = listOf(security).map(nodeOf);
  if (ways.length === 0 || ways.some((way) => Object.keys(way).length === 0)) return { credentials: [] };
  for (const way of ways) {
    const found = Object.entries(way).map(([name, scopes]) =>
      credentialOf(name, Object.hasOwn(schemes, name) ? schemes[name] : undefined, root, listOf(scopes)),
    );
    const known = found.filter((one) => one !== undefined);
    if (known.length === found.length) return { credentials: known };
  }
  return { credentials: [], unknown: Object.keys(ways[0] ?? {}).join(', ') };
};
