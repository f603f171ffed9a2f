/**
 * The API in memory: the real handlers (middy stack, contract, use cases) over the doubles that the port contracts hold. A request goes in as
 * the gateway's proxy event and comes out as its answer, so a test sees what a caller would see.
 */
import { readFileSync } from 'node:fs';
import type { Context } from 'aws-lambda';
import { suiteBodies } from '#aws/suite-bodies';
import * as tables from '#contracts/generated/routes';
import { openApiDocument } from '#contracts/generated/openapi-document';
import type { Principal, TrustRule } from '#core/access';
import type { Issuer } from '#core/issuers';
import { isJsonObject } from '#core/json-types';
import { parseRanges } from '#core/private-ranges';
import { httpHandler } from '#lambda/http-handler';
import type { HttpHandler } from '#lambda/http-handler';
import { createTelemetry } from '#lambda/telemetry';
import type { Telemetry } from '#lambda/telemetry';
import { webhookHandler } from '#lambda/webhook-handler';
import type { RunStore } from '#ports/run-store';
import { accessReaderRoutes } from '../../functions/access-reader/routes.ts';
import { accessWriterRoutes } from '../../functions/access-writer/routes.ts';
import { catalogReaderRoutes } from '../../functions/catalog-reader/routes.ts';
import { catalogWriterRoutes } from '../../functions/catalog-writer/routes.ts';
import type { WaitTime } from '../../functions/runs-reader/get-run.ts';
import { catchCall } from '../../functions/catch-webhook/catch-call.ts';
import { runsReaderRoutes } from '../../functions/runs-reader/routes.ts';
import { runsWriterRoutes } from '../../functions/runs-writer/routes.ts';
import { planeDependencies } from '../../functions/system-reader/plane-dependencies.ts';
import { qualityReaderRoutes } from '../../functions/quality-reader/routes.ts';
import { qualityWriterRoutes } from '../../functions/quality-writer/routes.ts';
import { systemReaderRoutes } from '../../functions/system-reader/routes.ts';
import {
  fixedClock,
  inMemoryAccess,
  inMemoryAudit,
  inMemoryBlobs,
  inMemoryCatalog,
  inMemoryEvidence,
  inMemoryHooks,
  inMemoryOrchestrator,
  inMemoryRuns,
  recordingBus,
  recordingLog,
  recordingMetrics,
  seededRandom,
  silentLog,
  inMemoryDriftLog,
  inMemoryFindings,
} from '../doubles/index.ts';

export const ISSUER = 'https://tokens.example';
export const AUDIENCE = 'assay';
const WHOLE_ISSUER: readonly Issuer[] = [
  { issuer: ISSUER, audiences: [AUDIENCE], namespaces: [{ tenant: 'acme', claims: {} }] },
];

export const principal = (change: Partial<Principal> = {}): Principal => ({
  tenant: 'acme',
  role: 'owner',
  subject: 'someone',
  issuer: ISSUER,
  ruleId: 'rule-1',
  projects: ['*'],
  payloadRead: true,
  ...change,
});

export const ownerRule = (tenant: string): TrustRule => ({
  schemaVersion: 1,
  id: 'first-owner',
  tenant,
  issuer: ISSUER,
  claims: { sub: 'owner' },
  role: 'owner',
  projects: ['*'],
  payloadRead: true,
  createdBy: 'deploy',
  createdAtEpochMs: 0,
});

export interface Sent {
  readonly as?: Principal | undefined;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  /** What the authorizer says of somebody it refused. */
  readonly refused?: { readonly code: string; readonly detail: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
  /** Fields of the parsed body; empty for a body that is no JSON object. */
  readonly body: { readonly [field: string]: unknown };
  /** `code` of a problem, else empty. */
  readonly code: string;
  /** `runId` of the body, else empty. */
  readonly runId: string;
}

const silentTelemetry = (): Telemetry => {
  const { logger } = createTelemetry({ serviceName: 'assay-test', namespace: 'Assay' });
  logger.setLogLevel('SILENT');
  return { log: silentLog, metrics: recordingMetrics(), logger, addLogFields: () => undefined, flush: () => undefined };
};

export interface PlaneOptions {
  readonly firstOwners?: readonly TrustRule[];
  /** One issuer, all of whose tokens are tenant acme's, when absent. */
  readonly issuers?: readonly Issuer[];
  readonly waitTime?: WaitTime;
  readonly privateRanges?: string;
  /** Wraps the run store, to make it lose or delay things. */
  readonly runs?: (runs: RunStore) => RunStore;
}

const endless: WaitTime = { take: (wantedMs) => wantedMs, giveBack: () => undefined, retryAfterSeconds: () => 1 };

const makePorts = (options: PlaneOptions) => {
  const catalog = inMemoryCatalog();
  const plainRuns = inMemoryRuns({ catalog });
  const blobs = inMemoryBlobs();
  const ports = {
    catalog,
    runs: options.runs?.(plainRuns) ?? plainRuns,
    blobs,
    bodies: suiteBodies(blobs),
    staging: inMemoryBlobs(),
    evidence: inMemoryEvidence(),
    orchestrator: inMemoryOrchestrator(),
    access: inMemoryAccess(),
    audit: inMemoryAudit(),
    hooks: inMemoryHooks(),
    findings: inMemoryFindings(),
    drift: inMemoryDriftLog(),
    clock: fixedClock(Date.UTC(2026, 10, 21, 12)),
    random: seededRandom(7),
    issuers: options.issuers ?? WHOLE_ISSUER,
    firstOwners: options.firstOwners ?? [ownerRule('acme')],
    allowedRanges: parseRanges(options.privateRanges),
    bytesMax: 8 * 1024 * 1024,
    waitTime: options.waitTime ?? endless,
    bus: recordingBus(),
    log: recordingLog(),
    openApiDocument,
    version: '9.8.7',
  };
  return { ...ports, dependencies: planeDependencies(ports) };
};

/** Every function of the API by folder, as its index.ts puts it together. */
const makeHandlers = (ports: ReturnType<typeof makePorts>): { readonly [folder: string]: HttpHandler } => {
  const options = { telemetry: silentTelemetry() };
  return {
    'runs-writer': httpHandler(tables.runsWriter, runsWriterRoutes(ports), options),
    'runs-reader': httpHandler(tables.runsReader, runsReaderRoutes(ports), options),
    'catalog-writer': httpHandler(tables.catalogWriter, catalogWriterRoutes(ports), options),
    'catalog-reader': httpHandler(tables.catalogReader, catalogReaderRoutes(ports), options),
    'access-writer': httpHandler(tables.accessWriter, accessWriterRoutes(ports), options),
    'access-reader': httpHandler(tables.accessReader, accessReaderRoutes(ports), options),
    'quality-reader': httpHandler(tables.qualityReader, qualityReaderRoutes(ports), options),
    'quality-writer': httpHandler(tables.qualityWriter, qualityWriterRoutes(ports), options),
    'system-reader': httpHandler(tables.systemReader, systemReaderRoutes(ports), options),
    'catch-webhook': webhookHandler(catchCall(ports), options.telemetry),
  };
};

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly folder: string;
  readonly right: string;
}

interface Document {
  readonly paths: {
    readonly [path: string]: {
      readonly [method: string]: {
        readonly operationId: string;
        readonly 'x-assay-function': string;
        readonly 'x-assay-right': string;
      };
    };
  };
}

/** Every operation as the contract's document has it, read from the file and not from what was generated of it. */
export const OPERATIONS: readonly Operation[] = Object.entries(
  (JSON.parse(readFileSync(new URL('../../layers/contracts/openapi.json', import.meta.url), 'utf8')) as Document).paths,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    folder: operation['x-assay-function'],
    right: operation['x-assay-right'],
  })),
);

const pathPattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);

const folderOf = (method: string, path: string): string => {
  const fitting = OPERATIONS.filter((operation) => pathPattern(operation.path).test(path));
  const found = fitting.find((operation) => operation.method === method) ?? fitting[0];
  if (found === undefined) throw new Error(`the contract has no route ${method} ${path}`);
  return found.folder;
};

const context = {
  functionName: 'test',
  awsRequestId: 'aws-request-1',
  getRemainingTimeInMillis: () => 20_000,
} as Context;

const authorizerOf = ({ as, refused }: Sent) =>
  as === undefined ? (refused ?? {}) : { principal: JSON.stringify(as) };

const parsed = (text: string): { readonly [field: string]: unknown } => {
  try {
    const value = JSON.parse(text) as unknown;
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const makePlane = (options: PlaneOptions = {}) => {
  const ports = makePorts(options);
  const handlers = makeHandlers(ports);
  let requests = 0;
  const request = async (method: string, url: string, sent: Sent = {}): Promise<Answer> => {
    requests += 1;
    const [path = '', search = ''] = url.split('?');
    const handler = handlers[folderOf(method, path)];
    if (handler === undefined) throw new Error(`no function serves ${method} ${path}`);
    const hasBody = sent.body !== undefined;
    const answer = await handler(
      {
        httpMethod: method,
        path,
        headers: { ...(hasBody ? { 'Content-Type': 'application/json' } : {}), ...sent.headers },
        queryStringParameters: Object.fromEntries(new URLSearchParams(search)),
        body: typeof sent.body === 'string' ? sent.body : hasBody ? JSON.stringify(sent.body) : null,
        requestContext: { requestId: `request-${String(requests)}`, authorizer: authorizerOf(sent) },
      },
      context,
    );
    const body = parsed(answer.body);
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body,
      code: textOf(body['code']),
      runId: textOf(body['runId']),
    };
  };
  return { ...ports, request };
};
export type Plane = ReturnType<typeof makePlane>;

export const SUITE = {
  suite: 'checkout',
  service: 'shop',
  capability: 'functional',
  tags: ['smoke'],
  uses: ['userName'],
  cases: [
    {
      id: 'login',
      tags: ['critical'],
      request: { method: 'POST', path: '/login', json: { user: '{{userName}}' } },
      checks: [{ status: 200 }],
      captures: { session: { path: '$.session' } },
    },
    {
      id: 'pay',
      request: { method: 'POST', path: '/pay', headers: { 'x-session': '{{session}}' } },
      checks: [{ status: 201 }],
    },
  ],
} as const;

/** A plane with environment, service and suite, put there through the API. */
export const makeStockedPlane = async (options: PlaneOptions = {}): Promise<Plane> => {
  const plane = makePlane(options);
  const as = principal();
  const put = async (url: string, body: unknown): Promise<void> => {
    const answer = await plane.request('PUT', url, { as, body });
    if (answer.status !== 201) throw new Error(`PUT ${url}: ${String(answer.status)} ${answer.text}`);
  };
  await put('/environments/staging', { targets: { default: 'https://shop.example' }, variables: { userName: 'ada' } });
  await put('/services/shop', { owner: 'team-shop', defaultEnvironment: 'staging', version: '1.2.3' });
  await put('/suites/shop.checkout', SUITE);
  return plane;
};
