import type { Json } from '#core/units';

const order = {
  type: 'object',
  required: ['id', 'customer', 'amount'],
  properties: {
    id: { type: 'integer', readOnly: true },
    customer: { type: 'string', minLength: 1, maxLength: 20 },
    amount: { type: 'integer', minimum: 1, maximum: 1000 },
    status: { type: 'string', enum: ['new', 'paid', 'sent'] },
    tags: { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 3, uniqueItems: true },
    due: { type: 'string', format: 'date' },
    code: { type: 'string', pattern: '^[A-Z]{2}-[0-9]{3}$' },
  },
  additionalProperties: false,
} as const;

const json = (schema: Json): Json => ({ 'application/json': { schema } });
const ref = { $ref: '#/components/schemas/Order' } as const;
const problem = {
  description: 'refused',
  content: json({ type: 'object', required: ['error'], properties: { error: { type: 'string' } } }),
};
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } } as const;
const body = { required: true, content: json(ref) };
const secured = [{ login: [] }];

/** A shop whose document says all that it does. */
export const smallShopDocument: Json = {
  openapi: '3.1.0',
  info: { title: 'Small shop', version: '1' },
  components: {
    schemas: { Order: order },
    securitySchemes: { login: { type: 'http', scheme: 'bearer' } },
  },
  paths: {
    '/orders': {
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
          { name: 'status', in: 'query', schema: { type: 'string', enum: ['new', 'paid', 'sent'] } },
          {
            name: 'ids',
            in: 'query',
            style: 'form',
            explode: false,
            schema: { type: 'array', items: { type: 'integer' }, minItems: 1 },
          },
        ],
        responses: { '200': { description: 'orders', content: json({ type: 'array', items: ref }) }, '400': problem },
      },
      post: {
        requestBody: body,
        responses: {
          '201': {
            description: 'made',
            content: json(ref),
            headers: { 'X-Total': { required: true, schema: { type: 'integer' } } },
          },
          '400': problem,
        },
      },
    },
    '/orders/{id}': {
      parameters: [id],
      get: { responses: { '200': { description: 'one', content: json(ref) }, '400': problem, '404': problem } },
      put: {
        requestBody: body,
        responses: { '200': { description: 'changed', content: json(ref) }, '400': problem, '404': problem },
      },
      delete: { responses: { '204': { description: 'gone' }, '400': problem, '404': problem } },
    },
    '/report': {
      get: {
        parameters: [{ name: 'X-Tenant', in: 'header', required: true, schema: { type: 'string', enum: ['a', 'b'] } }],
        responses: { '200': { description: 'figures', content: json({ type: 'object' }) }, '400': problem },
      },
    },
    '/account': {
      get: {
        security: secured,
        responses: { '200': { description: 'mine', content: json({ type: 'object' }) }, '401': problem },
      },
    },
    '/letters': {
      post: {
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['to', 'copies'],
                properties: {
                  to: { type: 'string', minLength: 2 },
                  copies: { type: 'integer', minimum: 1, maximum: 5 },
                },
              },
            },
          },
        },
        responses: { '202': { description: 'taken' }, '400': problem },
      },
    },
  },
};
