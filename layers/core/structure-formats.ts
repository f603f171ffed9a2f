/** Forms of texts that an API promises by giving nothing else. `text` is any other. */
export const TEXT_FORMATS = [
  'date-time',
  'date',
  'time',
  'uuid',
  'uri',
  'path',
  'email',
  'ipv4',
  'digits',
  'decimal',
  'text',
] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

const FORMS: readonly (readonly [TextFormat, RegExp])[] = [
  [
    'date-time',
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/,
  ],
  ['date', /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/],
  ['time', /^\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:?\d{2})?$/],
  ['uuid', /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/],
  ['uri', /^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s]+$/],
  ['path', /^\/[^\s]*$/],
  ['email', /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/],
  ['ipv4', /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/],
  ['digits', /^\d+$/],
  ['decimal', /^-?\d+(?:\.\d+)?$/],
];

/** Longer texts are prose. */
const FORMED_CHARACTERS_MAX = 2000;

/** The first form that the whole text has. Linear in the text. */
export const formatOf = (text: string): TextFormat =>
  text.length > FORMED_CHARACTERS_MAX ? 'text' : (FORMS.find(([, form]) => form.test(text))?.[0] ?? 'text');
