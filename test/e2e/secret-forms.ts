const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A secret in the forms in which it comes back from APIs and is written down, by the name of the form. */
export const formsOf = (secret: string): { readonly [form: string]: string } => ({
  raw: secret,
  json: escaped(secret),
  // Bodies are texts in results, and results are JSON once more in what is printed of them.
  'json in json': escaped(escaped(secret)),
  'json in json in json': escaped(escaped(escaped(secret))),
  url: encodeURIComponent(secret),
  base64: Buffer.from(secret).toString('base64'),
  base64url: Buffer.from(secret).toString('base64url'),
  hex: Buffer.from(secret).toString('hex'),
  reversed: [...secret].reverse().join(''),
});
