import type { Json } from '#core/units';

/** Whether a status is one that was asked for: a number, or a class such as `2xx`. */
export const statusMatches = (status: number, wanted: Json): boolean =>
  typeof wanted === 'string' && /^[1-5]xx$/iu.test(wanted)
    ? Math.floor(status / 100) === Number(wanted[0])
    : Number(wanted) === status;
