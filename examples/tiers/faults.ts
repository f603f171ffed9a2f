/** The faults that the quotes API can be told to have, by name, with what a user of it then sees. */
export const FAULTS = {
  'no-limit': 'nobody is ever limited',
  'limit-too-low': 'the pro tier gets half of the requests that it pays for',
  'limit-untold': 'answers do not say what the limit is',
  'wait-untold': 'a limited caller is not told how long to wait',
  'fresh-for-free': 'the free tier sees quotes of this minute',
  'stale-for-all': 'every tier sees quotes a day late',
  'reports-for-free': 'the free tier can read reports',
  'no-exports': 'the enterprise tier is refused its exports',
  'forecast-for-pro': 'the pro tier sees forecasts',
  'pages-open': 'pages are as large as one asks for',
  'slow-reports': 'reports take a second',
  'slow-quotes': 'the list of quotes takes 700 ms',
  'slow-quote': 'single quotes take 450 ms',
  'errors-under-load': 'every tenth answer is a 500',
  'card-in-logs': 'the log has card numbers in clear text',
  'code-in-logs': 'the log has card codes in clear text',
  'mail-in-logs': 'the log has addresses of people',
  'token-in-logs': 'the log has API keys',
  'level-missing': 'some lines of the log have no level',
  'log-not-json': 'some lines of the log are no JSON',
  'card-echoed': 'a payment is answered with the number of its card',
  'hsts-missing': 'answers come without Strict-Transport-Security',
  'sniffing-allowed': 'answers come without X-Content-Type-Options',
  cacheable: 'answers may be kept by anybody on the way',
  banner: 'answers tell program and version of the server',
} as const;

export type FaultName = keyof typeof FAULTS;

export const isFaultName = (name: unknown): name is FaultName =>
  typeof name === 'string' && Object.hasOwn(FAULTS, name);

/** Names between commas. @throws RangeError for a name that is none */
export const readFaults = (list: string): FaultName[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      if (isFaultName(name)) return name;
      throw new RangeError(`expected one of ${Object.keys(FAULTS).join(', ')}, got ${name}`);
    });
