/**
 * What no sensitive value can be without. The patterns for the values themselves look around every place of a text, which took a third of
 * a case's time; nearly all texts hold none of these few marks and need no further look.
 */

/**
 * A mark of each pattern but the password in an address, which has two. The first part is what could hide one: a backslash may begin an
 * escape, and control characters become one when the text is written as JSON. Cards begin with 2 to 6.
 */
const MARK =
  /[\\\0-\x08\v\f\x0e-\x1f]|-----BEGIN |eyJ|[Bb](?:[Ee][Aa][Rr][Ee][Rr]|[Aa][Ss][Ii][Cc])|A(?:[KS]IA|Iza)|[rs]k_(?:live|test)_|whsec_|g(?:h[pousr]_|ithub_pat_|lpat-)|xox[abeprs]-|[2-6]\d{3}(?:\d{9}|[ -]\d{4}(?:\d{2}[ -]|[ -]\d{4}))/;

/** False only for a text in which, and in whose JSON form, no pattern of core/sensitive-patterns finds anything. */
export const mayHoldSensitive = (text: string): boolean =>
  MARK.test(text) || (text.includes('://') && text.includes('@'));
