/**
 * A redirect to each address that Assay refuses, in each spelling that some resolver takes for it. The API takes no environment that
 * allows such a host, so it is written behind the API's back: nothing but the address itself can be the reason. Loopback may be tested
 * on a one-machine cloud; there it is another server, which the environment does not name and which counts who comes.
 */
import type { CaseResult } from '#contracts/generated/types';
import { dynamoCatalog } from '#aws/dynamo-catalog';
import { TENANT } from '../../../local/cloud.ts';
import { AWS_ENVIRONMENT } from '../../../local/emulator.ts';
import { nameOf } from '../../../local/published-names.ts';
import { judged, resultsOf, said, unique } from './caller.ts';
import type { Fault } from './fault.ts';
import { shared } from './fault.ts';
import { startTarget } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'metadata 169.254.169.254': [
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '0xa9.0xfe.0xa9.0xfe',
    '0251.0376.0251.0376',
    '169.254.43518',
    '169.16689662',
    '[::ffff:169.254.169.254]',
    '[::ffff:a9fe:a9fe]',
    '[0:0:0:0:0:ffff:a9fe:a9fe]',
    '[::169.254.169.254]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b::169.254.169.254]',
    '[2002:a9fe:a9fe::1]',
    '169.254.169.254.',
    '%E2%91%A0%E2%91%A5%E2%91%A8.254.169.254',
  ],
  'metadata fd00:ec2::254': ['[fd00:ec2::254]', '[fd00:0ec2:0:0:0:0:0:0254]'],
  'task credentials 169.254.170.2': ['169.254.170.2', '2852039170', '[::ffff:169.254.170.2]'],
  'link-local': ['169.254.1.1', '[fe80::1]'],
  private: [
    '10.0.0.1',
    '0xa000001',
    '167772161',
    '012.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '[::ffff:10.0.0.1]',
    '[64:ff9b::a00:1]',
    '[fc00::1]',
    '[fd12:3456::1]',
  ],
  'shared 100.64/10': ['100.64.0.1', '1681915905', '[::ffff:100.64.0.1]'],
  unspecified: ['0.0.0.0', '0', '[::]'],
};

const LOOPBACK_KIND = 'loopback, not allowed';
/** Spellings of this machine's own address. */
const LOOPBACK = [
  '127.0.0.1',
  '2130706433',
  '0x7f.1',
  '0x7f000001',
  '0177.0.0.1',
  '127.1',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[::1]',
  'localhost',
  '0.0.0.0',
];

interface Spelling {
  readonly id: string;
  readonly kind: string;
  readonly host: string;
  readonly location: string;
}

const spellings = (port: string): readonly Spelling[] =>
  [
    ...Object.entries(REFUSED).flatMap(([kind, hosts]) =>
      hosts.map((host) => ({ kind, host, location: `http://${host}/` })),
    ),
    ...LOOPBACK.map((host) => ({ kind: LOOPBACK_KIND, host, location: `http://${host}:${port}/secret` })),
  ].map((spelling, index) => ({ ...spelling, id: `r${String(index)}` }));

/** Adds hosts to an environment as nobody can through the API. */
const allow = async ({ cloud }: World, name: string, allowHosts: readonly string[]): Promise<void> => {
  // The adapter reads region and credentials from the environment, as it does in a function.
  Object.assign(process.env, AWS_ENVIRONMENT);
  const catalog = dynamoCatalog({ tableName: nameOf(cloud.names, 'records/table-name'), endpointUrl: cloud.endpoint });
  const stored = await catalog.getEnvironment(TENANT, name);
  if (stored === undefined) throw new Error(`there is no environment ${name}`);
  const definition = { ...stored.definition, allowHosts };
  await catalog.putEnvironment({ ...stored, definition, revision: stored.revision + 1 }, stored.revision);
};

/** One run with a case a spelling. */
const run = shared(async (world: World) => {
  await using target = await startTarget();
  await using other = await startTarget(['/secret']);
  const all = spellings(new URL(other.url).port);
  for (const { id, location } of all)
    target.routes.set(`/${id}`, (response) => void response.writeHead(302, { location }).end());
  const cases = all.map(({ id }) =>
    get(id, { request: { method: 'GET', path: `/${id}`, followRedirects: true, timeoutMs: 5_000 } }),
  );
  const service = await register(world, { url: target.url, cases });
  const allowHosts = [
    ...new Set(
      Object.values(REFUSED)
        .flat()
        .flatMap((host) => (URL.canParse(`http://${host}/`) ? [new URL(`http://${host}/`).host] : [])),
    ),
  ];
  await allow(world, `${service}-env`, allowHosts);
  const { runId } = await world.startRun({ service, executor: 'lambda', shards: 1 });
  const { gate } = await judged(world.who, runId);
  return { all, answer: gate?.answer, visits: other.hits.length, results: await resultsOf(world.who, runId) };
});

const describeResult = (result: CaseResult | undefined): string => {
  const failure = result?.tries.at(-1)?.failure;
  return `${result?.verdict ?? 'no result'} ${failure?.type ?? ''} ${isByAddress(failure?.message) ? 'by its address' : 'by its host'}`;
};

/** Says the policy of addresses, not the list of hosts. */
const isByAddress = (message = ''): boolean => message.includes('to lead to an address that may be tested');

const redirect = ({ id, kind, host }: Spelling): Fault => ({
  fault: `redirect to a refused address: ${kind}, spelled ${host}`,
  expected: `errored refused_target ${kind === LOOPBACK_KIND ? 'by its host' : 'by its address'}`,
  provoke: async (world) => describeResult((await run(world)).results.find((result) => result.case === id)),
});

const nobodyCame: Fault = {
  fault: 'redirects to refused addresses, together',
  expected: 'not open; 0 requests at the server that is not allowed',
  provoke: async (world) => {
    const { answer, visits } = await run(world);
    return `${answer === 'open' ? 'open' : 'not open'}; ${String(visits)} requests at the server that is not allowed`;
  },
};

/** The same hosts as the target itself; loopback is allowed here. */
const asTarget: Fault = {
  fault: 'target refused: an environment at a refused address, in every spelling',
  expected: 'all refused: 422 target-refused, or 400 where it is no URL',
  provoke: async ({ who }) => {
    const hosts = Object.values(REFUSED).flat();
    const taken: string[] = [];
    for (const host of hosts) {
      const answer = await who.call('PUT', `/environments/${unique('env')}`, {
        targets: { default: `http://${host}` },
      });
      if (answer.status !== 400 && said(answer) !== '422 target-refused') taken.push(`${host}: ${said(answer)}`);
    }
    return {
      outcome: taken.length === 0 ? `all ${String(hosts.length)} refused` : `taken: ${taken.join(', ')}`,
      ok: taken.length === 0,
    };
  },
};

export const refusedRedirects: readonly Fault[] = [...spellings('0').map(redirect), nobodyCame, asTarget];
