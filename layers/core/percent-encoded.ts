/** A part of a form, query or path: what stands between the marks that split those. */
const ENCODED_PART = /[^\s"'`<>&?=#/;,(){}[\]|\\]*%[0-9A-Fa-f]{2}[^\s"'`<>&?=#/;,(){}[\]|\\]*/g;

/** Encodings of encodings that are undone. */
const ROUNDS_MAX = 3;

const decoded = (part: string): string => {
  let text = part;
  for (let round = 0; round < ROUNDS_MAX && text.includes('%'); round += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      // Bytes that are no UTF-8, or a sign that encodes nothing: each pair for itself, as far as it is ASCII.
      text = text.replaceAll(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  }
  return text;
};

/**
 * Masks what percent-encoding hides: each encoded part is decoded, and where the mask changes it, it is written anew, encoded once. Parts in
 * which nothing is found stay character for character.
 */
export const maskPercentEncoded = (text: string, mask: (plain: string) => string): string =>
  text.includes('%')
    ? text.replace(ENCODED_PART, (part) => {
        const plain = decoded(part);
        if (plain === part) return part;
        const masked = mask(plain);
        return masked === plain ? part : encodeURIComponent(masked.toWellFormed());
      })
    : text;
