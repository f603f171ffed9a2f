import type { GateReason, GateResult } from '#core/run';
import { maskSensitive } from '#core/sensitive-patterns';

/**
 * Most reasons that are kept with a gate result. 500 reasons of 500 bytes are 250 KB of JSON, about 20 KB compressed: far from the
 * 400 KB of a DynamoDB item. All failing cases stand in the results file; reasons are for reading.
 */
export const GATE_REASONS_MAX = 500;
/** Longer sentences are cut; a message may quote what the API under test answered. */
export const REASON_MESSAGE_CHARS_MAX = 2000;

const EFFECT_RANK = { shut: 0, inconclusive: 1, warn: 2, info: 3 } as const;

const shortened = (reason: GateReason): GateReason =>
  Math.max(reason.message.length, reason.detail?.length ?? 0) <= REASON_MESSAGE_CHARS_MAX
    ? reason
    : {
        ...reason,
        message: boundedText(reason.message, REASON_MESSAGE_CHARS_MAX),
        ...(reason.detail === undefined ? {} : { detail: boundedText(reason.detail, REASON_MESSAGE_CHARS_MAX) }),
      };

/**
 * The gate result with at most GATE_REASONS_MAX reasons, deciding ones first, and one `more-reasons` that counts the rest.
 *
 * Bounding twice is bounding once. A result within the bounds keeps its order.
 */
export const withBoundedReasons = (gate: GateResult): GateResult => {
  if (gate.reasons.length <= GATE_REASONS_MAX + 1) {
    const reasons = gate.reasons.map(shortened);
    if (reasons.length <= GATE_REASONS_MAX || reasons.at(-1)?.code === 'more-reasons') return { ...gate, reasons };
  }
  const ranked = [...gate.reasons].sort((a, b) => EFFECT_RANK[a.effect] - EFFECT_RANK[b.effect]);
  const kept = ranked.slice(0, GATE_REASONS_MAX).map(shortened);
  const rest = gate.reasons.length - kept.length;
  const more: GateReason = {
    code: 'more-reasons',
    message: `${rest} more reasons are not listed here; the results name every case.`,
    effect: 'info',
  };
  return { ...gate, reasons: [...kept, more] };
};

/** Reasons that AWS gives (a task's stop reason, the cause of a state) may be long; the shard item keeps this much of them. */
const TEXT_CHARS_MAX = 1000;

/**
 * The text, or the beginning of a longer one. A longer one is searched for sensitive values as a whole, because half of one is not
 * recognised, and again after the cut, which can make a value look sensitive that did not before.
 */
export const boundedText = (text: string, charsMax = TEXT_CHARS_MAX): string => {
  if (text.length <= charsMax) return text;
  const whole = maskSensitive(text).text;
  if (whole.length <= charsMax) return whole;
  return maskSensitive(`${whole.slice(0, charsMax - 1).toWellFormed()}…`).text;
};
