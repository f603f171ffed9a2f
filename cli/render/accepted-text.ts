import type { Resolved, RunAccepted, RunSelection } from '../plane/wire.ts';
import type { Paint } from './paint.ts';
import { counted } from './table.ts';

const FROM: { readonly [from: string]: string } = {
  'service-default': "the service's default",
  deployed: 'what is deployed there',
  newest: 'the newest registered',
  none: 'none registered',
};

const resolvedText = ({ environment, environmentFrom, version, versionFrom }: Resolved, paint: Paint): string => {
  const from = (text: string): string => (FROM[text] === undefined ? '' : paint.dim(` (${FROM[text]})`));
  return `environment ${environment}${from(environmentFrom)}, version ${version ?? 'unknown'}${from(versionFrom)}`;
};

/** A run that was accepted. */
export const acceptedText = (run: RunAccepted, paint: Paint, addressOf: (path: string) => string): string =>
  [
    `${paint.bold('run')} ${run.runId}${run.replayed ? paint.yellow('  this Idempotency-Key had started it before') : ''}`,
    `  ${run.name}`,
    `  ${counted(run.cases, 'case')} of ${counted(run.suites.length, 'suite')}: ${run.suites.join(', ')}`,
    `  ${resolvedText(run.resolved, paint)}`,
    ...(run.rerunOf === undefined ? [] : [`  again what did not pass in ${run.rerunOf}`]),
    `  ${paint.dim(addressOf(run.links.self))}`,
    '',
  ].join('\n');

const besides = ({ selection }: RunSelection): string => {
  const needed = selection.reduce((sum, { dependencies = [] }) => sum + dependencies.length, 0);
  return needed === 0 ? '' : ` and ${String(needed)} that they need`;
};

/** What a run would run. */
export const selectionText = (selection: RunSelection, paint: Paint): string =>
  [
    ...selection.selection.flatMap(({ suite, cases, dependencies = [] }) => [
      `${paint.bold(suite)}  ${counted(cases.length, 'case')}${dependencies.length === 0 ? '' : ` and ${String(dependencies.length)} that they need`}`,
      ...cases.map((id) => `  ${id}`),
      ...dependencies.map((id) => `  ${id}  ${paint.dim('(needed)')}`),
    ]),
    `${counted(selection.cases, 'case')}${besides(selection)}, ${resolvedText(selection.resolved, paint)}; nothing was started`,
    '',
  ].join('\n');
