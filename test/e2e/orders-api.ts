/** A small API under test with its document: orders behind a login, a planted flaw behind a switch, and a field that comes later. */
import { json, startTarget } from './target.ts';
import type { Answerer, Target } from './target.ts';

export interface OrdersFaults {
  /** `GET /orders/{id}` answers without a login. */
  isOpenToAll: boolean;
  /** Answers have a field that they had not before. */
  hasNewField: boolean;
}

const schema = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } };
const error = (description: string) => ({ description, content: { 'application/json': { schema } } });

export const ORDERS_DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1.0.0' },
  components: { securitySchemes: { login: { type: 'http', scheme: 'bearer' } } },
  security: [{ login: [] }],
  paths: {
    '/orders/{id}': {
      get: {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1, maximum: 9 }, example: 1 },
        ],
        responses: {
          200: {
            description: 'It',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['id', 'total'],
                  properties: { id: { type: 'integer' }, total: { type: 'number' }, state: { type: 'string' } },
                },
              },
            },
          },
          400: error('No order can have that id'),
          401: error('Nobody knows who asks'),
          404: error('There is none'),
          405: error('Orders can only be read'),
        },
      },
    },
  },
};

/** Orders 1 to 9, for whoever brings the token. */
export const startOrders = async (
  token: string,
): Promise<{ readonly target: Target; readonly faults: OrdersFaults }> => {
  const target = await startTarget();
  const faults: OrdersFaults = { isOpenToAll: false, hasNewField: false };
  const answer: Answerer = (hit, response) => {
    if (hit.method !== 'GET') return json({ message: 'read only' }, 405)(hit, response);
    if (!faults.isOpenToAll && hit.headers.authorization !== `Bearer ${token}`)
      return json({ message: 'who are you?' }, 401)(hit, response);
    const [, , id = ''] = hit.path.split('/');
    if (!/^[1-9]$/u.test(id)) return json({ message: 'no such id' }, 400)(hit, response);
    const order = { id: Number(id), total: Number(id) * 10, state: 'open' };
    return json(faults.hasNewField ? { ...order, currency: 'EUR' } : order)(hit, response);
  };
  for (const id of ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) target.routes.set(`/orders/${id}`, answer);
  return { target, faults };
};
