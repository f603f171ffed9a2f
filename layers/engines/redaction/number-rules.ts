import { passesLuhn } from '#core/sensitive-patterns';

/** Issuers' prefixes with the lengths they give out: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro. */
const CARD_FORMS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}|3[47]\d{13}|(?:6011|65\d{2}|64[4-9]\d)\d{12,15}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12,15}|62\d{14,17}|(?:5018|5020|5038|6304|6759|676[1-3])\d{12})$/;

/** Digits, with or without separators, that an issuer of cards could have given out (ISO/IEC 7812). */
export const isCardNumber = (text: string): boolean => {
  const digits = text.replaceAll(/\D/g, '');
  return CARD_FORMS.test(digits) && passesLuhn(digits);
};

/** Characters of an IBAN by country, as the registry of SWIFT lists them. */
const IBAN_LENGTHS: { readonly [country: string]: number } = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24,
  DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27,
  GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20,
  LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28,
  PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28,
  TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
}; // prettier-ignore

/** Remainder of division by 97 over letters as 10 to 35 (ISO 7064, MOD 97-10). */
const mod97 = (text: string): number => {
  let rest = 0;
  for (const letter of text) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
};

/**
 * The IBAN that begins a text, in one piece or in groups of four, with its check digits right (ISO 13616).
 *
 * @returns its length in the text; undefined when there is none, or when it goes on after its country's length
 */
export const ibanAt = (text: string): number | undefined => {
  const wanted = IBAN_LENGTHS[text.slice(0, 2).toUpperCase()];
  if (wanted === undefined) return undefined;
  const separator = /[ -]/.exec(text[4] ?? '')?.[0] ?? '';
  let plain = '';
  let end = 0;
  while (plain.length < wanted && end < text.length) {
    if (separator !== '' && plain.length > 0 && plain.length % 4 === 0 && text[end] === separator) end += 1;
    const letter = text[end] ?? '';
    if (!/^[A-Za-z0-9]$/.test(letter)) return undefined;
    plain += letter;
    end += 1;
  }
  if (plain.length < wanted || /^[A-Za-z0-9]/.test(text.slice(end))) return undefined;
  const upper = plain.toUpperCase();
  return mod97(`${upper.slice(4)}${upper.slice(0, 4)}`) === 1 ? end : undefined;
};

/** Nine digits that could be a social security number: areas 000, 666 and 900 to 999, group 00 and serial 0000 were never given out. */
export const isSsn = (text: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(text.replaceAll(/[ -]/g, ''));

/** Country codes of the E.164 numbering plan by their first digits. */
const COUNTRY_CODES =
  /^(?:1|7|2(?:0|7|[1-6]\d|[89]\d)|3(?:[0-469]|[578]\d)|4(?:[013-9]|2\d)|5(?:[1-8]|[09]\d)|6(?:[0-6]|[7-9]\d)|8(?:[1246]|[0578]\d)|9(?:[0-58]|[679]\d))/;

/** Digits after the plus sign of an international number. */
export const isInternationalNumber = (digits: string): boolean =>
  digits.length >= 9 && digits.length <= 15 && COUNTRY_CODES.test(digits) && !/^(\d)\1+$/.test(digits);
