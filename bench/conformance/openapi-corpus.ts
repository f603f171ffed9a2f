/** Real OpenAPI documents: every one opens, with the operations that its index counts, and where one breaks its specification that is told. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '#core/units';
import { documentProblems } from '#engines/contract/document-rules';
import type { Contract } from '#engines/contract/model';
import { openContract } from '#engines/contract/open-contract';
import { validateResponse } from '#engines/contract/validate-response';
import { dataDir } from '../data-dir.ts';
import { figure } from '../figure.ts';
import type { Conformance, ConformanceLine } from './main.ts';

interface Listed {
  readonly file: string;
  readonly version: string;
  readonly title: string;
  readonly apiVersion: string;
  readonly operations: number;
  readonly webhooks: number;
}

const sameAsListed = (contract: Contract, listed: Listed): boolean =>
  contract.operations.length === listed.operations &&
  contract.webhooks.length === listed.webhooks &&
  contract.title === listed.title &&
  contract.apiVersion === listed.apiVersion &&
  listed.version.startsWith(contract.version);

/** Validators of every answer: none may fail to compile. */
const compileAll = ({ operations }: Contract): number => {
  let compiled = 0;
  for (const operation of operations)
    for (const { status, content } of operation.responses)
      for (const { mediaType, schema } of content) {
        if (schema === undefined) continue;
        const code = /^\d+$/u.test(status)
          ? Number(status)
          : status === 'default'
            ? 500
            : Number(`${status.charAt(0)}00`);
        const body = new TextEncoder().encode('null');
        validateResponse(operation, { status: code, headers: [['content-type', mediaType]], body });
        compiled += 1;
      }
  return compiled;
};

interface Measured extends ConformanceLine {
  readonly bytes: number;
  readonly openMs: number;
}

const measure = (folder: string, listed: Listed): Measured & { readonly [name: string]: unknown } => {
  const text = readFileSync(path.join(folder, listed.file), 'utf8');
  const start = performance.now();
  const document = JSON.parse(text) as Json;
  const contract = openContract(document);
  const opened = performance.now();
  const problems = documentProblems(document).filter(({ severity }) => severity === 'error');
  const checked = performance.now();
  const answers = compileAll(contract);
  return {
    ok: sameAsListed(contract, listed),
    conformance: 'openapi-corpus',
    file: listed.file,
    operations: contract.operations.length,
    webhooks: contract.webhooks.length,
    bytes: text.length,
    openMs: Math.round(opened - start),
    checkMs: Math.round(checked - opened),
    answers,
    compileMs: Math.round(performance.now() - checked),
    problems: problems.length,
    ...(problems[0] === undefined ? {} : { first: problems[0].message }),
  };
};

export const conformance: Conformance = async function* (options) {
  const folder = dataDir('openapi-corpus', options);
  const index = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as readonly Listed[];
  const lines: Measured[] = [];
  for (const listed of index) {
    const line = measure(folder, listed);
    lines.push(line);
    yield line;
  }
  const loaded = lines.filter(({ ok }) => ok).length;
  const largest = lines.reduce((one, other) => (other.bytes > one.bytes ? other : one), {
    ok: true,
    bytes: 0,
    openMs: 0,
  });
  yield figure(
    'openapi-corpus',
    'documents loaded, counts as listed',
    loaded,
    'documents',
    `= ${String(index.length)}`,
  );
  yield figure(
    'openapi-corpus',
    'opening all of them',
    lines.reduce((sum, { openMs }) => sum + openMs, 0),
    'ms',
  );
  yield figure(
    'openapi-corpus',
    `opening the largest (${(largest.bytes / 1e6).toFixed(1)} MB)`,
    largest.openMs,
    'ms',
    '< 2000',
  );
};
