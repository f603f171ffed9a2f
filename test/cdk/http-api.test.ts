/** The deployed routes are the OpenAPI document, no more and no less; everything but what the document calls public asks the authorizer. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS, problemType } from '#core/problems';
import { asText, oneResource, resourcesOf, ROOT, stackOf } from './synthesized.ts';
import type { Template } from './synthesized.ts';

const plane = stackOf('dev', 'Plane');
const document = JSON.parse(readFileSync(join(ROOT, 'layers', 'contracts', 'openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, { 'x-assay-right'?: string; 'x-assay-function'?: string }>>;
};
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];
const documented = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => METHODS.includes(method))
    .map(([method, operation]) => ({ at: `${method.toUpperCase()} ${path}`, operation })),
);

/** Path of an API resource, climbing to the root. */
const pathOf = (template: Template, reference: unknown): string => {
  const id = (reference as { Ref?: string }).Ref;
  if (id === undefined) return '';
  const resource = template.Resources[id];
  if (resource === undefined) throw new Error(`no resource ${id}`);
  return `${pathOf(template, resource.Properties['ParentId'])}/${String(resource.Properties['PathPart'])}`;
};

interface DeployedMethod {
  readonly at: string;
  readonly authorization: unknown;
  readonly authorizer: unknown;
  readonly uri: string;
}

const deployed: readonly DeployedMethod[] = resourcesOf(plane, 'AWS::ApiGateway::Method').map(([, { Properties }]) => ({
  at: `${String(Properties['HttpMethod'])} ${pathOf(plane, Properties['ResourceId'])}`,
  authorization: Properties['AuthorizationType'],
  authorizer: Properties['AuthorizerId'],
  uri: asText((Properties['Integration'] as { Uri: unknown }).Uri, plane),
}));
const at = (route: string): DeployedMethod => {
  const found = deployed.find((one) => one.at === route);
  if (found === undefined) throw new Error(`${route} is not deployed`);
  return found;
};

describe('the routes', () => {
  test('are those of the document', () => {
    expect(documented.length).toBeGreaterThan(20);
    expect(deployed.map((one) => one.at).sort()).toEqual(documented.map((one) => one.at).sort());
  });

  test.each(documented)('$at is served by the function that the document names', ({ at: route, operation }) => {
    expect(at(route).uri).toContain(
      `{${(operation['x-assay-function'] ?? '').replaceAll('-', '')}Function.Arn}/invocations`,
    );
  });

  test('that the document calls public are health, the document itself and webhooks, and they alone ask for no token', () => {
    const open = deployed
      .filter(({ authorization }) => authorization === 'NONE')
      .map((one) => one.at)
      .sort();

    expect(open).toEqual(
      documented
        .filter(({ operation }) => operation['x-assay-right'] === 'public')
        .map((one) => one.at)
        .sort(),
    );
    expect(open).toEqual([
      'GET /healthz',
      'GET /hooks/{hookId}',
      'GET /openapi.json',
      'POST /hooks/{hookId}',
      'PUT /hooks/{hookId}',
    ]);
  });

  test('all others ask the one authorizer', () => {
    const closed = deployed.filter(({ authorization }) => authorization !== 'NONE');

    expect(
      new Set(closed.map(({ authorization, authorizer }) => `${String(authorization)} ${asText(authorizer, plane)}`)),
    ).toEqual(new Set(['CUSTOM {HttpAuthorizer}']));
  });
});

test('the authorizer sees the whole request and its answer is never kept for another one', () => {
  expect(oneResource(plane, 'AWS::ApiGateway::Authorizer').Properties).toMatchObject({
    Type: 'REQUEST',
    IdentitySource: 'method.request.header.Authorization',
    AuthorizerResultTtlInSeconds: 0,
  });
});

test('each API function may be called by this API and by nobody else', () => {
  const permissions = resourcesOf(plane, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
  const byGateway = permissions.filter(({ Principal }) => Principal === 'apigateway.amazonaws.com');

  expect(byGateway).toHaveLength(11);
  for (const { SourceArn } of byGateway) expect(asText(SourceArn, plane)).toContain(':{HttpApi}/');
  expect(
    permissions.filter(
      ({ Principal }) => !['apigateway.amazonaws.com', 'events.amazonaws.com'].includes(String(Principal)),
    ),
  ).toEqual([]);
});

test('the stage throttles, traces and logs every access as JSON', () => {
  const stage = oneResource(plane, 'AWS::ApiGateway::Stage').Properties;

  expect(stage).toMatchObject({
    StageName: 'v1',
    TracingEnabled: true,
    MethodSettings: [
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        ThrottlingRateLimit: 200,
        ThrottlingBurstLimit: 400,
        DataTraceEnabled: false,
        LoggingLevel: 'ERROR',
      },
    ],
  });
  const format = JSON.parse((stage['AccessLogSetting'] as { Format: string }).Format) as Record<string, string>;
  expect(Object.keys(format)).toEqual(
    expect.arrayContaining(['requestId', 'method', 'route', 'status', 'latencyMs', 'sourceIp']),
  );
  expect(JSON.stringify(format)).not.toMatch(/header|authorization/i);
});

test('no binary type is declared: bodies are JSON and large ones go through presigned links', () => {
  expect(oneResource(plane, 'AWS::ApiGateway::RestApi').Properties['BinaryMediaTypes']).toBeUndefined();
});

describe('what the gateway answers by itself', () => {
  const responses = resourcesOf(plane, 'AWS::ApiGateway::GatewayResponse').map(([, { Properties }]) => Properties);
  const statusesByType = Object.fromEntries(
    responses.map(({ ResponseType, StatusCode }) => [String(ResponseType), String(StatusCode)]),
  );

  test('covers 401, 403, 404, 413, 415, 429 and the rest of 4xx and 5xx', () => {
    expect(statusesByType).toMatchObject({
      UNAUTHORIZED: '401',
      ACCESS_DENIED: '404',
      MISSING_AUTHENTICATION_TOKEN: '404',
      RESOURCE_NOT_FOUND: '404',
      REQUEST_TOO_LARGE: '413',
      UNSUPPORTED_MEDIA_TYPE: '415',
      THROTTLED: '429',
      INTEGRATION_TIMEOUT: '504',
      DEFAULT_4XX: '400',
      DEFAULT_5XX: '500',
    });
  });

  test.each(responses.map((properties) => [String(properties['ResponseType']), properties] as const))(
    '%s is a problem of the registry',
    (_type, properties) => {
      const body = JSON.parse(
        (properties['ResponseTemplates'] as Record<string, string>)['application/json'] ?? '',
      ) as Record<string, unknown>;
      const code = body['code'] as keyof typeof PROBLEMS;

      expect(body).toEqual({
        type: problemType(code),
        title: PROBLEMS[code].title,
        status: PROBLEMS[code].status,
        detail: expect.stringMatching(/^\S.{10,}\.$/),
        instance: 'urn:assay:request:$context.requestId',
        code,
      });
      expect(String(properties['StatusCode'])).toBe(String(PROBLEMS[code].status));
      expect(properties['ResponseParameters']).toMatchObject({
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
      });
    },
  );
});
