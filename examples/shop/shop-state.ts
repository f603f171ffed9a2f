import { randomBytes } from 'node:crypto';
import type { BugName } from './bugs.ts';

export interface Item {
  readonly id: number;
  readonly name: string;
  readonly category: 'books' | 'tools' | 'garden';
  readonly priceCents: number;
  readonly currency: 'EUR';
  stock: number;
}

export interface Line {
  readonly itemId: number;
  quantity: number;
}

export interface Cart {
  readonly id: string;
  readonly owner: string;
  readonly lines: Line[];
  ordered: boolean;
}

export interface Order {
  readonly id: string;
  readonly owner: string;
  readonly cartId: string;
  readonly lines: readonly Line[];
  readonly totalCents: number;
  readonly placedAt: string;
}

export interface Session {
  readonly user: string;
  readonly expiresAtMs: number;
}

/** Everything the shop remembers; it lives as long as the process. */
export interface Shop {
  readonly items: Map<number, Item>;
  readonly carts: Map<string, Cart>;
  readonly orders: Map<string, Order>;
  /** Order id by `user \n Idempotency-Key`, with the cart it was for. */
  readonly orderKeys: Map<string, string>;
  readonly sessions: Map<string, Session>;
  readonly users: ReadonlyMap<string, { readonly password: string; readonly role: 'customer' | 'clerk' }>;
  readonly bugs: Set<BugName>;
  readonly nowMs: () => number;
}

const NAMES = [
  'Almanac',
  'Axe',
  'Bird bath',
  'Botany',
  'Bucket',
  'Chisel',
  'Dictionary',
  'Drill',
  'Fern',
  'Field guide',
  'Hammer',
  'Hose',
  'Ladder',
  'Lantern',
  'Mallet',
  'Novel',
  'Planter',
  'Pliers',
  'Primer',
  'Rake',
  'Saw',
  'Trowel',
  'Watering can',
] as const;
const CATEGORIES = ['books', 'tools', 'garden'] as const;

/** So many of each that test runs never sell the shop out. */
const STOCK = 1_000_000;
/** The one item nobody can buy. */
const SOLD_OUT_ITEM = 23;

const makeItems = (): Map<number, Item> =>
  new Map(
    NAMES.map((name, index) => {
      const id = index + 1;
      const category = CATEGORIES[index % CATEGORIES.length] ?? 'books';
      // 907 and 2,300 have no common factor: no two of the 23 prices are equal, and they do not follow the ids.
      const priceCents = 495 + ((id * 907) % 2_300);
      return [id, { id, name, category, priceCents, currency: 'EUR', stock: id === SOLD_OUT_ITEM ? 0 : STOCK }];
    }),
  );

/** @param password the password of the three users `ada` and `grace` (customers) and `clerk` */
export const makeShop = (password: string, bugs: readonly BugName[], nowMs: () => number): Shop => ({
  items: makeItems(),
  carts: new Map(),
  orders: new Map(),
  orderKeys: new Map(),
  sessions: new Map(),
  users: new Map([
    ['ada', { password, role: 'customer' }],
    ['grace', { password, role: 'customer' }],
    ['clerk', { password, role: 'clerk' }],
  ]),
  bugs: new Set(bugs),
  nowMs,
});

export const newId = (prefix: string): string =>
  `${prefix}_${randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')}`;

export const totalOf = (shop: Shop, lines: readonly Line[]): number => {
  const sum = lines.reduce((total, line) => total + line.quantity * (shop.items.get(line.itemId)?.priceCents ?? 0), 0);
  return shop.bugs.has('wrong-total') && sum > 0 ? sum + 1 : sum;
};
