import { boundedText } from '#core/bounded-reasons';
import { createMasker } from '#core/masking';

/**
 * What AWS said, as part of a sentence for people: masked, on one line, cut. Causes of Step Functions and ECS are pages of JSON and may
 * quote environments. Masked before lines are joined, because some forms are known by the line they stand on, and afterwards, because a
 * name and its value may stand on two; cut last, because half a secret is not recognised.
 */
export const outsideText = (text: string, charsMax: number): string => {
  const masker = createMasker();
  return boundedText(masker.maskText(masker.maskText(text).replaceAll(/\s+/g, ' ').trim()), charsMax);
};
