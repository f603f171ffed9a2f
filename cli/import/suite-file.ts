import { Document, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { SuiteDefinition } from '#core/suite';

/** A suite with what people are told about it in its file. */
export interface CommentedSuite {
  readonly definition: SuiteDefinition;
  /** Lines at the top of the file. */
  readonly heading: string;
  /** Lines above cases, by case id. */
  readonly comments: ReadonlyMap<string, string>;
}

const YAML = { lineWidth: 0, flowCollectionPadding: true, singleQuote: true } as const;
/** Short lists and objects are written on one line: `checks` of one status, ranges, captures. */
const FLOW_MAX = 90;

const asFlow = (node: unknown): void => {
  if ((!isMap(node) && !isSeq(node)) || node.items.length === 0) return;
  for (const item of node.items) {
    const inner = isPair(item) ? item.value : item;
    if ((isMap(inner) || isSeq(inner)) && inner.items.length > 4) return;
  }
  if (JSON.stringify(node.toJSON()).length <= FLOW_MAX) node.flow = true;
};

const FLOW_FIELDS = new Set(['tags', 'captures', 'uses', 'dependsOn', 'requires', 'headers', 'query']);

const tidyCase = (node: unknown): void => {
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name === 'request' && isMap(value))
      for (const part of value.items)
        if (isScalar(part.key) && FLOW_FIELDS.has(String(part.key.value))) asFlow(part.value);
    if (FLOW_FIELDS.has(name)) asFlow(value);
    if (name === 'checks' && isSeq(value)) for (const check of value.items) asFlow(check);
  }
};

const commentOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\u0085\u2028\u2029]/g, ' ').slice(0, 400))
    .join('\n');

/** A file that is not indented like ours begins with the document's first lines; YAML is written by its library, comments included. */
export const suiteFileText = ({ definition, heading, comments }: CommentedSuite): string => {
  const document = new Document(definition, { aliasDuplicateObjects: false });
  document.commentBefore = commentOf(heading);
  const cases = document.get('cases');
  if (isSeq(cases)) {
    cases.items.forEach((item, at) => {
      if (!isMap(item)) return;
      tidyCase(item);
      if (at > 0) item.spaceBefore = true;
      const comment = comments.get(definition.cases[at]?.id ?? '');
      if (comment !== undefined) item.commentBefore = commentOf(comment);
    });
  }
  for (const field of ['tags', 'uses']) asFlow(document.get(field));
  return document.toString(YAML);
};
