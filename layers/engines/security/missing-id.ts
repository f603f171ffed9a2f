/** Ids of the same form as one that exists, which exist nowhere. */

const HEX = '0123456789abcdef';

const shifted = (character: string, at: number, salt: number): string => {
  const step = 1 + ((at * 7 + salt * 3) % 5);
  if (/\d/u.test(character)) return String((Number(character) + step) % 10);
  if (/[a-f]/u.test(character)) return HEX.charAt(10 + ((character.charCodeAt(0) - 97 + step) % 6));
  if (/[A-F]/u.test(character)) return HEX.charAt(10 + ((character.charCodeAt(0) - 65 + step) % 6)).toUpperCase();
  if (/[g-z]/u.test(character)) return String.fromCharCode(103 + ((character.charCodeAt(0) - 103 + step) % 20));
  if (/[G-Z]/u.test(character)) return String.fromCharCode(71 + ((character.charCodeAt(0) - 71 + step) % 20));
  return character;
};

/**
 * @param salt another one gives another id
 * @returns for a number one with seven digits or more; a UUID keeps its version and variant; anything else keeps its kinds of characters
 */
export const missingId = (id: string, salt: number): string => {
  if (/^\d{1,7}$/u.test(id)) return String(9_730_000 + salt * 17 + Number(id.slice(-1)));
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu.test(id))
    return [...id].map((character, at) => (at === 14 || at === 19 ? character : shifted(character, at, salt))).join('');
  return [...id].map((character, at) => shifted(character, at, salt)).join('');
};
