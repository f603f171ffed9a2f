import {
  PutObjectCommand,
  type PutObjectCommandInput,
  type PutObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';

import { errorName, errorStatus, retried } from '#aws/aws-failure';
import { until } from '#aws/client-options';
import { problem } from '#core/problems';

/** Racing writers of one key: S3 answers 409 to all while it decides, and 412 to the losers afterwards. */
const CONFLICT_RETRY = { attemptsMax: 8, baseMs: 50, capMs: 2_000 } as const;

const isRace = (error: unknown): boolean =>
  errorName(error) === 'ConditionalRequestConflict' || errorStatus(error) === 409;
const isTaken = (error: unknown): boolean => errorName(error) === 'PreconditionFailed' || errorStatus(error) === 412;

/**
 * PUT with `If-None-Match: *`.
 *
 * @returns undefined when the key is taken, maybe by ourselves: a lost reply is repeated by the SDK
 * @throws dependency-unavailable when writers race for too long
 */
export const putIfNew = async (
  client: S3Client,
  input: PutObjectCommandInput,
  signal?: AbortSignal,
): Promise<PutObjectCommandOutput | undefined> => {
  const command = (): PutObjectCommand => new PutObjectCommand({ ...input, IfNoneMatch: '*' });
  try {
    return await retried(CONFLICT_RETRY, isRace, () => client.send(command(), until(signal)), signal);
  } catch (error) {
    if (isTaken(error)) return undefined;
    if (!isRace(error)) throw error;
    throw problem('dependency-unavailable', `S3 kept answering 409 for ${String(input.Key)}`, {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
};
