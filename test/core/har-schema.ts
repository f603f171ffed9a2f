/** HAR 1.2 as a JSON Schema, written from the format's description (softwareishard.com, HAR 1.2 Spec), not from the code under test. */
const text = { type: 'string' };
const atLeastMinusOne = { type: 'number', minimum: -1 };
const notNegative = { type: 'number', minimum: 0 };
const wholeOrMinusOne = { type: 'integer', minimum: -1 };

/** Fields that begin with an underscore are anybody's own. */
const object = (properties: { readonly [name: string]: unknown }, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties: { ...properties, comment: text },
  patternProperties: { '^_': {} },
  additionalProperties: false,
});

const list = (items: unknown) => ({ type: 'array', items });
const pair = object({ name: text, value: text });
const dateTime = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};

const cookie = object(
  {
    name: text,
    value: text,
    path: text,
    domain: text,
    expires: dateTime,
    httpOnly: { type: 'boolean' },
    secure: { type: 'boolean' },
  },
  ['path', 'domain', 'expires', 'httpOnly', 'secure'],
);

const request = object(
  {
    method: text,
    url: { type: 'string', format: 'uri' },
    httpVersion: text,
    cookies: list(cookie),
    headers: list(pair),
    queryString: list(pair),
    postData: object({ mimeType: text, params: list(pair), text }, ['params']),
    headersSize: wholeOrMinusOne,
    bodySize: wholeOrMinusOne,
  },
  ['postData'],
);

const response = object({
  status: { type: 'integer', minimum: 0, maximum: 599 },
  statusText: text,
  httpVersion: text,
  cookies: list(cookie),
  headers: list(pair),
  content: object(
    { size: { type: 'integer', minimum: 0 }, compression: { type: 'integer' }, mimeType: text, text, encoding: text },
    ['compression', 'text', 'encoding'],
  ),
  redirectURL: text,
  headersSize: wholeOrMinusOne,
  bodySize: wholeOrMinusOne,
});

const timings = object(
  {
    blocked: atLeastMinusOne,
    dns: atLeastMinusOne,
    connect: atLeastMinusOne,
    send: notNegative,
    wait: notNegative,
    receive: notNegative,
    ssl: atLeastMinusOne,
  },
  ['blocked', 'dns', 'connect', 'ssl'],
);

const entry = object(
  {
    pageref: text,
    startedDateTime: dateTime,
    time: notNegative,
    request,
    response,
    cache: object({}),
    timings,
    serverIPAddress: text,
    connection: text,
  },
  ['pageref', 'serverIPAddress', 'connection'],
);

export const HAR_SCHEMA = object({
  log: object({ version: { const: '1.2' }, creator: object({ name: text, version: text }), entries: list(entry) }),
});
