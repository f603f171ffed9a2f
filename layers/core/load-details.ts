import type { LoadDefinition } from '#core/acts/load';
import { fieldOf, isJsonObject } from '#core/json-types';
import type { LoadFigures } from '#core/load-figures';
import type { LoadRules } from '#core/load-judge';
import type { Json } from '#core/units';

/** What a load leaves in its result: its figures, and what they are to be judged by once those of all shards are there. */
export interface LoadDetails {
  readonly figures: LoadFigures;
  readonly rules: LoadRules;
}

export const loadDetails = (figures: LoadFigures, { thresholds, soak, metrics }: LoadDefinition): LoadDetails => ({
  figures,
  rules: {
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(soak === undefined ? {} : { soak }),
    ...(metrics === undefined ? {} : { metrics }),
  },
});

/** `ProbeDetails.load` as the engine left it; undefined for anything else. */
export const readLoadDetails = (value: Json | undefined): LoadDetails | undefined => {
  const figures = isJsonObject(value) ? fieldOf(value, 'figures') : undefined;
  if (!isJsonObject(figures) || fieldOf(figures, 'version') !== 1 || !isJsonObject(fieldOf(figures, 'part')))
    return undefined;
  return value as unknown as LoadDetails;
};
