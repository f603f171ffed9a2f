/** Findings as SARIF 2.1.0 (OASIS), in the form that code hosts' alert pages read. The same findings give the same bytes. */
import type { CaseSummary } from '#core/case-summary';
import { graver } from '#core/finding';
import type { Finding, Severity } from '#core/finding';
import type { Json, JsonObject } from '#core/units';

/** A finding and the service whose API it is about. */
interface Told {
  readonly finding: Finding;
  readonly service: string;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** GitHub reads at most 25,000 results of a run and shows 5,000 (its documentation of SARIF support, read 2026-11-21). */
export const SARIF_RESULTS_MAX = 5000;

const LEVELS: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** CVSS-like figure that hosts sort by: above 9.0 critical, from 7.0 high, from 4.0 medium. */
const SCORES: { readonly [severity in Severity]: string } = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '1.0',
};

const given = (fields: { readonly [name: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined));

const tagsOf = ({ owasp, cwe, wfc, asvs }: Finding): readonly string[] => [
  'security',
  ...(cwe === undefined ? [] : [`external/cwe/${cwe.toLowerCase()}`]),
  ...(owasp === undefined ? [] : [`owasp-${owasp}`]),
  ...(asvs === undefined ? [] : [`asvs-${asvs}`]),
  ...(wfc === undefined ? [] : [`wfc-${wfc}`]),
];

const ruleOf = (finding: Finding): JsonObject => ({
  id: finding.check,
  name: finding.check.replaceAll(/(?:^|-)([a-z0-9])/gu, (_whole, letter: string) => letter.toUpperCase()),
  shortDescription: { text: finding.title },
  fullDescription: {
    text: finding.severityReason === undefined ? finding.title : `${finding.title}: ${finding.severityReason}.`,
  },
  ...(finding.remedy === undefined ? {} : { help: { text: finding.remedy } }),
  defaultConfiguration: { level: LEVELS[finding.severity] },
  properties: { tags: tagsOf(finding), 'security-severity': SCORES[finding.severity], precision: 'high' },
});

const requestOf = ({ request, response }: Finding): JsonObject =>
  request === undefined
    ? {}
    : {
        webRequest: given({
          protocol: 'HTTP',
          method: request.method,
          target: request.url,
          headers: Object.fromEntries(request.headers),
          body: request.body === undefined ? undefined : { text: request.body },
        }),
        ...(response === undefined
          ? {}
          : {
              webResponse: given({
                protocol: 'HTTP',
                statusCode: response.status,
                headers: Object.fromEntries(response.headers),
                body: response.body === undefined ? undefined : { text: response.body },
              }),
            }),
      };

/** Alerts want a file; which one describes an API is known where the report is read, so it is the usual name. */
const DOCUMENT = 'openapi.yaml';

const locationOf = ({ finding: { operation, place }, service }: Told): JsonObject => ({
  physicalLocation: { artifactLocation: { uri: DOCUMENT }, region: { startLine: 1 } },
  logicalLocations: [
    {
      fullyQualifiedName: [service, operation, place].filter((part) => part !== undefined).join(' '),
      name: operation ?? service,
      kind: 'resource',
    },
  ],
});

const resultOf = (told: Told, index: number): JsonObject => {
  const { finding } = told;
  return {
    ruleId: finding.check,
    ruleIndex: index,
    level: LEVELS[finding.severity],
    message: { text: finding.operation === undefined ? finding.message : `${finding.operation}: ${finding.message}` },
    locations: [locationOf(told)],
    partialFingerprints: { 'assayFinding/v1': finding.fingerprint },
    ...requestOf(finding),
    ...(finding.suppressed === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: `${finding.suppressed.reason} (until ${finding.suppressed.until}, approved by ${finding.suppressed.approver})`,
            },
          ],
        }),
    properties: given({ severity: finding.severity, curl: finding.curl, place: finding.place }),
  };
};

const RANK: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

const toldBy = (cases: readonly CaseSummary[]): readonly Told[] => {
  const told = new Map<string, Told>();
  const open = [...cases];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [service = ''] = next.suite.split('.');
    for (const finding of next.findings ?? []) {
      const key = `${service} ${finding.fingerprint}`;
      const known = told.get(key);
      told.set(key, { finding: known === undefined ? finding : graver(known.finding, finding), service });
    }
    open.push(...(next.rows ?? []));
  }
  return [...told]
    .sort(
      ([leftKey, { finding: left }], [rightKey, { finding: right }]) =>
        RANK.indexOf(left.severity) - RANK.indexOf(right.severity) ||
        (left.check < right.check ? -1 : left.check > right.check ? 1 : leftKey < rightKey ? -1 : 1),
    )
    .map(([, one]) => one);
};

/**
 * One run with a rule for each check that found something. The findings are masked already; nothing is masked here.
 *
 * @param cases   in any order: the result does not depend on it
 * @param version of this program, semantic
 * @returns a log with the worst SARIF_RESULTS_MAX findings, each fingerprint of a service once
 */
export const sarifLog = (cases: readonly CaseSummary[], version: string): JsonObject => {
  const all = toldBy(cases);
  const shown = all.slice(0, SARIF_RESULTS_MAX);
  const rules = new Map<string, Finding>();
  for (const { finding } of shown) if (!rules.has(finding.check)) rules.set(finding.check, finding);
  const ids = [...rules.keys()];
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Assay', semanticVersion: version, rules: [...rules.values()].map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: shown.map((told) => resultOf(told, ids.indexOf(told.finding.check))),
        ...(shown.length === all.length ? {} : { properties: { findingsLeftOut: all.length - shown.length } }),
      },
    ],
  };
};
