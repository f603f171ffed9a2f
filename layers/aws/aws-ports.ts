import { lazily } from '#aws/client-options';
import type { AwsConfig } from '#aws/config';
import { dynamoAccess, dynamoAudit } from '#aws/dynamo-access';
import { dynamoCatalog } from '#aws/dynamo-catalog';
import { dynamoDurations } from '#aws/dynamo-durations';
import { dynamoRuns } from '#aws/dynamo-runs';
import { ecsTasks } from '#aws/ecs-tasks';
import { eventBridgeBus } from '#aws/event-bus';
import { s3Blobs } from '#aws/s3-blobs';
import { s3Evidence } from '#aws/s3-evidence';
import { secretsManager } from '#aws/secrets-manager';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { suiteBodies } from '#aws/suite-bodies';

/**
 * Every port on AWS, each built when it is first asked for.
 *
 * This module pulls in every SDK client. A function bundle that counts its bytes imports the modules of its own ports instead
 * (`#aws/dynamo-runs`, `#aws/step-functions-orchestrator`, …): they take the same config.
 */
export const awsPorts = (config: AwsConfig) => {
  const ports = {
    runs: lazily(() => dynamoRuns(config)),
    catalog: lazily(() => dynamoCatalog(config)),
    durations: lazily(() => dynamoDurations(config)),
    access: lazily(() => dynamoAccess(config)),
    audit: lazily(() => dynamoAudit(config)),
    staging: lazily(() => s3Blobs({ ...config, bucket: config.stagingBucket })),
    catalogBlobs: lazily(() => s3Blobs({ ...config, bucket: config.catalogBucket })),
    evidence: lazily(() => s3Evidence({ ...config, bucket: config.evidenceBucket })),
    orchestrator: lazily(() => stepFunctionsOrchestrator(config, ecsTasks(config))),
    openSecrets: secretsManager(config),
    bus: lazily(() => eventBridgeBus(config)),
  };
  const bodies = lazily(() => suiteBodies(ports.catalogBlobs()));
  return {
    get runs() {
      return ports.runs();
    },
    get catalog() {
      return ports.catalog();
    },
    get suiteBodies() {
      return bodies();
    },
    get durations() {
      return ports.durations();
    },
    get access() {
      return ports.access();
    },
    get audit() {
      return ports.audit();
    },
    get staging() {
      return ports.staging();
    },
    get catalogBlobs() {
      return ports.catalogBlobs();
    },
    get evidence() {
      return ports.evidence();
    },
    get orchestrator() {
      return ports.orchestrator();
    },
    openSecrets: ports.openSecrets,
    get bus() {
      return ports.bus();
    },
  };
};

export type AwsPorts = ReturnType<typeof awsPorts>;
