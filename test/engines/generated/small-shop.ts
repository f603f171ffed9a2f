/** A shop that keeps to its document, with a switch for each fault. Its checks are written by hand: they share nothing with the engine. */
import type { HeaderList } from '#engines/probe/probe';

export interface ShopRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface ShopAnswer {
  readonly status: number;
  readonly headers?: HeaderList;
  readonly body?: unknown;
  /** Instead of JSON. */
  readonly text?: string;
}

export type ShopFault =
  | 'crash-at-limit'
  | 'undocumented-status'
  | 'html-answer'
  | 'wrong-schema'
  | 'missing-header'
  | 'accepts-too-much'
  | 'refuses-boundary'
  | 'header-not-needed'
  | 'login-ignored'
  | 'method-accepted'
  | 'kept-after-delete'
  | 'lost-after-create'
  | 'form-unchecked';

interface Order {
  readonly [field: string]: unknown;
}

const refused = (status: number, error: string): ShopAnswer => ({ status, body: { error } });
const isText = (value: unknown, min: number, max = Infinity): boolean =>
  typeof value === 'string' && value.length >= min && value.length <= max;

const FIELDS = new Set(['customer', 'amount', 'status', 'tags', 'due', 'code']);

const isDate = (value: unknown): boolean => {
  const [, year, month, day] = typeof value === 'string' ? (/^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) ?? []) : [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

const isOrder = (value: unknown, fault: ShopFault | undefined): value is Order => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { customer, amount, status, tags, due, code } = value as Order;
  const max = fault === 'accepts-too-much' ? 1001 : fault === 'refuses-boundary' ? 999 : 1000;
  return (
    Object.keys(value).every((name) => FIELDS.has(name)) &&
    isText(customer, 1, 20) &&
    Number.isInteger(amount) &&
    Number(amount) >= 1 &&
    Number(amount) <= max &&
    (status === undefined || (['new', 'paid', 'sent'] as unknown[]).includes(status)) &&
    (tags === undefined ||
      (Array.isArray(tags) &&
        tags.length <= 3 &&
        new Set(tags).size === tags.length &&
        tags.every((one) => isText(one, 1)))) &&
    (due === undefined || isDate(due)) &&
    (code === undefined || (typeof code === 'string' && /^[A-Z]{2}-[0-9]{3}$/u.test(code)))
  );
};

const isWhole = (text: string | null, min: number, max: number): boolean =>
  text !== null && /^\d+$/u.test(text) && Number(text) >= min && Number(text) <= max;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export class SmallShop {
  readonly #orders = new Map<number, Order>();
  #last = 0;
  readonly fault: ShopFault | undefined;

  constructor(fault?: ShopFault) {
    this.fault = fault;
  }

  get size(): number {
    return this.#orders.size;
  }

  answer(request: ShopRequest): ShopAnswer {
    const { url, method } = request;
    const one = /^\/orders\/([^/]+)$/u.exec(url.pathname)?.[1];
    if (one !== undefined) return this.#one(request, decodeURIComponent(one));
    switch (url.pathname) {
      case '/orders':
        if (method === 'GET') return this.#list(url);
        return method === 'POST' ? this.#make(request) : this.#wrongMethod();
      case '/report':
        return method === 'GET' ? this.#report(request) : this.#wrongMethod();
      case '/account':
        return method === 'GET' ? this.#account(request) : this.#wrongMethod();
      case '/letters':
        return method === 'POST' ? this.#letter(request) : this.#wrongMethod();
      default:
        return refused(404, 'nothing here');
    }
  }

  #wrongMethod(): ShopAnswer {
    return this.fault === 'method-accepted'
      ? { status: 200, body: {} }
      : { status: 405, headers: [['allow', 'GET']], body: { error: 'no' } };
  }

  #list(url: URL): ShopAnswer {
    const [limit, status, ids] = [
      url.searchParams.get('limit'),
      url.searchParams.get('status'),
      url.searchParams.get('ids'),
    ];
    if (limit !== null && !isWhole(limit, 1, 100)) return refused(400, 'limit');
    if (status !== null && !['new', 'paid', 'sent'].includes(status)) return refused(400, 'status');
    if (ids !== null && !ids.split(',').every((id) => /^-?\d+$/u.test(id))) return refused(400, 'ids');
    if (this.fault === 'crash-at-limit' && limit === '100') return { status: 500, text: 'division by zero' };
    if (this.fault === 'undocumented-status' && status === 'sent') return { status: 206, body: [] };
    if (this.fault === 'html-answer' && limit === '1')
      return { status: 200, headers: [['content-type', 'text/html']], text: '<p>one</p>' };
    return { status: 200, body: [...this.#orders.values()].slice(0, Number(limit ?? 5)) };
  }

  #make({ body, headers }: ShopRequest): ShopAnswer {
    if (headers['content-type'] !== 'application/json') return refused(400, 'type');
    const order = parsed(body);
    if (!isOrder(order, this.fault)) return refused(400, 'order');
    this.#last += 1;
    const made = { ...order, amount: Math.min(Number(order['amount']), 1000), id: this.#last };
    if (this.fault !== 'lost-after-create') this.#orders.set(this.#last, made);
    return {
      status: 201,
      body: made,
      headers: this.fault === 'missing-header' ? [] : [['x-total', String(this.#orders.size)]],
    };
  }

  #one({ method, body }: ShopRequest, text: string): ShopAnswer {
    if (!['GET', 'PUT', 'DELETE'].includes(method)) return this.#wrongMethod();
    if (!isWhole(text, 1, Number.MAX_SAFE_INTEGER)) return refused(400, 'id');
    const id = Number(text);
    const order = parsed(body);
    if (method === 'PUT' && !isOrder(order, undefined)) return refused(400, 'order');
    const found = this.#orders.get(id);
    if (found === undefined) return refused(404, 'no such order');
    if (method === 'GET')
      return {
        status: 200,
        body: this.fault === 'wrong-schema' ? { ...found, amount: String(found['amount']) } : found,
      };
    if (method === 'PUT') {
      const changed = { ...(order as Order), id };
      this.#orders.set(id, changed);
      return { status: 200, body: changed };
    }
    if (this.fault !== 'kept-after-delete') this.#orders.delete(id);
    return { status: 204 };
  }

  #report({ headers }: ShopRequest): ShopAnswer {
    const tenant = headers['x-tenant'];
    if (tenant === undefined)
      return this.fault === 'header-not-needed' ? { status: 200, body: {} } : refused(400, 'tenant');
    return ['a', 'b'].includes(tenant) ? { status: 200, body: {} } : refused(400, 'tenant');
  }

  #account({ headers }: ShopRequest): ShopAnswer {
    const isIn = headers['authorization'] === 'Bearer right' || this.fault === 'login-ignored';
    return isIn ? { status: 200, body: {} } : refused(401, 'who are you');
  }

  #letter({ body, headers }: ShopRequest): ShopAnswer {
    if (headers['content-type'] !== 'application/x-www-form-urlencoded') return refused(400, 'type');
    const form = new URLSearchParams(body);
    const isRight = isText(form.get('to'), 2) && isWhole(form.get('copies'), 1, 5);
    return isRight || this.fault === 'form-unchecked' ? { status: 202 } : refused(400, 'letter');
  }
}
