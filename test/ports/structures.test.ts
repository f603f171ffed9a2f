import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';
import { historyFiles, structureFiles } from '#runner/kept-answers';
import { inMemoryHistory } from '../doubles/history.ts';
import { inMemoryStructures } from '../doubles/structures.ts';
import { historyContract, structureContract } from './structure-contract.ts';

const folder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'assay-kept-'));

describe('in memory', () => {
  structureContract(() => Promise.resolve(inMemoryStructures()));
  historyContract(() => Promise.resolve(inMemoryHistory()));
});

describe('in files', () => {
  structureContract(async () => structureFiles(await folder()));
  historyContract(async () => historyFiles(await folder()));
});
