import type { MultipartPart } from '#core/suite';
import { SHELL_VARIABLE } from './shell-words.ts';

/** Options that say how curl shows or keeps an answer: a suite looks at it itself. */
const ABOUT_OUTPUT = new Set(
  `silent show-error verbose include fail fail-with-body output remote-name write-out compressed globoff no-buffer dump-header cookie-jar junk-session-cookies
   progress-bar no-progress-meter remote-header-name remote-time output-dir max-time connect-timeout retry retry-delay retry-max-time retry-all-errors ipv4 ipv6 http1.0 http1.1
   http2 http2-prior-knowledge tlsv1 tlsv1.2 tlsv1.3 path-as-is parallel next user-agent referer trace trace-ascii stderr keepalive-time no-keepalive disable location-trusted`.split(
    /\s+/,
  ),
);

/** What the options of one command say so far. */
export interface Draft {
  method?: string;
  readonly urls: string[];
  readonly headers: (readonly [name: string, value: string])[];
  readonly data: string[];
  isJson: boolean;
  isEncoded: boolean;
  readonly parts: { [name: string]: MultipartPart };
  user?: string;
  bearer?: string;
  asQuery: boolean;
  isHead: boolean;
  follows: boolean;
  readonly notes: string[];
}

const fromFile = (draft: Draft, value: string, what: string): string => {
  draft.notes.push(`${what} comes from the file ${value}, which was not read: put its content in`);
  return 'content of the file';
};

const encodedData = (draft: Draft, value: string): string => {
  if (/^[^=]*@/.test(value))
    return `${value.split('@')[0] ?? ''}${value.startsWith('@') ? '' : '='}${encodeURIComponent(fromFile(draft, value.slice(value.indexOf('@') + 1), 'data'))}`;
  const at = value.indexOf('=');
  const content = at < 0 ? value : value.slice(at + 1);
  // Shell variables keep their marks, which no encoding would.
  const encoded = content
    .split(new RegExp(`(${SHELL_VARIABLE.source.replaceAll('(', '(?:')})`))
    .map((part, index) => (index % 2 === 0 ? encodeURIComponent(part) : part))
    .join('');
  return at <= 0 ? encoded : `${value.slice(0, at)}=${encoded}`;
};

const formPart = (draft: Draft, value: string, isText: boolean): void => {
  const at = value.indexOf('=');
  if (at <= 0) {
    draft.notes.push(`the form part ${JSON.stringify(value.slice(0, 60))} has no name and was left out`);
    return;
  }
  const [name, content] = [value.slice(0, at), value.slice(at + 1)];
  const [main = '', ...attributes] = isText ? [content] : content.split(';');
  const attribute = (key: string): string | undefined =>
    attributes
      .find((one) => one.trim().startsWith(`${key}=`))
      ?.trim()
      .slice(key.length + 1)
      .replaceAll('"', '');
  const type = attribute('type');
  const isFile = !isText && /^[@<]/.test(main);
  const fileName =
    attribute('filename') ??
    (isFile && main.startsWith('@') ? (main.slice(1).split(/[\\/]/).at(-1) ?? 'file') : undefined);
  draft.parts[name] = {
    value: isFile ? fromFile(draft, main.slice(1), `the part ${name}`) : main,
    ...(fileName === undefined ? {} : { fileName }),
    ...(type === undefined ? {} : { contentType: type }),
  };
};

const addData = (draft: Draft, text: string): void => {
  draft.data.push(text.startsWith('@') ? fromFile(draft, text.slice(1), 'the body') : text);
};

const addHeader = (draft: Draft, value: string): void => {
  if (value.startsWith('@')) {
    fromFile(draft, value.slice(1), 'a header');
    return;
  }
  const end = value.search(/[:;]|$/);
  draft.headers.push([value.slice(0, end).trim().toLowerCase(), value.slice(end + 1).trim()]);
};

const OPTIONS: { readonly [name: string]: (draft: Draft, value: string) => void } = {
  url: (draft, value) => void draft.urls.push(value),
  request: (draft, value) => void (draft.method = value.toUpperCase()),
  header: addHeader,
  data: addData,
  'data-ascii': addData,
  'data-binary': addData,
  'data-raw': (draft, value) => void draft.data.push(value),
  'data-urlencode': (draft, value) => {
    draft.data.push(encodedData(draft, value));
    draft.isEncoded = true;
  },
  json: (draft, value) => {
    addData(draft, value);
    draft.isJson = true;
  },
  form: (draft, value) => {
    formPart(draft, value, false);
  },
  'form-string': (draft, value) => {
    formPart(draft, value, true);
  },
  user: (draft, value) => void (draft.user = value),
  'oauth2-bearer': (draft, value) => void (draft.bearer = value),
  cookie: (draft, value) => void draft.headers.push(['cookie', value]),
  get: (draft) => void (draft.asQuery = true),
  head: (draft) => void (draft.isHead = true),
  location: (draft) => void (draft.follows = true),
  insecure: (draft) =>
    void draft.notes.push(
      '-k was left out: certificates are checked; give the environment the authority that signed them',
    ),
};

/** Takes one option in. */
export const applyOption = (draft: Draft, name: string, value: string): void => {
  const apply = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (apply !== undefined) apply(draft, value);
  else if (!ABOUT_OUTPUT.has(name)) draft.notes.push(`--${name} was not translated`);
};

export const newDraft = (): Draft => ({
  urls: [],
  headers: [],
  data: [],
  isJson: false,
  isEncoded: false,
  parts: {},
  asQuery: false,
  isHead: false,
  follows: false,
  notes: [],
});
