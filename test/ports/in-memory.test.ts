/** The doubles keep the contracts; test/e2e/ports.test.ts holds the AWS adapters to the same ones. */
import { suiteBodies } from '#aws/suite-bodies';
import {
  inMemoryAccess,
  inMemoryAudit,
  inMemoryBlobs,
  inMemoryCatalog,
  inMemoryDurations,
  inMemoryEvidence,
  inMemoryHooks,
  inMemoryLedger,
  inMemoryOrchestrator,
  inMemoryRuns,
  inMemoryFindings,
} from '../doubles/index.ts';
import { accessContract, auditContract } from './access-contract.ts';
import { attemptProperties } from './attempt-properties.ts';
import { blobContract, evidenceContract } from './blob-contract.ts';
import { catalogContract, durationsContract, suiteBodiesContract } from './catalog-contract.ts';
import { hookContract } from './hook-contract.ts';
import { ledgerContract } from './ledger-contract.ts';
import { orchestratorContract } from './orchestrator-contract.ts';
import { findingContract } from './finding-contract.ts';
import { runListContract } from './run-list-contract.ts';
import { runStoreContract } from './run-store-contract.ts';
import { freezeContract } from './freeze-contract.ts';
import { sealingContract } from './sealing-contract.ts';
import { shardContract } from './shard-contract.ts';

const catalog = inMemoryCatalog();
const runs = inMemoryRuns({ catalog });
const left = inMemoryLedger();
const open = () => ({ runs, catalog });

runStoreContract('in memory', open);
shardContract('in memory', open);
freezeContract('in memory', open);
sealingContract('in memory', open);
attemptProperties('in memory', open);
runListContract('in memory', open);
findingContract('in memory', inMemoryFindings);
catalogContract('in memory', () => catalog);
hookContract('in memory', inMemoryHooks);
ledgerContract('in memory', () => ({ left, catalog }));
durationsContract('in memory', inMemoryDurations);
suiteBodiesContract('in memory', () => {
  const blobs = inMemoryBlobs();
  return { blobs, bodies: suiteBodies(blobs) };
});
blobContract('in memory', () => inMemoryBlobs());
evidenceContract('in memory', () => inMemoryEvidence());
accessContract('in memory', () => inMemoryAccess());
auditContract('in memory', () => {
  const audit = inMemoryAudit();
  return {
    audit,
    entries: async (tenant) => Promise.resolve(audit.entries.filter((entry) => entry.tenant === tenant)),
  };
});
orchestratorContract('in memory', () => {
  const orchestrator = inMemoryOrchestrator();
  return { orchestrator, finished: async (name) => Promise.resolve(orchestrator.setStatus(name, 'SUCCEEDED')) };
});
