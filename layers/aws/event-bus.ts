import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

import { awsCall } from '#aws/aws-failure';
import { clientOptions, lazily, until, type Endpoint } from '#aws/client-options';
import { problem } from '#core/problems';
import type { EventBus } from '#ports/telemetry';

const REQUEST_TIMEOUT_MS = 3_000;

/** Events of source `assay`. PutEvents answers 200 also when it refused an entry, so the entry's own answer is looked at. */
export const eventBridgeBus = (config: Endpoint & { readonly busName: string }): EventBus => {
  const client = lazily(() => new EventBridgeClient(clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS })));
  return {
    publish: async (detailType, detail, signal) => {
      const entry = {
        EventBusName: config.busName,
        Source: 'assay',
        DetailType: detailType,
        Detail: JSON.stringify(detail),
      };
      const command = new PutEventsCommand({ Entries: [entry] });
      const { Entries = [] } = await awsCall('EventBridge PutEvents', () => client().send(command, until(signal)));
      const refused = Entries.find(({ ErrorCode }) => ErrorCode !== undefined);
      if (refused !== undefined) {
        throw problem(
          'dependency-unavailable',
          `EventBridge refused ${detailType}: ${String(refused.ErrorCode)} ${refused.ErrorMessage ?? ''}`,
        );
      }
    },
  };
};
