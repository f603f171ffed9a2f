import fc from 'fast-check';

/**
 * Properties try the same values everywhere, so that a change and not chance decides whether it lands. To look further:
 * `ASSAY_PROPERTY_SEED=random npm test`, or the seed that a failure named.
 */
const SEED_DEFAULT = 20_261_121;
const asked = process.env['ASSAY_PROPERTY_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? SEED_DEFAULT : Number(asked) });
