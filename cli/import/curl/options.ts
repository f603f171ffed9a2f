import { usageFailure } from '../../cli-failure.ts';

/** One option of a command with its value, or an address. */
export interface CurlOption {
  /** Long name without hyphens; `url` for an address. */
  readonly name: string;
  readonly value: string;
}

const SHORT: { readonly [letter: string]: string } = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  u: 'user',
  b: 'cookie',
  G: 'get',
  k: 'insecure',
  L: 'location',
  I: 'head',
  A: 'user-agent',
  e: 'referer',
  o: 'output',
  O: 'remote-name',
  s: 'silent',
  S: 'show-error',
  v: 'verbose',
  i: 'include',
  f: 'fail',
  w: 'write-out',
  m: 'max-time',
  x: 'proxy',
  E: 'cert',
  T: 'upload-file',
  c: 'cookie-jar',
  D: 'dump-header',
  K: 'config',
  r: 'range',
  U: 'proxy-user',
  C: 'continue-at',
  z: 'time-cond',
  Y: 'speed-limit',
  y: 'speed-time',
  j: 'junk-session-cookies',
  n: 'netrc',
  N: 'no-buffer',
  g: 'globoff',
  J: 'remote-header-name',
  R: 'remote-time',
  a: 'append',
  l: 'list-only',
  q: 'disable',
  Z: 'parallel',
  h: 'help',
  V: 'version',
  p: 'proxytunnel',
  P: 'ftp-port',
  Q: 'quote',
  t: 'telnet-option',
  B: 'use-ascii',
  M: 'manual',
  '0': 'http1.0',
  '1': 'tlsv1',
  '2': 'sslv2',
  '3': 'sslv3',
  '4': 'ipv4',
  '6': 'ipv6',
  '#': 'progress-bar',
  ':': 'next',
};

const WITH_VALUE = new Set(
  `request header data data-raw data-binary data-ascii data-urlencode json form form-string user cookie user-agent referer url output write-out
   max-time connect-timeout proxy proxy-user cert key cacert capath cert-type key-type pass upload-file cookie-jar dump-header config range retry retry-delay
   retry-max-time resolve connect-to interface limit-rate max-redirs oauth2-bearer aws-sigv4 unix-socket ciphers tls-max tls13-ciphers proto proto-redir
   continue-at time-cond speed-limit speed-time noproxy socks5 socks5-hostname socks4 expect100-timeout keepalive-time local-port max-filesize
   trace trace-ascii stderr netrc-file request-target url-query variable dns-servers doh-url engine random-file rate service-name ftp-port quote
   telnet-option delegation output-dir create-file-mode happy-eyeballs-timeout-ms hostpubmd5 pinnedpubkey proxy-header preproxy curves`.split(
    /\s+/,
  ),
);

/** The options of one command, in their order. @throws CliFailure usage, when a value is missing */
export const curlOptions = (words: readonly string[], place: string): CurlOption[] => {
  const options: CurlOption[] = [];
  let isPlain = false;
  const valueAfter = (at: number, name: string): string => {
    const value = words[at + 1];
    if (value === undefined) throw usageFailure(`${place}: expected a value after ${name}, got the end of the command`);
    return value;
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (isPlain || !word.startsWith('-') || word === '-') options.push({ name: 'url', value: word });
    else if (word === '--') isPlain = true;
    else if (word.startsWith('--')) {
      const [, long = '', given] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
      if (!WITH_VALUE.has(long)) options.push({ name: long, value: '' });
      else if (given !== undefined) options.push({ name: long, value: given });
      else {
        options.push({ name: long, value: valueAfter(at, word) });
        at += 1;
      }
    } else {
      for (let letter = 1; letter < word.length; letter += 1) {
        const name = SHORT[word[letter] ?? ''] ?? '';
        if (name === '') throw usageFailure(`${place}: -${word[letter] ?? ''} is no option of curl that is known here`);
        if (!WITH_VALUE.has(name)) {
          options.push({ name, value: '' });
          continue;
        }
        const rest = word.slice(letter + 1);
        options.push({ name, value: rest === '' ? valueAfter(at, `-${word[letter] ?? ''}`) : rest });
        if (rest === '') at += 1;
        break;
      }
    }
  }
  return options;
};
