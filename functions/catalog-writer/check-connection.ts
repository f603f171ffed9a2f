import { X509Certificate } from 'node:crypto';
import type { EnvironmentDefinition } from '#core/environment';
import { toPointer } from '#core/json-types';
import type { ProblemReason } from '#core/problems';
import { hostIsListed } from '#engines/http/open-target';

/** The URL of a proxy, or what is wrong with it. */
export const proxyUrl = (text: string): URL | string => {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    return `expected http://host:port or https://host:port, got ${JSON.stringify(text)}`;
  if (url.username !== '' || url.password !== '')
    return 'expected no user and password in the URL of the proxy: name secrets under "credentials" instead';
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
  return isBare ? url : `expected http://host:port or https://host:port without path, got ${JSON.stringify(text)}`;
};

/** Secrets that a connection is made with, by the pointer that names them. */
const named = ({ tls, proxy }: EnvironmentDefinition): (readonly [pointer: string, secret: string])[] => {
  const { clientCertificate } = tls ?? {};
  return [
    ...Object.entries(clientCertificate ?? {}).map(
      ([field, name]) => [toPointer(['tls', 'clientCertificate', field]), name] as const,
    ),
    ...Object.entries(proxy?.credentials ?? {}).map(
      ([field, name]) => [toPointer(['proxy', 'credentials', field]), name] as const,
    ),
  ];
};

const pemReason = (text: string): string | undefined => {
  if (/PRIVATE KEY/.test(text)) return 'expected certificates only, got a private key: keys are named as secrets';
  try {
    // One is read; a text with several is a chain, of which Node takes all.
    const certificate = new X509Certificate(text);
    return certificate.ca ? undefined : 'expected the certificate of an authority, got one that may not issue others';
  } catch {
    return 'expected a certificate in PEM form (-----BEGIN CERTIFICATE-----), got another text';
  }
};

/**
 * What is wrong with how an environment's connections are made: secrets that are not there or not bound to the proxy, certificate
 * authorities that are none, a proxy's address that is none.
 */
export const connectionReasons = (definition: EnvironmentDefinition): ProblemReason[] => {
  const { secrets = {}, proxy, tls } = definition;
  const missing = named(definition)
    .filter(([, name]) => !Object.hasOwn(secrets, name))
    .map(([pointer, name]) => ({ pointer, reason: `expected the name of a secret of the environment, got "${name}"` }));
  const authorities = (tls?.ca ?? []).flatMap((text, at) => {
    const reason = pemReason(text);
    return reason === undefined ? [] : [{ pointer: toPointer(['tls', 'ca', at]), reason }];
  });
  if (proxy === undefined) return [...missing, ...authorities];
  const url = proxyUrl(proxy.url);
  if (typeof url === 'string') return [...missing, ...authorities, { pointer: '/proxy/url', reason: url }];
  const unbound = Object.entries(proxy.credentials ?? {})
    .filter(([, name]) => Object.hasOwn(secrets, name) && !hostIsListed(url, secrets[name]?.hosts ?? []))
    .map(([field, name]) => ({
      pointer: toPointer(['proxy', 'credentials', field]),
      reason: `expected the secret "${name}" to be bound to the proxy's host ${url.host}, got other hosts`,
    }));
  return [...missing, ...authorities, ...unbound];
};
