/**
 * A small shop to test: login, catalogue, checkout. It keeps everything in memory and can be told to have bugs.
 *
 * `node examples/shop/server.ts [--port N] [--host ADDRESS] [--bug NAME]…`; the password of its users is SHOP_PASSWORD, or
 * `try-the-shop`. It prints one line when it is ready: `listening http://127.0.0.1:PORT`.
 */
import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { BUGS, isBugName, type BugName } from './bugs.ts';
import { refusalAnswer, Refusal, send, type Answer } from './http-answer.ts';
import { answerFor } from './routes.ts';
import { makeShop, type Shop } from './shop-state.ts';

export { BUGS, isBugName, type BugName } from './bugs.ts';

export const SHOP_PASSWORD_DEFAULT = 'try-the-shop';
const SLOW_MS = 1_500;

export interface ShopOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly bugs?: readonly BugName[];
  /** Password of the users `ada`, `grace` and `clerk`. */
  readonly password?: string;
  readonly nowMs?: () => number;
}

export interface RunningShop {
  readonly url: string;
  readonly port: number;
  /** Exactly these bugs from now on. */
  setBugs(bugs: readonly BugName[]): void;
  close(): Promise<void>;
}

const answerOrRefusal = async (shop: Shop, request: Parameters<typeof answerFor>[1]): Promise<Answer> => {
  const leak = shop.bugs.has('leak-stack');
  const instance = (request.url ?? '/').split('?')[0] ?? '/';
  try {
    return await answerFor(shop, request);
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error, instance, leak);
    if (error instanceof URIError)
      return refusalAnswer(new Refusal(400, 'bad-path', 'the path is not valid'), instance, leak);
    return refusalAnswer(new Refusal(500, 'shop-broke', 'something went wrong here'), instance, leak);
  }
};

const makeServer = (shop: Shop): Server =>
  createServer((request, response) => {
    const isSlow = shop.bugs.has('slow') && (request.url ?? '').startsWith('/items?');
    void (isSlow ? pause(SLOW_MS) : Promise.resolve())
      .then(() => answerOrRefusal(shop, request))
      .then((answer) => {
        send(response, answer);
      });
  });

/** Starts a shop of its own; resolves when it listens. */
export const startShop = async (options: ShopOptions = {}): Promise<RunningShop> => {
  const host = options.host ?? '127.0.0.1';
  const shop = makeShop(options.password ?? SHOP_PASSWORD_DEFAULT, options.bugs ?? [], options.nowMs ?? Date.now);
  const server = makeServer(shop);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`,
    port,
    setBugs: (bugs) => {
      shop.bugs.clear();
      for (const bug of bugs) shop.bugs.add(bug);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};

const usage = `usage: node examples/shop/server.ts [--port N] [--host ADDRESS] [--bug NAME]…\nbugs:\n${Object.entries(
  BUGS,
)
  .map(([name, what]) => `  ${name.padEnd(20)} ${what}`)
  .join('\n')}\n`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      bug: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  const port = Number(values.port ?? '0');
  const bugs = values.bug ?? [];
  const unknown = bugs.find((bug) => !isBugName(bug));
  if (values.help === true || unknown !== undefined || !Number.isInteger(port) || port < 0 || port > 65_535) {
    if (unknown !== undefined) process.stderr.write(`unknown bug ${unknown}\n`);
    process.stderr.write(usage);
    process.exitCode = values.help === true ? 0 : 64;
    return;
  }
  const password = process.env['SHOP_PASSWORD'];
  const shop = await startShop({
    port,
    bugs: bugs.filter(isBugName),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(password === undefined || password === '' ? {} : { password }),
  });
  process.stdout.write(`listening ${shop.url}\n`);
  const stop = (): void => {
    void shop.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

if (import.meta.main) await main();
