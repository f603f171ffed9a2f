/** How a webhook or message that came is told among the checks of a case that failed, and recognised again where it is shown. */
import type { CheckOutcome } from '#core/case-result';

const CAME = /^(?:delivery|message) \d+ (?:to|from) .* came$/su;

/** @param piece `delivery 2 to "paid"` */
export const cameWords = (piece: string): string => `${piece} came`;

/** Whether an outcome is no check of the suite's but something that came. */
export const isCame = ({ check, passed }: CheckOutcome): boolean => passed && CAME.test(check);
