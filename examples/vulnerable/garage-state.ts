/** What the garage knows: users, orders, articles. All of it is in memory. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { FlawName } from './flaws.ts';

export interface User {
  readonly name: string;
  displayName: string;
  role: string;
  credit: number;
  theme: string;
  readonly passwordHash: string;
}

export interface Order {
  readonly id: string;
  readonly owner: string;
  item: string;
  quantity: number;
  note: string;
  price: number;
}

export interface Article {
  readonly sku: string;
  name: string;
  readonly price: number;
}

export interface Garage {
  readonly flaws: Set<FlawName>;
  readonly users: Map<string, User>;
  readonly orders: Map<string, Order>;
  readonly articles: Map<string, Article>;
  readonly coupons: readonly { readonly code: string; readonly percent: number }[];
  /** Cookie sessions: id to user. */
  readonly sessions: Map<string, string>;
  /** Wrong passwords by name. */
  readonly wrong: Map<string, number>;
  /** Requests to the status page in the current second, by caller. */
  readonly counted: Map<string, { second: number; count: number }>;
  readonly password: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly nowMs: () => number;
  next: number;
}

export const USERS = { ada: 'user', ben: 'user', cora: 'user', root: 'admin' } as const;
const ARTICLES = 260;
const ARTICLE_NAMES = ['brake pad', 'wiper', 'bulb', 'filter', 'belt', 'hose', 'mirror', 'fuse'];

export const hashOf = (text: string): string => createHash('sha256').update(`garage:${text}`).digest('hex');

/** An id that nobody guesses, the same in each start: letters and digits of a hash. */
export const nextId = (garage: Garage): string => {
  garage.next += 1;
  return createHash('sha256')
    .update(`id ${String(garage.next)}`)
    .digest('base64url')
    .replaceAll(/[-_]/gu, 'x')
    .slice(0, 12);
};

export const newOrder = (garage: Garage, owner: string, item: string, quantity: number, note: string): Order => {
  const order = { id: nextId(garage), owner, item, quantity, note, price: quantity * 25 };
  garage.orders.set(order.id, order);
  return order;
};

export interface GarageOptions {
  readonly flaws: readonly FlawName[];
  readonly password: string;
  /** PEM of the key that tokens are signed with; a new one when absent. */
  readonly signingKey?: string;
  readonly nowMs: () => number;
}

export const openGarage = ({ flaws, password, signingKey, nowMs }: GarageOptions): Garage => {
  const privateKey =
    signingKey === undefined
      ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      : createPrivateKey(signingKey);
  const garage: Garage = {
    flaws: new Set(flaws),
    users: new Map(),
    orders: new Map(),
    articles: new Map(),
    coupons: [
      { code: 'SPRING10', percent: 10 },
      { code: 'WINTER20', percent: 20 },
    ],
    sessions: new Map(),
    wrong: new Map(),
    counted: new Map(),
    password,
    privateKey,
    publicKey: createPublicKey(privateKey),
    nowMs,
    next: 0,
  };
  for (const [name, role] of Object.entries(USERS))
    garage.users.set(name, {
      name,
      role,
      displayName: `${name} of the garage`,
      credit: 100,
      theme: 'light',
      passwordHash: hashOf(password),
    });
  for (const owner of ['ada', 'ben', 'cora'])
    for (const item of ['tyre', 'lamp']) newOrder(garage, owner, `${item} for ${owner}`, 2, `as ${owner} said`);
  for (let at = 0; at < ARTICLES; at += 1) {
    const sku = `A${String(1000 + at)}`;
    garage.articles.set(sku, {
      sku,
      name: `${ARTICLE_NAMES[at % ARTICLE_NAMES.length] ?? 'part'} ${String(at)}`,
      price: 5 + at,
    });
  }
  return garage;
};
