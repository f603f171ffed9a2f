/** What each tier of the API may do. */
export const TIERS = ['free', 'pro', 'team', 'enterprise'] as const;
export type Tier = (typeof TIERS)[number];

export interface TierRules {
  readonly requestsPerSecond: number;
  readonly pageSizeMax: number;
  readonly delayHours: number;
  readonly reports: boolean;
  readonly forecast: boolean;
  readonly exports: boolean;
}

export const RULES: { readonly [tier in Tier]: TierRules } = {
  free: { requestsPerSecond: 5, pageSizeMax: 10, delayHours: 24, reports: false, forecast: false, exports: false },
  pro: { requestsPerSecond: 20, pageSizeMax: 50, delayHours: 0, reports: true, forecast: false, exports: false },
  team: { requestsPerSecond: 50, pageSizeMax: 100, delayHours: 0, reports: true, forecast: true, exports: false },
  enterprise: {
    requestsPerSecond: 2000,
    pageSizeMax: 200,
    delayHours: 0,
    reports: true,
    forecast: true,
    exports: true,
  },
};

/** Requests of one key in one second. */
export interface Bucket {
  second: number;
  used: number;
}

/** Fixed windows of a second, one for each tier's key. */
export const takeOne = (
  bucket: Bucket,
  limit: number,
  nowMs: number,
): { readonly left: number; readonly isOver: boolean } => {
  const second = Math.floor(nowMs / 1000);
  if (bucket.second !== second) {
    bucket.second = second;
    bucket.used = 0;
  }
  bucket.used += 1;
  return { left: Math.max(0, limit - bucket.used), isOver: bucket.used > limit };
};
