/** C12: nothing starts with a secret, and no image that is not pinned or of a registry that is not allowed. */
import { describe, expect, test } from '@jest/globals';
import type { ToolDefinition } from '#core/acts/tool';
import type { ProbeReport } from '#engines/probe/probe';
import { toolProbe } from '#engines/tool/tool';
import { DEFINITION, context, tell, unused } from './tool-world.ts';

describe('a definition that is refused', () => {
  test.each<[Partial<ToolDefinition>, string]>([
    [
      { command: ['curl', '-H', 'Authorization: Bearer 4f9c2d7e81ab4f9c2d7e81ab0011'] },
      '/command/2: expected no secret: a tool is started without any, and suites hold none',
    ],
    [
      { env: { API_TOKEN: 'x' } },
      '/env/API_TOKEN: expected no secret: a tool is started without any, and suites hold none',
    ],
    [
      { env: { AWS_PROFILE: 'x' } },
      '/env/AWS_PROFILE: expected no secret: a tool is started without any, and suites hold none',
    ],
  ])('%#', async (definition, message) => {
    const { own, runs } = await tell({}, definition);

    expect(own.failure?.message).toBe(message);
    expect(runs).toEqual([]);
  });

  test('a secret of the run that was filled in is refused, wherever it stands', async () => {
    const secret = 'plain-looking-words';
    const places: readonly Partial<ToolDefinition>[] = [
      { command: ['run', secret] },
      { env: { BASE: `x ${secret}` } },
      { files: { 'a.json': `{"a":"${secret}"}` } },
      { files: { 'a.json': { base64: Buffer.from(secret).toString('base64') } } },
    ];

    for (const place of places) {
      const { own, runs } = await tell({}, place, secret);

      expect(own.failure?.message).toMatch(/expected no secret/u);
      expect(runs).toEqual([]);
    }
  });

  test('an image is checked, and errored where no containers can be started', async () => {
    const digest = 'a'.repeat(64);
    const { command: _, ...base } = DEFINITION;
    const told: (string | undefined)[] = [];
    for (const image of [
      'registry.example/k6:latest',
      `other.example/k6@sha256:${digest}`,
      `registry.example/k6@sha256:${digest}`,
    ]) {
      const reports: ProbeReport[] = [];
      const probe = toolProbe({ processes: { run: unused }, registries: ['registry.example'] });
      await probe({ ...base, image }, context(), (report) => reports.push(report));
      told.push(reports[0]?.failure?.message);
    }

    expect(told).toEqual([
      '/image: expected registry/name@sha256: and 64 hexadecimal digits, got registry.example/k6:latest',
      '/image: expected an image of an allowed registry (registry.example), got other.example',
      'expected a runner that starts containers for an image, got one that starts commands',
    ]);
  });
});
