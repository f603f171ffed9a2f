import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { Child, Children } from './children.ts';
import { logTail } from './children.ts';
import { cleanEnvironment } from './emulator.ts';
import { place } from './places.ts';
import { clientOf } from './published-names.ts';

const SECRET_NAME = 'assay/local/shop';
/** Address that the example's files carry; each demo has one of its own. */
const ADDRESS_IN_FILES = '127.0.0.1:4010';
const START_TIMEOUT_MS = 20_000;
const LOOK_EVERY_MS = 50;

/** The example shop, running. */
export interface ShopProcess {
  readonly url: string;
  readonly password: string;
  /** Exactly this bug from now on; undefined for none. */
  plant(bug: string | undefined): Promise<void>;
  stop(): Promise<void>;
}

const addressOf = async (child: Child): Promise<string> => {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.isAlive() && Date.now() < deadline) {
    const url = /^listening (http:\S+)$/m.exec(readFileSync(child.logFile, 'utf8'))?.[1];
    if (url !== undefined) return url;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`the example shop did not start:\n${logTail(child.logFile)}`);
};

const plantIn = async (url: string, bug: string | undefined): Promise<void> => {
  const answer = await fetch(`${url}/__bugs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: bug ?? null }),
  });
  if (!answer.ok) throw new Error(`the shop did not take the bug ${String(bug)}: ${await answer.text()}`);
};

/** Starts the example shop on a free port with a password of its own. */
export const startShopProcess = async (children: Children, name = 'shop'): Promise<ShopProcess> => {
  const password = randomBytes(12).toString('base64url');
  const child = await children.start({
    name,
    command: process.execPath,
    args: [place('examples', 'shop', 'server.ts'), '--port', '0'],
    env: { ...cleanEnvironment(), SHOP_PASSWORD: password },
  });
  const url = await addressOf(child);
  return { url, password, plant: (bug) => plantIn(url, bug), stop: () => children.stop(child) };
};

/** Puts the shop's password where its environment says, in Secrets Manager. */
export const storePassword = async (endpoint: string, password: string): Promise<void> => {
  const client = new SecretsManagerClient(clientOf(endpoint));
  const SecretString = JSON.stringify({ password });
  try {
    await client.send(new CreateSecretCommand({ Name: SECRET_NAME, SecretString }));
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
    await client.send(new PutSecretValueCommand({ SecretId: SECRET_NAME, SecretString }));
  } finally {
    client.destroy();
  }
};

const copyInto = (from: string, to: string, change: (text: string) => string): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) copyInto(source, target, change);
    else if (/\.ya?ml$/.test(entry.name)) writeFileSync(target, change(readFileSync(source, 'utf8')));
    else if (entry.name.endsWith('.json')) copyFileSync(source, target);
  }
};

/** Copies the shop's service, environment and suites, with the address at which it runs here. */
export const writeShopFiles = (folder: string, url: string): void => {
  copyInto(place('examples', 'shop'), folder, (text) => text.replaceAll(ADDRESS_IN_FILES, new URL(url).host));
};
