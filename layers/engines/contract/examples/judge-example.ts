import type { CheckOutcome } from '#core/case-result';
import { shortJson } from '#core/json-types';
import type { ContractProblem, Judging } from '#engines/contract/contract-problem';
import type { OperationExample, SchemaExample } from '#engines/contract/examples/collect-examples';
import { valueProblems } from '#engines/contract/message-parts';
import { bodyKind } from '#engines/contract/media-types';
import { readBody } from '#engines/contract/read-body';
import type { Direction } from '#engines/contract/projection';
import { typesOf } from '#engines/contract/coerce';
import { validatorsOf } from '#engines/contract/validators';
import { schemaProblems } from '#engines/contract/contract-problem';
import type { Operation } from '#engines/contract/model';

export interface JudgedExample {
  readonly check: CheckOutcome;
  /** What the document does not name, when not looked at strictly. */
  readonly undeclared: readonly ContractProblem[];
}

const nameOf = ({ place, example }: OperationExample): string =>
  `${place}: example${example.name === undefined ? '' : ` "${example.name}"`} matches its schema`;

const outcome = (check: string, pointer: string, problems: readonly ContractProblem[]): CheckOutcome => {
  const [first] = problems;
  if (first === undefined) return { check, passed: true, path: pointer };
  const more = problems.length > 1 ? ` (and ${String(problems.length - 1)} more)` : '';
  const where = first.payloadPointer === '' ? '' : ` at ${first.payloadPointer}`;
  const message = `example ${pointer}: expected ${first.expected}${where}, got ${first.got} (schema ${first.documentPointer})${more}`;
  return { check, passed: false, expected: first.expected, got: first.got, path: pointer, message };
};

/** The value that a schema can be asked about; undefined for text of a format that is not read here, such as XML. */
const valueOf = ({ example, media, view }: OperationExample): { readonly value: typeof example.value } | undefined => {
  if (media === undefined || view === undefined)
    return example.isSerialized === true ? undefined : { value: example.value };
  const kind = bodyKind(media.mediaType);
  if (example.isSerialized === true || (typeof example.value === 'string' && kind !== 'json')) {
    const text = typeof example.value === 'string' ? example.value : shortJson(example.value, Infinity);
    const read = readBody(new TextEncoder().encode(text), media.mediaType, media);
    if ('value' in read) return read;
    // A text of a media type that is not read here: only a schema of texts has something to say.
    return typesOf(view).has('string') ? { value: example.value } : undefined;
  }
  return { value: example.value };
};

/** One example against its schema; undefined where there is nothing to hold it against. */
export const judgeExample = (judging: Judging, one: OperationExample): JudgedExample | undefined => {
  const { view, example, direction } = one;
  const found = valueOf(one);
  if (view === undefined || found === undefined) return undefined;
  const place = { kind: 'body', documentPointer: view.pointer, payloadPointer: '' } as const;
  const bytes = shortJson(found.value, Infinity).length;
  const problems = valueProblems(judging, view, found.value, place, { direction, bytes });
  return {
    check: outcome(
      nameOf(one),
      example.pointer,
      problems.filter(({ severity }) => severity === 'error'),
    ),
    undeclared: problems.filter(({ severity }) => severity === 'warning'),
  };
};

const DOCUMENT: Pick<Operation, 'id'> = { id: 'the document' };

/** An example inside a schema: of a request or of an answer, it does not say which. */
export const judgeSchemaExample = ({ view, value, pointer, isDefault }: SchemaExample): CheckOutcome => {
  const bytes = shortJson(value, Infinity).length;
  const judging: Judging = { operation: DOCUMENT as Operation, strict: false };
  const place = { kind: 'body', documentPointer: view.pointer, payloadPointer: '' } as const;
  const either = (['response', 'request'] satisfies Direction[]).map((direction) =>
    schemaProblems(judging, place, validatorsOf(view, direction).check(view, value, bytes)),
  );
  const problems = either.find((one) => one.length === 0) ?? either[0] ?? [];
  return outcome(`${isDefault ? 'default' : 'example'} of a schema matches it`, pointer, problems);
};
