import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';

/**
 * Reads the value of PRIVATE_RANGES: CIDRs with commas between them, none when absent or empty.
 *
 * @throws Error that names what is no CIDR; meant for the cold start
 */
export const parseRanges = (text: string | undefined): readonly Cidr[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const range = parseCidr(part);
      if (range === undefined)
        throw new Error(`PRIVATE_RANGES must be CIDRs such as 10.0.0.0/8, got ${JSON.stringify(part)}`);
      return range;
    });
