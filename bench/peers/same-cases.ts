/** The same thousand cases, half GET and half POST with a JSON body, three checks each, as each of the three tools wants them. */
import type { SuiteDefinition } from '#core/suite';

export const CASES = 1000;

const isPost = (at: number): boolean => at % 2 === 1;
const pathOf = (at: number): string => (isPost(at) ? '/orders' : `/items/${String(at)}`);
const bodyOf = (at: number): { readonly item: number; readonly quantity: number } => ({ item: at, quantity: 1 });

/** A suite file; JSON is YAML too. */
export const assaySuite = (cases = CASES): SuiteDefinition => ({
  suite: 'items',
  service: 'shop',
  capability: 'functional',
  concurrency: 10,
  cases: Array.from({ length: cases }, (_, at) => ({
    id: `case-${String(at)}`,
    request: isPost(at)
      ? { method: 'POST', path: pathOf(at), json: { ...bodyOf(at) } }
      : { method: 'GET', path: pathOf(at) },
    checks: [{ status: 200 }, { path: '$.id', type: 'integer' }, { path: '$.name', equals: 'widget' }],
  })),
});

/** The same as people write it by hand, for the time of the linter. */
export const assaySuiteYaml = (cases: number): string =>
  [
    'suite: items\nservice: shop\ncapability: functional\ncases:',
    ...assaySuite(cases).cases.map(({ id, request }) =>
      [
        `  - id: ${id}`,
        `    request: { method: ${request?.method ?? ''}, path: ${request?.path ?? ''} }`,
        '    checks:',
        '      - status: 200',
        '      - { path: $.id, type: integer }',
        '      - { path: $.name, equals: widget }',
      ].join('\n'),
    ),
    '',
  ].join('\n');

const POSTMAN_TEST = `pm.test('status', () => pm.response.to.have.status(200));
pm.test('id', () => pm.expect(pm.response.json().id).to.be.a('number'));
pm.test('name', () => pm.expect(pm.response.json().name).to.equal('widget'));`;

export const postmanCollection = (origin: string): object => ({
  info: { name: 'items', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: Array.from({ length: CASES }, (_, at) => ({
    name: `case-${String(at)}`,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: POSTMAN_TEST.split('\n') } }],
    request: isPost(at)
      ? {
          method: 'POST',
          url: `${origin}${pathOf(at)}`,
          header: [{ key: 'content-type', value: 'application/json' }],
          body: { mode: 'raw', raw: JSON.stringify(bodyOf(at)) },
        }
      : { method: 'GET', url: `${origin}${pathOf(at)}` },
  })),
});

/** One client for all, as httpx advises. */
export const pytestFile = (origin: string): string => `import httpx
import pytest

client = httpx.Client(base_url="${origin}")


@pytest.mark.parametrize("at", range(${String(CASES)}))
def test_case(at):
    if at % 2 == 1:
        answer = client.post("/orders", json={"item": at, "quantity": 1})
    else:
        answer = client.get(f"/items/{at}")
    assert answer.status_code == 200
    assert isinstance(answer.json()["id"], int)
    assert answer.json()["name"] == "widget"
`;
