/** What tests of the HTTP client share: a client that may reach loopback, a request, and the failure of a promise. */
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { HttpFailure } from '#engines/http/http-failure';
import { undiciClient } from '#engines/http/undici-client';
import type { HttpClientOptions } from '#engines/http/undici-client';
import type { HttpClient, HttpRequest } from '#ports/http';

export const LOOPBACK = [parseCidr('127.0.0.0/8'), parseCidr('::1/128')] as Cidr[];

const toClose: (() => Promise<unknown>)[] = [];

/** Closes this at the end of the test, the last one first. */
export const closeLater = (close: () => Promise<unknown>): void => {
  toClose.push(close);
};

export const closeAll = async (): Promise<void> => {
  for (const close of toClose.splice(0).reverse()) await close();
};

export const clientFor = (
  allowHosts: readonly string[],
  more: Partial<Omit<HttpClientOptions, 'policy'>> = {},
): HttpClient => {
  const client = undiciClient({ policy: { allowHosts, allowedRanges: LOOPBACK }, ...more });
  closeLater(() => client.close());
  return client;
};

export const requestFor = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: [],
  timeoutMs: 5000,
  followRedirects: false,
  bodyBytesMax: 1024 * 1024,
  ...more,
});

export const failureOf = async (work: Promise<unknown>): Promise<HttpFailure> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
  throw new Error('expected a failure, got an answer');
};

export const textOf = (body: Uint8Array): string => Buffer.from(body).toString();
