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
] as const;

/** Names that are sensitive only as a whole; as a part they stand in harmless words. */
const SENSITIVE_KEYS_WHOLE = new Set([
  'auth',
  'pwd',
  'pin',
  'cvv',
  'cvc',
  'pan',
  'jwt',
  'sessionid',
  'sid',
  'signature',
  'xamzsignature',
]);

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_.\s]/g, '');

/** Tells sensitive names. `extra` are further parts that make a name sensitive. */
export const keyMatcher = (extra: readonly string[] = []): ((name: string) => boolean) => {
  const parts = [...SENSITIVE_KEY_PARTS, ...extra.map(plain).filter((part) => part !== '')];
  return (name) => {
    const key = plain(name);
    return SENSITIVE_KEYS_WHOLE.has(key) || parts.some((part) => key.includes(part));
  };
};

/** Whether values under this name are masked whatever they hold. */
export const isSensitiveKey = keyMatcher();
