/**
 * The checks are not fitted to the example: another API with other habits (numbers for ids, envelopes that are always 200, a token in the
 * query, 404 for what is forbidden, PATCH below nested paths, Java's traces) is scanned with each of its own weaknesses.
 */
import { expect, test } from '@jest/globals';
import type { ScanDefinition } from '#core/acts/scan';
import { officeDocument, startOffice, type OfficeFlaw } from './post-office.ts';
import { scanAgainst, type Scanned } from './scan-context.ts';

const definition: ScanDefinition = {
  requestsPerSecond: 2000,
  identities: {
    mara: { query: { access_token: 'tok-mara-77120' } },
    nils: { query: { access_token: 'tok-nils-55310' } },
    odin: { role: 'clerk', query: { access_token: 'tok-odin-90017' } },
  },
  functions: [{ operations: ['/desk/**'], roles: ['clerk'] }],
};

const scanned = async (flaws: readonly OfficeFlaw[]): Promise<Scanned> => {
  const office = await startOffice(flaws);
  try {
    return await scanAgainst({ baseUrl: office.url, document: officeDocument }, definition);
  } finally {
    await office.close();
  }
};

const told = ({ findings }: Scanned): string[] =>
  findings.map(({ check, operation, place }) => [check, operation ?? 'API', place ?? ''].join(' | ')).sort();

/** The office has these two at any time: its credentials do go into the URL, and it reads bodies whatever their size. */
const ALWAYS = [
  'body-size | POST /parcels | body',
  'body-size | PUT /person | body',
  'body-size | PATCH /parcels/{parcelNo}/label | body',
  'credentials-in-url | API | ',
];

test('row 23: without a planted weakness only those that the office always has are found', async () => {
  expect(told(await scanned([]))).toEqual([...ALWAYS].sort());
}, 60_000);

test.each<readonly [OfficeFlaw, readonly string[]]>([
  ['parcels-shared', ['bola-read | GET /parcels/{parcelNo}/label | path parcelNo']],
  ['parcels-relabelled', ['bola-write | PATCH /parcels/{parcelNo}/label | path parcelNo']],
  ['clerk-desk-open', ['bfla | GET /desk/clerks | ']],
  ['rank-writable', ['mass-assignment | PUT /person | body /role']],
  ['tracking-sql', ['sql-injection | GET /offices | query city']],
  [
    'pin-shown',
    [
      'excessive-data | GET /person | answer /result/private_key',
      'excessive-data | PUT /person | answer /result/private_key',
    ],
  ],
  [
    'java-trace',
    ['stack-trace | GET /parcels/{parcelNo}/label | ', 'stack-trace | PATCH /parcels/{parcelNo}/label | '],
  ],
  ['desk-anonymous', ['auth-missing | GET /desk/clerks | ']],
  ['postcard-html', ['xss-reflected | GET /postcard | query motif']],
  ['v3-left', ['old-version | API | path v3']],
])(
  'row 24, row 28: %s is found where it is, and nothing else is',
  async (flaw, expected) => {
    expect(told(await scanned([flaw]))).toEqual([...ALWAYS, ...expected].sort());
  },
  60_000,
);
