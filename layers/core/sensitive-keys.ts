/** Names whose values are masked at any depth (F2.1), compared in lower case without `-`, `_`, `.` and spaces; a part is enough. */
const SENSITIVE_KEY_PARTS = [
  'token',
  'password',
  'passwd',
  'passphrase',
  'secret',
  'apikey',
  'accesskey',
  'privatekey',
  'authorization',
  'credential',
  'cookie',
  'cardverification',
  'securitycode',
] as const;

/** Names that are sensitive only as a whole; as a part they stand in harmless words. */
const SENSITIVE_KEYS_WHOLE = new Set([
  'auth',
  'pwd',
  'pin',
  'cvv',
  'cvv2',
  'cvc',
  'cvc2',
  'csc',
  'cardcode',
  'track1',
  'track2',
  'trackdata',
  'pan',
  'jwt',
  'sessionid',
  'sid',
  'signature',
  'xamzsignature',
]);

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_.\s]/g, '');

/** The names of fields and headers are few and come again with every answer; beyond this many they are forgotten and looked at anew. */
const NAMES_KNOWN_MAX = 2000;
/** Longer names are no names that come again. */
const NAME_CHARACTERS_KNOWN = 100;

/** Tells sensitive names. `extra` are further parts that make a name sensitive. */
export const keyMatcher = (extra: readonly string[] = []): ((name: string) => boolean) => {
  const parts = [...SENSITIVE_KEY_PARTS, ...extra.map(plain).filter((part) => part !== '')];
  const look = (name: string): boolean => {
    const key = plain(name);
    return SENSITIVE_KEYS_WHOLE.has(key) || parts.some((part) => key.includes(part));
  };
  const answers = new Map<string, boolean>();
  return (name) => {
    if (name.length > NAME_CHARACTERS_KNOWN) return look(name);
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = look(name);
    if (answers.size >= NAMES_KNOWN_MAX) answers.clear();
    answers.set(name, answer);
    return answer;
  };
};

/** Letters of a name with what `plain` takes out between them. */
const spaced = (name: string): string => Array.from(name).join('[-_.\\s]*');

const NAME_HINT = new RegExp(
  `${SENSITIVE_KEY_PARTS.map(spaced).join('|')}|(?<![a-z0-9])(?:${[...SENSITIVE_KEYS_WHOLE].map(spaced).join('|')})(?![a-z0-9])`,
);

/**
 * Whether a text can hold a sensitive name at all, of those without extra parts: true too often rather than too seldom, and never too
 * seldom for names that stand in the text as they are. Names that are escaped or encoded in it are the caller's to look for.
 */
export const mayHoldSensitiveName = (text: string): boolean => NAME_HINT.test(text.toLowerCase());

/** Whether values under this name are masked whatever they hold. */
export const isSensitiveKey = keyMatcher();
