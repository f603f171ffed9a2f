/**
 * What an address is, in every spelling that some resolver or URL parser accepts, and whether it may be contacted.
 *
 * Pure: names are resolved elsewhere (engines/http/open-target.ts) and every address they give is judged here.
 */

/** 4 or 16 bytes, most significant first. */
export type AddressBytes = readonly number[];

export interface Cidr {
  readonly bytes: AddressBytes;
  readonly prefix: number;
}

/** Why an address is not simply public. */
export type AddressKind =
  | 'public'
  | 'metadata'
  | 'loopback'
  | 'link-local'
  | 'private'
  | 'shared'
  | 'unspecified'
  | 'multicast'
  | 'broadcast'
  | 'reserved'
  | 'documentation'
  | 'benchmark';

const partValue = (text: string): number | undefined => {
  if (/^0x[0-9a-f]*$/iu.test(text)) return text.length === 2 ? 0 : Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]*$/u.test(text)) return text === '0' ? 0 : Number.parseInt(text, 8);
  return /^[1-9]\d*$/u.test(text) ? Number(text) : undefined;
};

/** As inet_aton and the WHATWG URL parser read it: 1 to 4 parts, each decimal, octal or hex; the last one fills the rest. */
const parseIpv4 = (text: string): AddressBytes | undefined => {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  const values = parts.map(partValue);
  const last = values.at(-1);
  const front = values.slice(0, -1);
  if (last === undefined || front.some((value) => value === undefined || value > 255)) return undefined;
  const rest = 4 - front.length;
  if (last >= 256 ** rest) return undefined;
  const tail = Array.from({ length: rest }, (_, at) => Math.floor(last / 256 ** (rest - 1 - at)) % 256);
  return [...(front as number[]), ...tail];
};

const parseGroups = (text: string): number[] | undefined => {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    if (part.includes('.')) {
      const ipv4 = at === parts.length - 1 && /^\d+\.\d+\.\d+\.\d+$/u.test(part) ? parseIpv4(part) : undefined;
      if (ipv4 === undefined) return undefined;
      groups.push((ipv4[0] ?? 0) * 256 + (ipv4[1] ?? 0), (ipv4[2] ?? 0) * 256 + (ipv4[3] ?? 0));
    } else if (/^[0-9a-f]{1,4}$/iu.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
};

const parseIpv6 = (text: string): AddressBytes | undefined => {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map(parseGroups);
  if (left === undefined || (halves.length === 2 && right === undefined)) return undefined;
  const missing = 8 - left.length - (right?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => 0), ...(right ?? [])];
  return groups.flatMap((group) => [Math.floor(group / 256), group % 256]);
};

/**
 * Reads an IP address in any spelling: dotted, decimal (2130706433), hex (0x7f.1), octal (0177.0.0.1), short (127.1), IPv6 with or
 * without brackets, embedded IPv4, a zone (%eth0) or a trailing dot.
 *
 * @returns 4 or 16 bytes, or undefined when the text is a name
 */
export const parseAddress = (text: string): AddressBytes | undefined => {
  const bare = text
    .trim()
    .replace(/^\[(.*)\]$/u, '$1')
    .replace(/(?:%25|%).*$/u, '')
    .replace(/\.$/u, '');
  if (bare === '') return undefined;
  return bare.includes(':') ? parseIpv6(bare) : parseIpv4(bare);
};

/** The usual way to write an address: dotted for IPv4, eight groups without shortening for IPv6. */
export const formatAddress = (bytes: AddressBytes): string =>
  bytes.length === 4
    ? bytes.join('.')
    : Array.from({ length: 8 }, (_, at) => ((bytes[at * 2] ?? 0) * 256 + (bytes[at * 2 + 1] ?? 0)).toString(16)).join(
        ':',
      );

/** Reads `10.0.0.0/8` or `fd00::/8`; an address alone is a range of one. undefined when it is neither. */
export const parseCidr = (text: string): Cidr | undefined => {
  const [address = '', length, ...more] = text.trim().split('/');
  const bytes = parseAddress(address);
  if (bytes === undefined || more.length > 0) return undefined;
  const bits = bytes.length * 8;
  if (length === undefined) return { bytes, prefix: bits };
  return /^\d{1,3}$/u.test(length) && Number(length) <= bits ? { bytes, prefix: Number(length) } : undefined;
};

export const inCidr = (address: AddressBytes, { bytes, prefix }: Cidr): boolean => {
  if (address.length !== bytes.length) return false;
  for (let bit = 0; bit < prefix; bit += 8) {
    const kept = Math.min(8, prefix - bit);
    const mask = 256 - 2 ** (8 - kept);
    if (((address[bit / 8] ?? 0) & mask) !== ((bytes[bit / 8] ?? 0) & mask)) return false;
  }
  return true;
};

const range = (text: string): Cidr => {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`not a range: ${text}`);
  return cidr;
};

const ranges = (kind: AddressKind, texts: readonly string[]): { readonly kind: AddressKind; readonly cidr: Cidr }[] =>
  texts.map((text) => ({ kind, cidr: range(text) }));

/** IANA special-purpose registries (IPv4 and IPv6, read 2026-11); the first match names the kind. */
const SPECIAL = [
  // Instance metadata (AWS IPv4 and IPv6), container credentials and pod identity (ECS, EKS), and Alibaba's metadata address.
  ...ranges('metadata', [
    '169.254.169.254',
    '169.254.170.2',
    '169.254.170.23',
    'fd00:ec2::/32',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
  ]),
  ...ranges('unspecified', ['0.0.0.0/8', '::/128']),
  ...ranges('loopback', ['127.0.0.0/8', '::1/128']),
  ...ranges('link-local', ['169.254.0.0/16', 'fe80::/10']),
  ...ranges('private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10', '64:ff9b:1::/48']),
  ...ranges('shared', ['100.64.0.0/10']),
  ...ranges('documentation', ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20']),
  ...ranges('benchmark', ['198.18.0.0/15', '2001:2::/48']),
  ...ranges('multicast', ['224.0.0.0/4', 'ff00::/8']),
  ...ranges('broadcast', ['255.255.255.255/32']),
  ...ranges('reserved', [
    '192.0.0.0/24',
    '192.88.99.0/24',
    '240.0.0.0/4',
    '100::/64',
    '2001::/23',
    '5f00::/16',
    '::/8',
  ]),
] as const;

/** Prefixes whose addresses carry an IPv4 address, and the byte where it begins. */
const CARRIERS = [
  { cidr: range('::ffff:0:0/96'), at: 12 },
  { cidr: range('::ffff:0:0:0/96'), at: 12 },
  { cidr: range('::/96'), at: 12 },
  // NAT64's well-known prefix (RFC 6052). Teredo (RFC 4380) hides its IPv4 address inverted, so all of it counts as reserved.
  { cidr: range('64:ff9b::/96'), at: 12 },
  // 6to4 (RFC 3056).
  { cidr: range('2002::/16'), at: 2 },
] as const;

/** NAT64's local-use prefix (RFC 8215) is private as a whole; its most used length is /96, so metadata behind it is still found. */
const LOCAL_NAT64 = range('64:ff9b:1::/48');

/** ISATAP (RFC 5214) puts an IPv4 address behind these bytes of the interface part. */
const ISATAP = [0, 0, 0x5e, 0xfe];

/** The IPv4 addresses that an IPv6 address leads to, and itself. */
const carried = (address: AddressBytes): AddressBytes[] => {
  // `::` and `::1` lie in the IPv4-compatible range but carry nothing.
  if (address.length === 4 || address.slice(0, 15).every((byte) => byte === 0)) return [address];
  const inside = CARRIERS.filter(({ cidr }) => inCidr(address, cidr)).map(({ at }) => address.slice(at, at + 4));
  if (inCidr(address, LOCAL_NAT64)) inside.push(address.slice(12));
  const interfacePart = address.slice(8, 12);
  if (ISATAP.every((byte, at) => byte === (at === 0 ? (interfacePart[at] ?? 0) & 0xfd : interfacePart[at])))
    inside.push(address.slice(12));
  return [address, ...inside];
};

const kindOf = (address: AddressBytes): AddressKind =>
  SPECIAL.find(({ cidr }) => inCidr(address, cidr))?.kind ?? 'public';

const isCarrier = (address: AddressBytes): boolean =>
  address.length === 16 && CARRIERS.some(({ cidr }) => inCidr(address, cidr));

export interface AddressJudgement {
  readonly allowed: boolean;
  readonly kind: AddressKind;
  /** The address that decided, in its usual spelling: for a mapped one the IPv4 address inside. */
  readonly address: string;
  readonly reason?: string;
}

/**
 * Judges one address.
 *
 * Metadata addresses are never allowed, not even inside an allowed range. Other addresses that are not public are allowed when a range
 * of `allowedRanges` holds them: for an IPv6 address that carries an IPv4 one, the carried address is judged as well.
 */
export const judgeAddress = (address: AddressBytes, allowedRanges: readonly Cidr[]): AddressJudgement => {
  const faces = carried(address);
  const judged = faces.map((face) => ({ face, kind: isCarrier(face) ? carrierKind(face) : kindOf(face) }));
  const metadata = judged.find(({ kind }) => kind === 'metadata');
  if (metadata !== undefined) return refused(metadata.face, 'metadata', 'metadata addresses are never allowed');
  for (const { face, kind } of judged) {
    if (kind === 'public' || allowedRanges.some((cidr) => inCidr(face, cidr))) continue;
    return refused(face, kind, `${kind} addresses are not allowed here`);
  }
  return { allowed: true, kind: judged.at(-1)?.kind ?? 'public', address: formatAddress(address) };
};

/** A carrier prefix is as public as what it carries; `::1` and `::` lie in one and are judged as themselves. */
const carrierKind = (face: AddressBytes): AddressKind => {
  const kind = kindOf(face);
  return kind === 'loopback' || kind === 'unspecified' ? kind : 'public';
};

const refused = (face: AddressBytes, kind: AddressKind, reason: string): AddressJudgement => ({
  allowed: false,
  kind,
  address: formatAddress(face),
  reason,
});
