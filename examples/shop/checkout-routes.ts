import { Refusal, type Answer } from './http-answer.ts';
import { newId, totalOf, type Cart, type Order, type Shop } from './shop-state.ts';

const QUANTITY_MAX = 100;

const ownCart = (shop: Shop, user: string, cartId: string): Cart => {
  const cart = shop.carts.get(cartId);
  // Another user's cart is answered like an unknown one: its existence is nobody else's business.
  if (cart === undefined || cart.owner !== user) throw new Refusal(404, 'cart-not-found', 'there is no such cart');
  return cart;
};

const cartView = (shop: Shop, cart: Cart): object => ({
  id: cart.id,
  lines: cart.lines,
  totalCents: totalOf(shop, cart.lines),
  currency: 'EUR',
  ordered: cart.ordered,
});

/** POST /carts */
export const openCart = (shop: Shop, user: string): Answer => {
  const cart: Cart = { id: newId('cart'), owner: user, lines: [], ordered: false };
  shop.carts.set(cart.id, cart);
  return { status: 201, body: cartView(shop, cart), headers: { location: `/carts/${cart.id}` } };
};

/** GET /carts/{cartId} */
export const getCart = (shop: Shop, user: string, cartId: string): Answer => ({
  status: 200,
  body: cartView(shop, ownCart(shop, user, cartId)),
});

/** POST /carts/{cartId}/lines */
export const addLine = (shop: Shop, user: string, cartId: string, body: Record<string, unknown>): Answer => {
  const cart = ownCart(shop, user, cartId);
  const { itemId, quantity } = body;
  if (typeof itemId !== 'number' || !Number.isInteger(itemId))
    throw new Refusal(422, 'bad-line', 'itemId must be a whole number');
  if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1 || quantity > QUANTITY_MAX) {
    throw new Refusal(422, 'bad-line', `quantity must be a whole number from 1 to ${String(QUANTITY_MAX)}`);
  }
  if (cart.ordered) throw new Refusal(409, 'cart-already-ordered', 'this cart was ordered; open another one');
  const item = shop.items.get(itemId);
  if (item === undefined) throw new Refusal(422, 'unknown-item', `there is no item ${String(itemId)}`);
  if (item.stock < quantity)
    throw new Refusal(409, 'out-of-stock', `${String(item.stock)} left of item ${String(itemId)}`);
  cart.lines.push({ itemId, quantity });
  return { status: 201, body: cartView(shop, cart) };
};

const orderView = (order: Order): object => ({
  id: order.id,
  cartId: order.cartId,
  lines: order.lines,
  totalCents: order.totalCents,
  currency: 'EUR',
  status: 'placed',
  placedAt: order.placedAt,
});

const place = (shop: Shop, user: string, cart: Cart): Order => {
  if (cart.lines.length === 0) throw new Refusal(409, 'cart-empty', 'an empty cart cannot be ordered');
  for (const line of cart.lines) {
    const item = shop.items.get(line.itemId);
    if (item !== undefined && !shop.bugs.has('stock-not-decreased')) item.stock -= line.quantity;
  }
  const order: Order = {
    id: newId('order'),
    owner: user,
    cartId: cart.id,
    lines: cart.lines,
    totalCents: totalOf(shop, cart.lines),
    placedAt: new Date(shop.nowMs()).toISOString(),
  };
  shop.orders.set(order.id, order);
  cart.ordered = true;
  return order;
};

/** POST /orders: 201 for a new order, 200 with the first order for a repeated Idempotency-Key. */
export const placeOrder = (
  shop: Shop,
  user: string,
  key: string | undefined,
  body: Record<string, unknown>,
): Answer => {
  if (shop.bugs.has('500-on-checkout')) throw new Refusal(500, 'checkout-broke', 'the order could not be placed');
  if (key === undefined || key === '') throw new Refusal(422, 'key-missing', 'expected the header Idempotency-Key');
  if (typeof body['cartId'] !== 'string') throw new Refusal(422, 'cart-missing', 'cartId is required, a text');
  const known = shop.orders.get(shop.orderKeys.get(`${user}\n${key}`) ?? '');
  if (known !== undefined && !shop.bugs.has('duplicate-order')) {
    if (known.cartId !== body['cartId'])
      throw new Refusal(422, 'key-reused', 'this Idempotency-Key was used for another cart');
    return { status: 200, body: orderView(known), headers: { 'idempotent-replay': 'true' } };
  }
  const cart = ownCart(shop, user, body['cartId']);
  if (cart.ordered && !shop.bugs.has('duplicate-order'))
    throw new Refusal(409, 'cart-already-ordered', 'this cart was ordered before');
  const order = place(shop, user, cart);
  shop.orderKeys.set(`${user}\n${key}`, order.id);
  return { status: 201, body: orderView(order), headers: { location: `/orders/${order.id}` } };
};

/** GET /orders/{orderId} */
export const getOrder = (shop: Shop, user: string, orderId: string): Answer => {
  const order = shop.orders.get(orderId);
  if (order === undefined || order.owner !== user) throw new Refusal(404, 'order-not-found', 'there is no such order');
  return { status: 200, body: orderView(order) };
};
