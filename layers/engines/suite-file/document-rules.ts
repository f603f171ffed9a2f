/** Documents of a suite: that they are there where they are named, and can be read where they must be OpenAPI. */
import { suggestion } from '#core/nearest-name';
import { referencedDocuments } from '#core/probe-references';
import { PROBE_ACTS } from '#core/suite';
import type { ProbeAct, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { openContract } from '#engines/contract/open-contract';
import type { RuleProblem } from '#engines/suite-file/rule-problem';

/** Acts that work through an OpenAPI document. */
const OF_OPENAPI: readonly ProbeAct[] = ['explore', 'scan', 'examples'];

const unknown = (name: string, pointer: string, names: readonly string[]): RuleProblem => ({
  code: 'unknown-document',
  pointer,
  message: `expected one of the suite's "documents", got "${name}"${suggestion(name, names)}${names.length === 0 ? ': there are none' : ''}`,
});

interface Wanted {
  readonly name?: string;
  readonly pointer: string;
}

/** Each place where an OpenAPI document is needed, with the name that stands there. */
const wantedContracts = ({ cases, contract }: SuiteDefinition): readonly Wanted[] => [
  ...(contract === undefined
    ? []
    : [{ pointer: '/contract', ...(contract.document === undefined ? {} : { name: contract.document }) }]),
  ...cases.flatMap((item, at) =>
    PROBE_ACTS.filter((act) => item[act] !== undefined && OF_OPENAPI.includes(act)).map((act): Wanted => {
      const name = item[act]?.['document'];
      const pointer = `/cases/${String(at)}/${act}`;
      return typeof name === 'string' ? { pointer, name } : { pointer };
    }),
  ),
];

const contractProblem = (document: Json, name: string): RuleProblem[] => {
  try {
    openContract(document);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ code: 'bad-document', pointer: `/documents/${name}`, message }];
  }
};

/** What is wrong with the documents of a suite and the names they are called by. */
export const documentProblems = (suite: SuiteDefinition): RuleProblem[] => {
  const documents = suite.documents ?? {};
  const names = Object.keys(documents);
  const stray = suite.cases.flatMap((item, at) =>
    referencedDocuments(item)
      .filter(({ name }) => !Object.hasOwn(documents, name))
      .map(({ name, pointer }) => unknown(name, `/cases/${String(at)}${pointer}`, names)),
  );
  const wanted = wantedContracts(suite);
  const unnamed = wanted
    .filter(({ name }) => name === undefined && names.length !== 1)
    .map(({ pointer }): RuleProblem => ({
      code: 'unknown-document',
      pointer,
      message:
        names.length === 0
          ? 'expected the suite to have an OpenAPI document ("documents: { api: { file: openapi.yaml } }"), got none'
          : `expected "document" to say which one, got several: ${names.join(', ')}`,
    }));
  const ofSuite = suite.contract?.document;
  const strayContract =
    ofSuite === undefined || Object.hasOwn(documents, ofSuite) ? [] : [unknown(ofSuite, '/contract/document', names)];
  const used = new Set(wanted.map(({ name = names[0] ?? '' }) => name));
  const unreadable = [...used].flatMap((name) =>
    documents[name] === undefined ? [] : contractProblem(documents[name], name),
  );
  return [...stray, ...strayContract, ...unnamed, ...unreadable];
};
