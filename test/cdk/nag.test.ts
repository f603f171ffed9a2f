/**
 * cdk-nag's AwsSolutions and Serverless packs over every variant. The rules also run with all acknowledgements switched off, which shows
 * that the packs see the stacks and that no acknowledgement outlived its finding.
 */
import { describe, expect, test } from '@jest/globals';
import { synthesized, VARIANTS } from './synthesized.ts';
import type { Variant } from './synthesized.ts';

const PACKS = /^(AwsSolutions|Serverless)-/;

describe.each(Object.keys(VARIANTS) as Variant[])('%s', (variant) => {
  const { open, all, acknowledgements, messages } = synthesized(variant);
  const ours = acknowledgements.filter(({ rule }) => PACKS.test(rule));

  test('has no finding that nobody acknowledged', () => {
    expect(open).toEqual([]);
  });

  test('is really looked at', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all).toContainEqual({ rule: 'AwsSolutions-APIG3', path: 'Plane/Http/Api/DeploymentStage.v1/Resource' });
  });

  test('gives a reason of a sentence for each acknowledgement', () => {
    for (const { rule, path, reason } of ours)
      expect([rule, path, /^\S.{20,}[.:]?$/.test(reason)]).toEqual([rule, path, true]);
  });

  test('acknowledges nothing that is not found', () => {
    const idle = ours.filter(
      (one) => !all.some((finding) => finding.rule === one.rule && `${finding.path}/`.startsWith(`${one.path}/`)),
    );

    expect(idle).toEqual([]);
  });

  test('synthesizes without a warning', () => {
    expect(messages).toEqual([]);
  });
});
