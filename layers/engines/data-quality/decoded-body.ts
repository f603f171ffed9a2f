const decoder = new TextDecoder('utf-8', { fatal: false });

/** A body as text; a byte order mark and bytes that are no UTF-8 do not stop it. */
export const decodedBody = (bytes: Uint8Array): string => decoder.decode(bytes);
