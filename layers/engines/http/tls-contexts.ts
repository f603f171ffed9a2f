import { createSecureContext, rootCertificates } from 'node:tls';
import type { SecureContext, SecureContextOptions } from 'node:tls';
import { HttpFailure, tlsErrorText } from '#engines/http/http-failure';
import { hostIsListed } from '#engines/http/open-target';

/** PEM texts. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly passphrase?: string;
}

export interface TlsOptions {
  /** Certificate authorities (PEM) to trust besides the well-known ones. */
  readonly ca?: readonly string[];
  readonly clientCertificate?: {
    /** For each of its secrets the hosts it is bound to; a target that is not on all lists never sees the certificate. */
    readonly hosts: readonly (readonly string[])[];
    /** Read when a bound host is first asked. */
    readonly load: () => Promise<ClientCertificate>;
  };
}

/** What a TLS connection to this URL is made with; empty for the defaults of the process. */
export type TlsContexts = (url: URL) => Promise<{ readonly secureContext?: SecureContext }>;

const EXPECTED = 'expected a client certificate and key in PEM form that belong together, got';

/** Makes each context once: reading the well-known authorities takes tens of milliseconds. */
export const tlsContexts = ({ ca, clientCertificate }: TlsOptions): TlsContexts => {
  const trusted: SecureContextOptions = ca === undefined ? {} : { ca: [...rootCertificates, ...ca] };
  let anonymous: SecureContext | undefined;
  let named: Promise<SecureContext> | undefined;
  const withCertificate = async (load: () => Promise<ClientCertificate>, url: URL): Promise<SecureContext> => {
    const { certificate, key, passphrase } = await load();
    try {
      return createSecureContext({
        ...trusted,
        cert: certificate,
        key,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
    } catch (error) {
      // Codes and texts of OpenSSL name what is wrong and hold nothing of the key.
      throw new HttpFailure(`${EXPECTED} ${tlsErrorText(error)}`, { type: 'tls', phase: 'tls', url: url.href });
    }
  };
  return async (url) => {
    if (clientCertificate?.hosts.every((hosts) => hostIsListed(url, hosts)) === true) {
      named ??= withCertificate(clientCertificate.load, url);
      try {
        return { secureContext: await named };
      } catch (error) {
        // A secret that could not be read now may be readable for the next request.
        named = undefined;
        throw error;
      }
    }
    if (ca === undefined) return {};
    anonymous ??= createSecureContext(trusted);
    return { secureContext: anonymous };
  };
};
