/** In-memory implementations of every port, held to the contracts in test/ports. */
export { inMemoryAccess, inMemoryAudit, inMemorySecrets, type InMemoryAudit } from './access.ts';
export { inMemoryBlobs, inMemoryEvidence, type InMemoryBlobs, type InMemoryEvidence } from './blobs.ts';
export { inMemoryCatalog, inMemoryDurations } from './catalog.ts';
export { inMemoryHooks } from './hooks.ts';
export { inMemoryLedger, type InMemoryLedger } from './ledger.ts';
export {
  inMemoryOrchestrator,
  recordingTaskToken,
  type InMemoryOrchestrator,
  type RecordingTaskToken,
} from './orchestrator.ts';
export { inMemoryRuns } from './runs.ts';
export {
  recordingBus,
  recordingLog,
  recordingMetrics,
  silentLog,
  type RecordingBus,
  type RecordingLog,
  type RecordingMetrics,
} from './telemetry.ts';
export { inMemoryDriftLog, type InMemoryDriftLog } from './drift-log.ts';
export { inMemoryFindings } from './findings.ts';
export { fixedClock, seededRandom, virtualClock, type FixedClock, type VirtualClock } from './time.ts';
