import type { APIGatewayProxyEvent } from 'aws-lambda';

/** What a REST API with proxy integration sends; emulators leave members out, so each is optional here. */
export type GatewayEvent = Partial<
  Pick<
    APIGatewayProxyEvent,
    | 'httpMethod'
    | 'path'
    | 'resource'
    | 'headers'
    | 'multiValueHeaders'
    | 'queryStringParameters'
    | 'multiValueQueryStringParameters'
    | 'pathParameters'
    | 'body'
    | 'isBase64Encoded'
  >
> & {
  readonly requestContext?: {
    readonly requestId?: string;
    readonly authorizer?: { readonly [name: string]: unknown } | null;
  };
};

/** What goes back to the gateway. */
export interface GatewayResult {
  readonly statusCode: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

const nameless = (): Record<string, string> => Object.create(null) as Record<string, string>;

/** Headers by lower-case name; of a header that came several times the values are joined, as RFC 9110 section 5.3 has it. */
export const headersOf = (event: GatewayEvent): { readonly [name: string]: string | undefined } => {
  const found = nameless();
  for (const [name, value] of Object.entries(event.headers ?? {}))
    if (value !== undefined) found[name.toLowerCase()] = value;
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) {
    if (values !== undefined && values.length > 0) found[name.toLowerCase()] = values.join(', ');
  }
  return found;
};

/** Query parameters with all their values. */
export const queryOf = (event: GatewayEvent): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(event.queryStringParameters ?? {}))
    if (value !== undefined) found.set(name, [value]);
  for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? {}))
    if (values !== undefined) found.set(name, values);
  return found;
};

/** A percent-encoded text that cannot be decoded stays as it is: it will not match any pattern. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
