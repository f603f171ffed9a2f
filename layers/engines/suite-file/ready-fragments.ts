/** Fragments that come with the product (C1.4). They are included like any other. */
import { cachingFragment } from '#engines/suite-file/ready-caching';
import { healthFragment } from '#engines/suite-file/ready-health';
import { idProbesFragment } from '#engines/suite-file/ready-id-probes';
import type { ReadyFragment } from '#engines/suite-file/ready-parameters';

export const READY_FRAGMENTS: ReadonlyMap<string, ReadyFragment> = new Map([
  ['assay/id-probes', idProbesFragment],
  ['assay/health', healthFragment],
  ['assay/caching', cachingFragment],
]);
