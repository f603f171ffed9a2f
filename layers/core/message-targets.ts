/** Which queues, topics and buses a run may address: those of its environment that the deploy grants its tenant (C1.5). */
import { isJsonObject } from '#core/json-types';
import { problem } from '#core/problems';

/** ARNs. */
export interface MessageTargets {
  readonly queues?: readonly string[];
  readonly topics?: readonly string[];
  readonly buses?: readonly string[];
}

/** ARNs by tenant; one may end in `*`. */
export type MessageGrants = { readonly [tenant: string]: readonly string[] };

const ARN = /^arn:aws[a-z-]*:(?:sqs|sns|events):[a-z0-9-]+:\d{12}:(?:event-bus\/)?[\w.-]*\*?$/u;

const wrong = (got: unknown): Error =>
  problem(
    'config-missing',
    `MESSAGE_TARGETS: expected ARNs of queues, topics and buses by tenant, got ${JSON.stringify(got) ?? 'nothing'}`,
  );

/**
 * Reads what the deploy grants.
 *
 * @param text JSON; nothing is granted when it is absent or empty
 * @throws config-missing when it is something else
 */
export const parseMessageGrants = (text: string | undefined): MessageGrants => {
  if (text === undefined || text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong(text);
  }
  if (!isJsonObject(value)) throw wrong(value);
  for (const arns of Object.values(value)) {
    if (!Array.isArray(arns)) throw wrong(arns);
    for (const arn of arns as readonly unknown[]) if (typeof arn !== 'string' || !ARN.test(arn)) throw wrong(arn);
  }
  return value as unknown as MessageGrants;
};

const isGranted = (arn: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => (pattern.endsWith('*') ? arn.startsWith(pattern.slice(0, -1)) : arn === pattern));

/** What both the environment and the deploy allow; undefined when that is nothing. */
export const grantedTargets = (
  wanted: MessageTargets | undefined,
  grants: readonly string[] | undefined,
): MessageTargets | undefined => {
  const only = (arns: readonly string[] = []): readonly string[] => arns.filter((arn) => isGranted(arn, grants ?? []));
  const granted = { queues: only(wanted?.queues), topics: only(wanted?.topics), buses: only(wanted?.buses) };
  return Object.values(granted).every((arns) => arns.length === 0) ? undefined : granted;
};

/** `orders.fifo` of a queue or topic, `shop` of `event-bus/shop`. */
export const targetName = (arn: string): string => arn.split(':').slice(5).join(':').replace('event-bus/', '');

/**
 * The ARN that a suite means by an ARN or a name.
 *
 * @throws Error naming what was asked for and what there is
 */
export const targetArn = (kind: 'queue' | 'topic' | 'bus', asked: string, allowed: readonly string[] = []): string => {
  const found = allowed.filter((arn) => arn === asked || targetName(arn) === asked);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const among = allowed.length === 0 ? 'none' : allowed.map(targetName).join(', ');
  throw new Error(
    found.length > 1
      ? `expected one ${kind} named ${asked}, got ${String(found.length)}: use its ARN`
      : `expected a ${kind} that the environment lists under "messages" and the deploy grants (${among}), got ${asked}`,
  );
};
