import { Ajv2020 } from 'ajv/dist/2020.js';
import { Pool } from 'undici';
import { CONCURRENCY, SCHEMA } from './requests.ts';

/** What somebody writes who needs nothing but the answers: an undici pool, JSON.parse, ajv; ten requests at a time. */
export const bareLoop = async (origin: string, requests: number): Promise<void> => {
  const pool = new Pool(origin, { connections: CONCURRENCY });
  const validate = new Ajv2020({ strict: false }).compile(SCHEMA);
  const headers = { accept: '*/*', 'user-agent': 'assay' };
  let next = 0;
  let passed = 0;
  const loop = async (): Promise<void> => {
    while (next < requests) {
      const at = next;
      next += 1;
      const { statusCode, body } = await pool.request({ method: 'GET', path: `/items/${String(at % 200)}`, headers });
      const value: unknown = JSON.parse(await body.text());
      if (statusCode === 200 && validate(value)) passed += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, loop));
  await pool.close();
  if (passed !== requests)
    throw new Error(`expected all requests to pass, got ${String(passed)} of ${String(requests)}`);
};
