import { S3Client } from '@aws-sdk/client-s3';

import { clientOptions, type Endpoint } from '#aws/client-options';

/** Objects reach some 100 MB; a connection that is silent for 20 s is lost. */
const REQUEST_TIMEOUT_MS = 20_000;

/**
 * S3 as Assay uses it. The one-machine cloud has no wildcard DNS, so buckets stand in the path there. Checksums are ours: the SDK adds
 * its own only where S3 demands one, which keeps presigned links free of a checksum nobody asked for.
 */
export const s3Client = (config: Endpoint): S3Client =>
  new S3Client({
    ...clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS }),
    forcePathStyle: config.endpointUrl !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

/** Links are for the moment of a click (requirement E5, F2): at most 300 s. */
const LINK_SECONDS_MAX = 300;
export const linkSeconds = (seconds: number): number => Math.max(1, Math.min(LINK_SECONDS_MAX, Math.floor(seconds)));
