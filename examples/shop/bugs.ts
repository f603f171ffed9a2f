/** The bugs the shop can be told to have, by name, with what a user of the API then sees. */
export const BUGS = {
  'wrong-total': 'totals of carts and orders are one cent too high',
  'missing-field': 'items come without their currency',
  '500-on-checkout': 'placing an order answers 500',
  slow: 'the list of items takes 1.5 seconds',
  'stock-not-decreased': 'orders leave the stock as it was',
  'token-not-checked': 'any bearer token is accepted',
  'expiry-ignored': 'expired tokens keep working',
  'leak-stack': 'error answers carry a stack trace',
  'duplicate-order': 'a repeated Idempotency-Key makes a second order',
  'page-gap': 'pages of the list leave one item out',
} as const;

export type BugName = keyof typeof BUGS;

export const isBugName = (name: unknown): name is BugName => typeof name === 'string' && Object.hasOwn(BUGS, name);
