import type { LoadJudgement } from '#core/load-judge';
import type { LoadFigures } from '#core/load-figures';
import { Sketch } from '#core/sketch';

/** @throws what kept a load from having figures */
export const figuresOf = ({ figures, failure }: LoadJudgement): LoadFigures => {
  if (figures === undefined) throw new Error(failure?.message ?? 'expected figures of a load, got none');
  return figures;
};

export const latencyOf = (figures: LoadFigures, share: number): number =>
  Sketch.fromForm(figures.operations[0]!.latency).quantile(share) ?? Number.NaN;

export const serviceOf = (figures: LoadFigures, share: number): number =>
  Sketch.fromForm(figures.operations[0]!.service).quantile(share) ?? Number.NaN;
