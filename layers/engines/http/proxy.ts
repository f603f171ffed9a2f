import type { Socket } from 'node:net';
import { HttpFailure } from '#engines/http/http-failure';
import { canonicalHost, checkTarget, hostEntry, hostIsListed, judged, openTarget } from '#engines/http/open-target';
import type { OpenTarget, Resolver, TargetPolicy } from '#engines/http/open-target';
import type { RequestStop } from '#engines/http/request-stop';

export interface ProxyOptions {
  readonly url: string;
  /** Hosts that are asked directly: `host`, `host:port` or `.domain`. */
  readonly noProxy?: readonly string[];
  /** Read when the proxy is first asked. */
  readonly credentials?: () => Promise<{ readonly username: string; readonly password: string }>;
}

/** The way to a target: its own addresses, or those of the proxy that leads there. */
export interface Route {
  readonly target: OpenTarget;
  readonly proxy?: { readonly url: URL; readonly target: OpenTarget; readonly authorization?: string };
}

/** A proxy's answer to CONNECT: a status line and a few headers. */
const HEAD_BYTES_MAX = 16 * 1024;

const goesDirectly = (url: URL, noProxy: readonly string[]): boolean =>
  hostIsListed(
    url,
    noProxy.filter((entry) => !entry.startsWith('.')),
  ) || noProxy.some((entry) => entry.startsWith('.') && canonicalHost(url.hostname).endsWith(entry.toLowerCase()));

/**
 * Finds ways to targets, each checked.
 *
 * Directly, every address of the target is judged. Through a proxy the only addresses dialled are the proxy's own, judged like any other;
 * the target's name must be listed and its address, where the URL holds one, allowed, because the proxy does what it is told.
 */
export const router = (
  policy: TargetPolicy,
  resolve: Resolver,
  proxy?: ProxyOptions,
): ((url: URL) => Promise<Route>) => {
  const open = openTarget(policy, resolve);
  if (proxy === undefined) return async (url) => ({ target: await open(url) });
  const proxyUrl = new URL(proxy.url);
  const openProxy = openTarget({ ...policy, allowHosts: [hostEntry(proxy.url)] }, resolve);
  return async (url) => {
    if (goesDirectly(url, proxy.noProxy ?? [])) return { target: await open(url) };
    const { hostname, port, secure } = checkTarget(url, policy);
    // RFC 6761, section 6.3: these names mean the machine that looks them up, which would be the proxy.
    if (/(?:^|\.)localhost$/u.test(hostname)) judged('127.0.0.1', url, policy);
    const target = { hostname, port, secure, addresses: [] };
    const opened = await openProxy(proxyUrl);
    const credentials = await proxy.credentials?.();
    if (credentials === undefined) return { target, proxy: { url: proxyUrl, target: opened } };
    const pair = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
    return { target, proxy: { url: proxyUrl, target: opened, authorization: `Basic ${pair}` } };
  };
};

const whatProxySaid = (head: string): string => {
  const status = /^HTTP\/1\.[01] (\d{3})/u.exec(head)?.[1];
  if (status === undefined) return 'bytes that are no HTTP answer';
  return status === '407' ? '407: it wants credentials, or others' : `status ${status}`;
};

/** Asks a proxy for a connection to the target (CONNECT: RFC 9110, section 9.3.6). Afterwards the socket is one to the target. */
export const passThrough = (socket: Socket, { target, proxy }: Route, stop: RequestStop): Promise<void> =>
  new Promise((resolve, reject) => {
    const host = target.hostname.includes(':') ? `[${target.hostname}]` : target.hostname;
    const authority = `${host}:${String(target.port)}`;
    let head = Buffer.alloc(0);
    const settle = (finish: () => void): void => {
      socket.off('data', onData);
      socket.off('error', onEnd);
      socket.off('close', onEnd);
      stop.listen(undefined);
      finish();
    };
    const fail = (error: Error): void => {
      settle(() => {
        socket.on('error', () => undefined);
        socket.destroy();
        reject(error);
      });
    };
    const refuse = (got: string): void => {
      const message = `expected the proxy ${proxy?.url.host ?? ''} to connect to ${authority}, got ${got}`;
      const url = proxy?.url.href ?? '';
      fail(new HttpFailure(message, { type: 'connection', phase: 'connect', url }));
    };
    const onEnd = (): void => {
      refuse('the end of the connection');
    };
    const onData = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) {
        if (head.byteLength > HEAD_BYTES_MAX) refuse('an endless head');
        return;
      }
      const text = head.toString('latin1', 0, end);
      if (!/^HTTP\/1\.[01] 2\d\d/u.test(text)) {
        refuse(whatProxySaid(text));
        return;
      }
      settle(() => {
        socket.pause();
        const rest = head.subarray(end + 4);
        if (rest.byteLength > 0) socket.unshift(rest);
        resolve();
      });
    };
    socket.on('data', onData);
    socket.on('error', onEnd);
    socket.on('close', onEnd);
    stop.listen(fail);
    const credentials = proxy?.authorization === undefined ? '' : `proxy-authorization: ${proxy.authorization}\r\n`;
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n${credentials}\r\n`);
  });
