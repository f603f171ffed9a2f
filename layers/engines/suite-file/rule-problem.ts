/** Something that a schema cannot say about a suite, by JSON Pointer into its expanded form. */
export interface RuleProblem {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  /** Whether the name of the field is at fault, or its value. */
  readonly at?: 'key' | 'value';
  /** The file and line that the problem is in, where that is not the file of the pointer. */
  readonly data?: { readonly file: string; readonly line: number };
}
