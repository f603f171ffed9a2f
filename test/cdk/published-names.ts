import { resourcesOf, synthesized } from './synthesized.ts';

/** What the stacks publish below `/assay/<stage>/`, read from the templates. */
export const NAMES: readonly string[] = Object.values(synthesized('prod').stacks).flatMap((template) =>
  resourcesOf(template, 'AWS::SSM::Parameter').map(([, { Properties }]) =>
    String(Properties['Name']).replace('/assay/prod/', ''),
  ),
);
