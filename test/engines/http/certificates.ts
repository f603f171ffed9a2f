/** X.509 certificates made on the spot (RFC 5280, DER by hand), so that no key lies in the repository and no tool has to be installed. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface Certified {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
}

export interface Authority extends Certified {
  /** A certificate for a host name (`server`) or a client. */
  readonly issue: (name: string, use: 'server' | 'client') => Certified;
}

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const size = content.byteLength;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
const extension = (id: string, value: Buffer): Buffer =>
  sequence(oid(id), der(0x01, Buffer.from([255])), der(0x04, value));

const EXTENSIONS = {
  authority: [
    extension('551d13', sequence(der(0x01, Buffer.from([255])))),
    // keyCertSign, cRLSign
    extension('551d0f', Buffer.from([0x03, 0x02, 0x01, 0x06])),
  ],
  server: [extension('551d25', sequence(oid('2b06010505070301')))],
  client: [extension('551d25', sequence(oid('2b06010505070302')))],
};

const alternative = (host: string): Buffer =>
  extension(
    '551d11',
    sequence(
      /^[\d.]+$/u.test(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host)),
    ),
  );

const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${(bytes.toString('base64').match(/.{1,64}/gu) ?? []).join('\n')}\n-----END ${label}-----\n`;

interface Issuing {
  readonly name: string;
  readonly issuer: string;
  readonly extensions: readonly Buffer[];
  readonly serial: number;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
}

const certificate = ({ name, issuer, extensions, serial, publicKey, signer }: Issuing): string => {
  const times = ['200101000000Z', '491231235959Z'].map((text) => der(0x17, Buffer.from(text)));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(...times),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', body, signer);
  return pem('CERTIFICATE', sequence(body, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature)));
};

const keyText = (key: KeyObject): string => String(key.export({ type: 'pkcs8', format: 'pem' }));

/** A certificate authority of its own. */
export const certificateAuthority = (name = 'Test authority'): Authority => {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = { issuer: name, signer: own.privateKey };
  let serial = 1;
  return {
    certificate: certificate({ ...made, name, serial, extensions: EXTENSIONS.authority, publicKey: own.publicKey }),
    key: keyText(own.privateKey),
    issue: (host, use) => {
      serial += 1;
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const extensions = use === 'server' ? [...EXTENSIONS.server, alternative(host)] : EXTENSIONS.client;
      return {
        certificate: certificate({ ...made, name: host, serial, extensions, publicKey }),
        key: keyText(privateKey),
      };
    },
  };
};
