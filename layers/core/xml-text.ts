import { maskSensitive } from '#core/masking';

/** Characters that XML 1.0 (section 2.2) cannot hold in any form: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const codeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  // A parser turns these into spaces inside an attribute unless they are written as references (section 3.3.3), and CR into LF anywhere.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** Entities stand where quotes were, so what looks sensitive can come to be here; the sealer reads the file as it is. */
const clean = (text: string): string => maskSensitive(text).text;

/** Text for element content. What XML cannot hold is shown as `\u0001`. */
export const xmlText = (text: string): string =>
  clean(text.replaceAll(FORBIDDEN, codeOf).replaceAll(/[&<>\r]/g, (character) => ENTITIES.get(character) ?? character));

/** Text for an attribute value in double quotes. */
export const xmlAttribute = (text: string): string =>
  clean(
    text
      .replaceAll(FORBIDDEN, codeOf)
      .replaceAll(/[&<>"'\t\n\r]/g, (character) => ENTITIES.get(character) ?? character),
  );

/** ` name="value"` for each attribute that is there. */
export const xmlAttributes = (attributes: { readonly [name: string]: string | number | undefined }): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlAttribute(String(value))}"`))
    .join('');
