import { compile } from 'json-schema-to-typescript';
import ts from 'typescript';

import { capitalised, mapObjects, refName } from './load-contract.ts';
import type { Contract, Operation, Parameter, Schema } from './load-contract.ts';

/** Keywords of conditions, which say nothing that TypeScript could hold. */
const CONDITIONS = new Set([
  'if',
  'then',
  'else',
  'allOf',
  'not',
  'dependentRequired',
  'propertyNames',
  'contains',
  'title',
]);

const parametersSchema = (operation: Operation, where: Parameter['in']): Schema => {
  const own = operation.parameters.map(({ parameter }) => parameter).filter((parameter) => parameter.in === where);
  const nameOf = (parameter: Parameter): string => (where === 'header' ? parameter.name.toLowerCase() : parameter.name);
  return {
    type: 'object',
    additionalProperties: false,
    required: own.filter(({ required, schema }) => required === true || schema['default'] !== undefined).map(nameOf),
    properties: Object.fromEntries(own.map((parameter) => [nameOf(parameter), parameter.schema])),
  };
};

const PLACES = [
  ['Path', 'path'],
  ['Query', 'query'],
  ['Headers', 'header'],
] as const;

const readonlyTypes =
  (context: ts.TransformationContext) =>
  (root: ts.SourceFile): ts.SourceFile => {
    const { factory } = context;
    const constant = (): ts.Modifier[] => [factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)];
    const visit = (given: ts.Node): ts.Node => {
      const node = ts.visitEachChild(given, visit, context);
      if (ts.isPropertySignature(node)) {
        return factory.updatePropertySignature(node, constant(), node.name, node.questionToken, node.type);
      }
      if (ts.isIndexSignatureDeclaration(node)) {
        return factory.updateIndexSignature(node, constant(), node.parameters, node.type);
      }
      if (ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node)) {
        return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, node);
      }
      return node;
    };
    return ts.visitEachChild(root, visit, context);
  };

/** Values of the contract are never changed in place. */
const asReadonly = (text: string): string => {
  const source = ts.createSourceFile('types.ts', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const [changed] = ts.transform(source, [readonlyTypes]).transformed;
  if (changed === undefined) throw new Error('the types could not be printed');
  return ts.createPrinter().printFile(changed);
};

const operationText = (operation: Operation): string => {
  const name = capitalised(operation.operationId);
  const answers = operation.answers.map((answer) => (answer === 'text' ? 'string' : answer));
  return `readonly ${operation.operationId}: {
    readonly path: ${name}Path; readonly query: ${name}Query; readonly headers: ${name}Headers;
    readonly body: ${operation.body === undefined ? 'undefined' : operation.body.schema + (operation.body.required ? '' : ' | undefined')};
    readonly answer: ${answers.length === 0 ? 'undefined' : answers.join(' | ')};
  };`;
};

/** Types of every schema and operation, all readonly. */
export const writeTypes = async (contract: Contract): Promise<string> => {
  const definitions: Record<string, unknown> = {};
  const plain = (schema: Schema): unknown =>
    mapObjects(schema, (object) => {
      const kept = Object.fromEntries(
        Object.entries(object).filter(([key, value]) => !CONDITIONS.has(key) || typeof value === 'string'),
      );
      const ref = kept['$ref'];
      return typeof ref === 'string' ? { $ref: `#/definitions/${refName(ref)}` } : kept;
    });
  for (const [name, schema] of Object.entries(contract.schemas)) definitions[name] = plain(schema);
  for (const operation of contract.operations) {
    for (const [suffix, where] of PLACES)
      definitions[capitalised(operation.operationId) + suffix] = plain(parametersSchema(operation, where));
  }
  const root = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(definitions).map((name) => [name, { $ref: `#/definitions/${name}` }])),
    definitions,
  };
  const text = await compile(root as Parameters<typeof compile>[0], 'EverySchema', {
    additionalProperties: false,
    bannerComment: '',
    format: false,
    ignoreMinAndMaxItems: true,
  });
  return `${asReadonly(text)}
/** What each operation takes and answers. */
export interface Operations {
  ${contract.operations.map(operationText).join('\n  ')}
}

export type OperationId = keyof Operations;
`;
};
