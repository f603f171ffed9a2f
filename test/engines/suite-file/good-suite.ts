import { formatFileProblem, parseSuiteFile } from '#engines/suite-file/parse-suite';

/** A suite file without a mistake; tests break it in one place. */
export const GOOD = `suite: checkout
service: shop
uses: [apiKey]
variables: { currency: EUR, mail: 'u-{{run.id}}@example.com' }
cases:
  - id: login
    token: true
    request: { method: POST, path: /login, json: { key: '{{apiKey}}' } }
    checks: [{ status: 200 }]
    captures: { token: { path: $.token } }
  - id: list
    request: { method: GET, path: /orders, headers: { Authorization: 'Bearer {{token}}' }, query: { mail: '{{mail}}' } }
    checks: [{ status: [200, 2xx] }, { path: '$.items[*].id', contains: 3, type: array }, { timeMs: { '<': 500 } }]
`;

/** What parsing says about a text, each problem in one line with its place. */
export const said = (text: string, file = 's.yaml'): string[] =>
  parseSuiteFile(text, file).problems.map(formatFileProblem);
