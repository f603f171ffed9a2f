import { capitalised } from './load-contract.ts';
import type { Contract, Operation, Parameter } from './load-contract.ts';

/** Bytes of a body that is sent inline; larger ones go through POST /uploads. Lambda itself takes 6 MB. */
const BODY_BYTES_MAX = 1024 * 1024;

const tableName = (functionName: string): string =>
  functionName
    .split('-')
    .map((word, at) => (at === 0 ? word : capitalised(word)))
    .join('');

const parameterText = (validator: string, parameter: Parameter, contract: Contract): string => {
  const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
  const ref = parameter.schema['$ref'];
  const schema = typeof ref === 'string' ? contract.schemas[ref.slice(ref.lastIndexOf('/') + 1)] : parameter.schema;
  const fallback = parameter.schema['default'];
  const notFound = parameter['x-assay-not-found'];
  return `{ name: '${name}', in: '${parameter.in}', required: ${String(parameter.required ?? false)}, integer: ${String(schema?.['type'] === 'integer')},
    ${fallback === undefined ? '' : `default: ${JSON.stringify(fallback)},`} ${notFound === undefined ? '' : `notFound: '${notFound}',`} validate: ${validator} }`;
};

const bodyText = ({ body }: Operation): string =>
  body === undefined
    ? ''
    : `body: { schema: '${body.schema}', required: ${String(body.required)}, bytesMax: ${String(BODY_BYTES_MAX)}, validate: validate${body.schema} },`;

const routeText = (operation: Operation, contract: Contract): string => `{
  operationId: '${operation.operationId}', method: '${operation.method}', path: '${operation.path}', function: '${operation.function}', right: '${operation.right}',
  parameters: [${operation.parameters.map(({ validator, parameter }) => parameterText(validator, parameter, contract)).join(', ')}],
  ${bodyText(operation)}
}`;

/** One table of routes per function, so that a bundle holds only the validators of its own routes. */
export const writeRoutes = (contract: Contract): string => {
  const functions = [...new Set(contract.operations.map((operation) => operation.function))];
  const tables = functions.map((name) => {
    const own = contract.operations.filter((operation) => operation.function === name);
    const ids = own.map((operation) => `'${operation.operationId}'`).join(' | ');
    return `/** Routes of functions/${name}. */
export const ${tableName(name)}: readonly Route<${ids}>[] = [${own.map((operation) => routeText(operation, contract)).join(', ')}];`;
  });
  const validators = [
    ...contract.operations.flatMap((operation) => operation.parameters.map(({ validator }) => validator)),
    ...contract.operations.flatMap(({ body }) => (body === undefined ? [] : [`validate${body.schema}`])),
  ];
  return `import type { Route } from '../route.ts';
import { ${[...new Set(validators)].sort().join(', ')} } from './compiled.js';

${tables.join('\n\n')}
`;
};
