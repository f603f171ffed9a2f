import type { IncomingMessage } from 'node:http';
import { callerOf } from './callers.ts';
import { newOrder, type Garage, type Order } from './garage-state.ts';
import { fieldsOf, notFound, Refusal, textField, type Answer, type Fields } from './http-answer.ts';

const shown = ({ id, item, quantity, note, price }: Order): Fields => ({ id, item, quantity, note, price });

const quantityOf = ({ quantity }: Fields): number => {
  if (typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 1 && quantity <= 99) return quantity;
  throw new Refusal(422, 'quantity must be a whole number from 1 to 99');
};

/** @throws Refusal 404, as for an order that does not exist; 403 with `orders-tell-existence` */
const orderOf = async (garage: Garage, request: IncomingMessage, id: string, isForAll: boolean): Promise<Order> => {
  const { name } = await callerOf(garage, request);
  const order = garage.orders.get(id);
  if (order === undefined) throw notFound();
  if (order.owner !== name && !isForAll)
    throw garage.flaws.has('orders-tell-existence') ? new Refusal(403, 'this is not yours') : notFound();
  return order;
};

export const listOrders = async (garage: Garage, request: IncomingMessage): Promise<Answer> => {
  const { name } = await callerOf(garage, request);
  return {
    status: 200,
    body: { orders: [...garage.orders.values()].filter(({ owner }) => owner === name).map(shown) },
  };
};

export const addOrder = async (garage: Garage, request: IncomingMessage, text: string): Promise<Answer> => {
  const { name } = await callerOf(garage, request);
  const fields = fieldsOf(request, text);
  const order = newOrder(garage, name, textField(fields, 'item'), quantityOf(fields), textField(fields, 'note'));
  if (garage.flaws.has('order-takes-price') && typeof fields['price'] === 'number') order.price = fields['price'];
  return { status: 201, body: shown(order), headers: { location: `/v2/orders/${order.id}` } };
};

export const readOrder = async (garage: Garage, request: IncomingMessage, id: string): Promise<Answer> => ({
  status: 200,
  body: shown(await orderOf(garage, request, id, garage.flaws.has('orders-of-others-read'))),
});

export const changeOrder = async (
  garage: Garage,
  request: IncomingMessage,
  id: string,
  text: string,
): Promise<Answer> => {
  const order = await orderOf(garage, request, id, garage.flaws.has('orders-of-others-written'));
  const fields = fieldsOf(request, text);
  order.item = textField(fields, 'item');
  order.quantity = quantityOf(fields);
  order.note = textField(fields, 'note');
  return { status: 200, body: shown(order) };
};

export const removeOrder = async (garage: Garage, request: IncomingMessage, id: string): Promise<Answer> => {
  const order = await orderOf(garage, request, id, garage.flaws.has('orders-of-others-written'));
  garage.orders.delete(order.id);
  return { status: 204 };
};
