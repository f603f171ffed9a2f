/** What a tool printed and reported, as it may be kept. */

/** Characters of stdout, and of stderr: the beginning and the end of longer ones. */
const OUTPUT_CHARS_MAX = 64 * 1024;
/** Characters of the report as evidence; its cases are kept as results whatever its length. */
const REPORT_CHARS_MAX = 256 * 1024;
/** No secret is longer. What is this near to a cut may be a part of one, which nobody recognises. */
const EDGE_CHARS = 8192;

type Mask = (text: string) => string;

/** The beginning of a text, masked before its end is cut off. */
const beginning = (text: string, max: number, mask: Mask): string =>
  mask(text.slice(0, max + EDGE_CHARS)).slice(0, -EDGE_CHARS);

const ending = (text: string, max: number, mask: Mask): string =>
  mask(text.slice(-(max + EDGE_CHARS))).slice(EDGE_CHARS);

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Both ends of what was printed, masked. */
export const keptOutput = (bytes: Uint8Array, mask: Mask): string => {
  const text = decode(bytes);
  if (text.length <= OUTPUT_CHARS_MAX) return mask(text);
  const half = OUTPUT_CHARS_MAX / 2;
  const left = text.length - 2 * half;
  return `${beginning(text, half, mask)}\n… ${String(left)} characters …\n${ending(text, half, mask)}`;
};

/** The report, masked; its beginning when it is long. */
export const keptReport = (bytes: Uint8Array, mask: Mask): string => {
  const text = decode(bytes);
  return text.length <= REPORT_CHARS_MAX ? mask(text) : `${beginning(text, REPORT_CHARS_MAX, mask)}…`;
};

/** The last line that says something, for a message. */
export const lastLine = (bytes: Uint8Array, mask: Mask): string => {
  const text = decode(bytes.subarray(-EDGE_CHARS));
  const line = mask(text).trim().split('\n').at(-1) ?? '';
  return line.length <= 300 ? line : `${line.slice(0, 299)}…`;
};
