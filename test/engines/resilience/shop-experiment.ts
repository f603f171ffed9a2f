/** Experiments with the small shop whose payments are behind a fault proxy, and what tests look at in their reports. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { DisturbDefinition, ProxyExpectation } from '#core/acts/disturb';
import type { JsonObject } from '#core/units';
import type { ProbeReport } from '#engines/probe/probe';
import { startPayments, startShop } from './small-system.ts';
import type { Switches } from './small-system.ts';
import { runDisturb } from './experiment-world.ts';
import type { Ran, World } from './experiment-world.ts';

export const CASES: World['cases'] = {
  order: { method: 'POST', path: '/orders', body: '{"order":"o-1"}', status: 201 },
  steady: { method: 'POST', path: '/orders', body: '{"order":"steady"}', status: 201 },
  'charged-once': { path: '/charges/o-1', status: 200, expect: { charges: 1 } },
  alive: { path: '/charges/nothing', status: 200, expect: { charges: 0 } },
};

export const free = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export interface Setting {
  readonly switches?: Partial<Switches>;
  readonly more: Partial<DisturbDefinition>;
  readonly withSecondary?: boolean;
  readonly world?: Partial<World>;
}

/** The shop knows the proxy as its payments, as a system under test does. */
export const experiment = async ({ switches = {}, more, withSecondary = false, world = {} }: Setting): Promise<Ran> => {
  const payments = await startPayments();
  const [listen, secondListen] = [await free(), await free()];
  const secondary = withSecondary ? { secondary: `http://127.0.0.1:${String(secondListen)}` } : {};
  const shop = await startShop(`http://127.0.0.1:${String(listen)}`, { ...secondary, ...switches }, payments);
  const definition: DisturbDefinition = {
    name: 'payments fail',
    hypothesis: 'orders are still taken',
    blastRadius: 'orders of this test',
    steadyState: { cases: ['steady'] },
    proxies: {
      payments: { upstream: payments.url, listen },
      ...(withSecondary ? { secondary: { upstream: payments.url, listen: secondListen } } : {}),
    },
    faults: [],
    cases: ['order'],
    recoveryMsMax: 3000,
    ...more,
  };
  return runDisturb(definition, {
    base: shop,
    cases: CASES,
    allowHosts: [new URL(payments.url).host, new URL(shop).host],
    ...world,
  });
};

/** What a connection to a proxy ends with; `connected` when somebody listens. */
export const howAsked = async (proxy: Ran['proxies'][number] | undefined): Promise<string> => {
  const socket = connect(proxy?.port ?? 0, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return 'connected';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? '';
  } finally {
    socket.destroy();
  }
};
export const failed = ({ checks }: ProbeReport): readonly (string | undefined)[] =>
  checks.filter(({ passed }) => !passed).map(({ message }) => message);
export const experimentOf = ({ details }: ProbeReport): JsonObject => details?.experiment as JsonObject;

export const oneFailure = { proxy: 'payments', fault: 'status', status: 503 } as const;
export const expectProxy = (payments: ProxyExpectation): Partial<DisturbDefinition> => ({
  expect: { verdicts: ['passed', 'failed'], proxies: { payments } },
});
