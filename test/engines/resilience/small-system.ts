/** A system with a dependency, and switches for the ways in which such systems cope with its faults: orders that are charged for. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Switches {
  readonly retries: 'none' | 'with-key' | 'without-key';
  readonly breaker: boolean;
  readonly fallback: boolean;
  /** Asked when the first dependency fails. */
  readonly secondary: string;
  readonly timeoutMs: number;
}

export interface Payments {
  readonly url: string;
  /** Charges made, by order; a repeated idempotency key charges once. */
  readonly charges: string[];
}

const FAILURES_UNTIL_OPEN = 3;
const REST_MS = 40;
const SENDS_MAX = 3;

const toClose: Server[] = [];

export const closeSystems = async (): Promise<void> => {
  for (const server of toClose.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};

const serve = async (
  handle: (request: IncomingMessage, body: string, response: ServerResponse) => void,
): Promise<string> => {
  const server = createServer((request, response) => {
    let body = '';
    request
      .on('data', (bytes: Buffer) => (body += bytes.toString()))
      .on('end', () => {
        handle(request, body, response);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  toClose.push(server);
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

const json = (response: ServerResponse, status: number, value: unknown): void => {
  const text = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length }).end(text);
};

export const startPayments = async (): Promise<Payments> => {
  const charges: string[] = [];
  const keys = new Set<string>();
  const url = await serve((request, body, response) => {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !keys.has(key)) charges.push((JSON.parse(body) as { order: string }).order);
    if (typeof key === 'string') keys.add(key);
    json(response, 201, { charged: true });
  });
  return { url, charges };
};

/** Charges with the dependency. @throws when it failed */
type Charge = (dependency: string, order: string, key: string | undefined) => Promise<void>;

const charging =
  (timeoutMs: number): Charge =>
  async (dependency, order, key) => {
    const response = await fetch(`${dependency}/charges`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
      body: JSON.stringify({ order }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.json()) as { charged?: boolean };
    if (!response.ok || answer.charged !== true) throw new Error(`status ${String(response.status)}`);
  };

const chargeWithRetries = async (
  charge: Charge,
  dependency: string,
  order: string,
  retries: Switches['retries'],
): Promise<void> => {
  const key = retries === 'with-key' ? randomUUID() : undefined;
  for (let send = 1; ; send += 1) {
    try {
      await charge(dependency, order, key);
      return;
    } catch (error) {
      if (retries === 'none' || send >= SENDS_MAX) throw error;
    }
  }
};

/** `POST /orders` charges and answers 201, 202 with a fallback, or 503; `GET /charges/ORDER` counts what payments got. */
export const startShop = async (
  dependency: string,
  switches: Partial<Switches>,
  payments: Payments,
): Promise<string> => {
  const { retries = 'none', breaker = false, fallback = false, secondary, timeoutMs = 100 } = switches;
  const charge = charging(timeoutMs);
  let failures = 0;
  let openUntilMs = 0;
  const throughBreaker = async (order: string): Promise<void> => {
    if (breaker && failures >= FAILURES_UNTIL_OPEN && Date.now() < openUntilMs) throw new Error('the breaker is open');
    try {
      await chargeWithRetries(charge, dependency, order, retries);
      failures = 0;
    } catch (error) {
      failures += 1;
      openUntilMs = Date.now() + REST_MS;
      if (secondary === undefined) throw error;
      await chargeWithRetries(charge, secondary, order, retries);
    }
  };
  return serve((request, body, response) => {
    if (request.method === 'GET') {
      const order = request.url?.split('/').at(-1) ?? '';
      json(response, 200, { charges: payments.charges.filter((id) => id === order).length });
      return;
    }
    const { order } = JSON.parse(body) as { order: string };
    throughBreaker(order).then(
      () => {
        json(response, 201, { state: 'charged' });
      },
      () => {
        if (fallback) json(response, 202, { state: 'charged later' });
        else json(response, 503, { error: 'payments' });
      },
    );
  });
};
