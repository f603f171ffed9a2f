/** What a script says, as far as it is read. */
export type Expression =
  | { readonly t: 'value'; readonly value: string | number | boolean | null | undefined }
  | { readonly t: 'regex'; readonly source: string }
  | { readonly t: 'name'; readonly name: string }
  | { readonly t: 'member'; readonly of: Expression; readonly name: string }
  | { readonly t: 'index'; readonly of: Expression; readonly index: Expression }
  | { readonly t: 'call'; readonly callee: Expression; readonly given: readonly Expression[] }
  | { readonly t: 'new'; readonly callee: Expression; readonly given: readonly Expression[] }
  | { readonly t: 'function'; readonly parameters: readonly string[]; readonly body: readonly Statement[] }
  | { readonly t: 'unary'; readonly op: string; readonly of: Expression }
  | { readonly t: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression }
  | { readonly t: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly t: 'assign'; readonly op: string; readonly to: Expression; readonly value: Expression }
  | { readonly t: 'list'; readonly items: readonly Expression[] }
  | { readonly t: 'object'; readonly fields: readonly (readonly [name: string, value: Expression])[] }
  | { readonly t: 'template'; readonly parts: readonly (string | Expression)[] };

export type Statement = (
  | { readonly t: 'expression'; readonly of: Expression }
  | { readonly t: 'declare'; readonly names: readonly (readonly [name: string, value: Expression | undefined])[] }
  | {
      readonly t: 'if';
      readonly test: Expression;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | { readonly t: 'block'; readonly body: readonly Statement[] }
  | { readonly t: 'return' }
  /** Loops and whatever else was not read. */
  | { readonly t: 'other' }
) & {
  /** As it was written. */
  readonly source: string;
  /** Line in the script, from 1. */
  readonly line: number;
};
