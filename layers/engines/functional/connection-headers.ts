/** Headers of the connection: whoever sends the request sets them, and a case that did could make a request arrive elsewhere than it was sent. */
const OF_THE_CONNECTION = new Set([
  'connection',
  'content-length',
  'http2-settings',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const isOfTheConnection = (name: string): boolean => OF_THE_CONNECTION.has(name) || name.startsWith('proxy-');

const refusal = (name: string): string =>
  `expected no header "${name}": it belongs to the connection and is set by whoever sends the request`;

/** Why a case may not have a header of this name, whatever the environment; undefined when it may. */
export const headerNameProblem = (name: string): string | undefined => {
  const lower = name.toLowerCase();
  if (isOfTheConnection(lower)) return refusal(name);
  return lower === 'host'
    ? `expected no header "${name}": it follows from the address; put another target into the environment and name it in "target"`
    : undefined;
};

/**
 * Why a request to this address may not have the header; undefined when it may. Secrets are bound to hosts, and servers behind one address
 * are told apart by `Host`: another one there would take a secret where it is not meant to go.
 */
export const headerProblem = (name: string, value: string, url: URL): string | undefined => {
  const lower = name.toLowerCase();
  if (isOfTheConnection(lower)) return refusal(name);
  return lower === 'host' && value.toLowerCase() !== url.host
    ? `expected the header "${name}" to be ${url.host} as in the address, got another host`
    : undefined;
};
