/** Client certificates against a TLS server that demands them; the certificates are made here. */
import { createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { exchangeFailure } from '#engines/http/exchange-failure';
import { certificateAuthority } from './certificates.ts';
import { clientFor, closeAll, closeLater, failureOf, requestFor, textOf } from './client-world.ts';
import { answer } from './scripted-server.ts';

const authority = certificateAuthority();
const stranger = certificateAuthority('Somebody else');
const certified = authority.issue('127.0.0.1', 'server');
const alice = authority.issue('alice', 'client');

afterEach(closeAll);

/** Answers with the name in the client's certificate. */
const demanding = async (
  minVersion: 'TLSv1.2' | 'TLSv1.3',
  demands = true,
): Promise<{ origin: string; host: string }> => {
  const options = { cert: certified.certificate, key: certified.key, ca: [authority.certificate] };
  const sockets: TLSSocket[] = [];
  const server = createServer(
    { ...options, requestCert: true, rejectUnauthorized: demands, minVersion, maxVersion: minVersion },
    (socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      const name = socket.getPeerCertificate().subject?.CN;
      socket.on('data', () => socket.write(answer('200 OK', [], String(name ?? 'nobody'))));
    },
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `https://127.0.0.1:${String(port)}`, host: `127.0.0.1:${String(port)}` };
};

const ca = [authority.certificate];

describe('a client certificate', () => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'is shown to a host that its secrets are bound to, with %s',
    async (version) => {
      const { origin, host } = await demanding(version);
      let loaded = 0;
      const load = () => {
        loaded += 1;
        return Promise.resolve(alice);
      };
      const client = clientFor([host], { ca, clientCertificate: { hosts: [[host], [host]], load } });

      const response = await client.send(requestFor(`${origin}/`));
      await Promise.all([1, 2, 3].map(() => client.send(requestFor(`${origin}/`))));

      expect([textOf(response.body), loaded]).toEqual(['alice', 1]);
    },
  );

  test('is never shown to a host that one of its secrets is not bound to', async () => {
    const { origin, host } = await demanding('TLSv1.3', false);
    let loaded = 0;
    const load = () => {
      loaded += 1;
      return Promise.resolve(alice);
    };
    const client = clientFor([host], { ca, clientCertificate: { hosts: [[host], ['other.test']], load } });

    const response = await client.send(requestFor(`${origin}/`));

    expect([textOf(response.body), loaded]).toEqual(['nobody', 0]);
  });

  test('that is missing is a TLS failure where the target says so in the handshake', async () => {
    const { origin, host } = await demanding('TLSv1.2');

    const failure = await failureOf(clientFor([host], { ca }).send(requestFor(`${origin}/`)));

    expect([failure.type, failure.phase]).toEqual(['tls', 'tls']);
  });

  test.each([
    ['that is missing', undefined],
    ['of an authority that the target does not trust', stranger.issue('mallory', 'client')],
  ])('%s is a failure also where the target only hangs up afterwards', async (_, shown) => {
    const { origin, host } = await demanding('TLSv1.3');
    const clientCertificate =
      shown === undefined ? {} : { clientCertificate: { hosts: [[host]], load: () => Promise.resolve(shown) } };

    const failure = await failureOf(clientFor([host], { ca, ...clientCertificate }).send(requestFor(`${origin}/`)));

    // It hangs up after the handshake of the client and before or after its request.
    expect([failure.type, failure.phase]).toEqual(failure.type === 'tls' ? ['tls', 'tls'] : ['connection', 'wait']);
  });

  test('that is missing is a TLS failure when the target sends an alert instead of an answer', () => {
    const alert = Object.assign(new Error('tlsv13 alert certificate required'), {
      code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    });
    const progress = { url: new URL('https://a.test/'), sending: false, receiving: false, headers: [], wireBytes: 0 };

    const failure = exchangeFailure(alert, { ...progress, sent: true });

    expect([failure.type, failure.phase]).toEqual(['tls', 'tls']);
    expect(failure.message).toContain('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');
  });

  test.each([
    ['with the key of another', { ...alice, key: stranger.key }],
    ['that is no PEM', { ...alice, certificate: 'hello' }],
  ])('%s is a failure that says so without the key', async (_, certificate) => {
    const { origin, host } = await demanding('TLSv1.3');
    const clientCertificate = { hosts: [[host]], load: () => Promise.resolve(certificate) };

    const failure = await failureOf(clientFor([host], { ca, clientCertificate }).send(requestFor(`${origin}/`)));

    expect([failure.type, failure.phase, failure.sent]).toEqual(['tls', 'tls', false]);
    expect(failure.message).toContain('expected a client certificate and key in PEM form that belong together');
    expect(failure.message).not.toContain('PRIVATE');
  });

  test('whose secret could not be read is asked for again by the next request', async () => {
    const { origin, host } = await demanding('TLSv1.3');
    const answers = [Promise.reject(new Error('not now')), Promise.resolve(alice)];
    answers[0]?.catch(() => undefined);
    const clientCertificate = {
      hosts: [[host]],
      load: () => answers.shift() ?? Promise.reject(new Error('too often')),
    };
    const client = clientFor([host], { ca, clientCertificate });

    await failureOf(client.send(requestFor(`${origin}/`)));

    expect(textOf((await client.send(requestFor(`${origin}/`))).body)).toBe('alice');
  });
});

describe('an authority of the environment', () => {
  test('is what makes its targets trusted', async () => {
    const { origin, host } = await demanding('TLSv1.3', false);

    const failure = await failureOf(clientFor([host]).send(requestFor(`${origin}/`)));
    const other = await failureOf(clientFor([host], { ca: [stranger.certificate] }).send(requestFor(`${origin}/`)));

    expect([failure.type, other.type]).toEqual(['tls', 'tls']);
    expect((await clientFor([host], { ca }).send(requestFor(`${origin}/`))).status).toBe(200);
  });
});
