const TIMEOUT_MS = 30_000;

export interface PlaneAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it was JSON, otherwise text. */
  readonly body: unknown;
}

export interface PlaneCall {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  readonly json?: unknown;
  readonly headers?: { readonly [name: string]: string };
  /** 30 s when absent: longer than any answer of the API may take. */
  readonly timeoutMs?: number;
}

/** One HTTP call to the API at `url`; every status is an answer. */
export const callPlane = async (
  url: string,
  { method, path, token, json, headers, timeoutMs = TIMEOUT_MS }: PlaneCall,
): Promise<PlaneAnswer> => {
  const answer = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
  };
};
