/** Which targets of an environment a suite sends to, so that one that is not there is found before the first request. */
import { suggestion } from '#core/nearest-name';
import type { CaseDefinition, RequestTemplate, Step, SuiteDefinition } from '#core/suite';

export interface TargetUse {
  readonly name: string;
  /** JSON Pointer to where the suite names it; empty for the default target that nobody names. */
  readonly pointer: string;
}

const ofRequest = (request: Pick<RequestTemplate, 'target'> | undefined, pointer: string): TargetUse[] =>
  request === undefined ? [] : [{ name: request.target ?? '', pointer: `${pointer}/target` }];

const ofSteps = (steps: readonly Step[] | undefined, pointer: string): TargetUse[] =>
  (steps ?? []).flatMap(({ request }, at) => ofRequest(request, `${pointer}/${String(at)}/request`));

const ofCase = (item: CaseDefinition, at: number): TargetUse[] => {
  const pointer = `/cases/${String(at)}`;
  return [
    ...ofSteps(item.setup, `${pointer}/setup`),
    ...ofRequest(item.request, `${pointer}/request`),
    ...(item.creates ?? []).flatMap((made, index) =>
      ofRequest(made.delete, `${pointer}/creates/${String(index)}/delete`),
    ),
    ...ofSteps(item.teardown, `${pointer}/teardown`),
  ];
};

/** Every target that requests of a suite go to, each once, at the first place that names it. */
export const targetsOf = (suite: SuiteDefinition): readonly TargetUse[] => {
  const usual = suite.defaults?.target;
  const found = new Map<string, TargetUse>();
  for (const { name, pointer } of suite.cases.flatMap(ofCase)) {
    const use =
      name !== ''
        ? { name, pointer }
        : usual === undefined
          ? { name: 'default', pointer: '' }
          : { name: usual, pointer: '/defaults/target' };
    if (!found.has(use.name)) found.set(use.name, use);
  }
  return [...found.values()];
};

/** What a suite names and an environment has not, in words. */
export const unknownTargets = (
  suite: SuiteDefinition,
  targets: Iterable<string>,
): readonly (TargetUse & { readonly message: string })[] => {
  const known = [...targets];
  return targetsOf(suite)
    .filter(({ name }) => !known.includes(name))
    .map((use) => ({
      ...use,
      message: `expected one of the environment's targets (${known.join(', ') || 'none'}), got "${use.name}"${suggestion(use.name, known)}`,
    }));
};
