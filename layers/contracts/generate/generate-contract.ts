import { format } from 'prettier';

import { loadContract } from './load-contract.ts';
import { writeRoutes } from './write-routes.ts';
import { writeTypes } from './write-types.ts';
import { writeCompiled, writeDeclarations } from './write-validators.ts';

const HEADER = '// Made by layers/contracts/generate/main.ts from openapi.json and suite.schema.json. Change those.\n';

const pretty = (text: string, parser: 'typescript' | 'babel'): Promise<string> =>
  format(HEADER + text, { parser, singleQuote: true, printWidth: 120, trailingComma: 'all' });

/** Text of every generated file, by its name; the same contract gives the same bytes. */
export const generateContract = async (): Promise<{ readonly [file: string]: string }> => {
  const contract = await loadContract();
  const served = JSON.stringify(contract.document);
  return {
    'types.ts': await pretty(await writeTypes(contract), 'typescript'),
    'routes.ts': await pretty(writeRoutes(contract), 'typescript'),
    'compiled.js': await pretty(writeCompiled(contract), 'babel'),
    'compiled.d.ts': await pretty(writeDeclarations(contract), 'typescript'),
    'validators.ts': await pretty(`export * from './compiled.js';\n`, 'typescript'),
    'openapi-document.ts': await pretty(
      `/** The OpenAPI document as it is served: JSON text. */\nexport const openApiDocument: string = ${JSON.stringify(served)};\n`,
      'typescript',
    ),
  };
};
