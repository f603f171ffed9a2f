/** One thing that a compiled validator found, in ajv's terms. */
export interface ValidationError {
  /** JSON Pointer to what was looked at. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
  /** Value of the keyword, and the schema it stands in. */
  readonly schema?: unknown;
  readonly parentSchema?: unknown;
  /** What came. */
  readonly data?: unknown;
}

/** A validator that ajv compiled when the contract was generated; `errors` belongs to the latest call. */
export interface Validator<T = unknown> {
  (data: unknown): data is T;
  readonly errors?: readonly ValidationError[] | null;
}
