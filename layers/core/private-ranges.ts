import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { problem } from '#core/problems';

/**
 * Reads the value of PRIVATE_RANGES: CIDRs with commas between them, none when absent or empty.
 *
 * @throws config-missing naming the part that is no range, at the cold start: a typo must not open or close a network silently
 */
export const parseRanges = (text: string | undefined): readonly Cidr[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const range = parseCidr(part);
      if (range === undefined)
        throw problem(
          'config-missing',
          `PRIVATE_RANGES: expected ranges such as 10.0.0.0/8, got ${JSON.stringify(part)}`,
        );
      return range;
    });
