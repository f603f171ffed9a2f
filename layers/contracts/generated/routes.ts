// Made by layers/contracts/generate/main.ts from openapi.json and suite.schema.json. Change those.
import type { Route } from '../route.ts';
import {
  validateCursorParameter,
  validateEnvironmentParameter,
  validateEnvironmentRequest,
  validateFindingDecision,
  validateFingerprintParameter,
  validateGetContextSuiteParameter,
  validateGetHarSuiteParameter,
  validateGetHarVerdictParameter,
  validateGetLogsCaseParameter,
  validateGetLogsLevelParameter,
  validateGetLogsShardParameter,
  validateGetResultsSuiteParameter,
  validateGetResultsVerdictParameter,
  validateGetRunWaitParameter,
  validateGetSuiteIncludeParameter,
  validateHookIdParameter,
  validateIdempotencyKeyParameter,
  validateIfMatchParameter,
  validateIfNoneMatchParameter,
  validateLimitParameter,
  validateListDriftFromParameter,
  validateListDriftOperationParameter,
  validateListDriftServiceParameter,
  validateListDriftToParameter,
  validateListFindingsOverdueParameter,
  validateListFindingsServiceParameter,
  validateListFindingsSeverityParameter,
  validateListFindingsStateParameter,
  validateListRunsEnvironmentParameter,
  validateListRunsFromParameter,
  validateListRunsLabelParameter,
  validateListRunsServiceParameter,
  validateListRunsStateParameter,
  validateListRunsToParameter,
  validateListSuitesServiceParameter,
  validateRerunRequest,
  validateRuleParameter,
  validateRunIdParameter,
  validateRunRequest,
  validateServiceParameter,
  validateServiceRequest,
  validateSuiteParameter,
  validateSuiteRequest,
  validateTenantParameter,
  validateTrustRuleRequest,
  validateUploadRequest,
} from './compiled.js';

/** Routes of functions/runs-writer. */
export const runsWriter: readonly Route<'submitRun' | 'cancelRun' | 'rerunRun'>[] = [
  {
    operationId: 'submitRun',
    method: 'POST',
    path: '/tests/run',
    function: 'runs-writer',
    right: 'run:start',
    parameters: [
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        integer: false,
        validate: validateIdempotencyKeyParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'RunRequest', required: true, bytesMax: 1048576, validate: validateRunRequest },
  },
  {
    operationId: 'cancelRun',
    method: 'POST',
    path: '/tests/run/{runId}/cancel',
    function: 'runs-writer',
    right: 'run:start',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'rerunRun',
    method: 'POST',
    path: '/tests/run/{runId}/rerun',
    function: 'runs-writer',
    right: 'run:start',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        integer: false,
        validate: validateIdempotencyKeyParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'RerunRequest', required: false, bytesMax: 1048576, validate: validateRerunRequest },
  },
];

/** Routes of functions/runs-reader. */
export const runsReader: readonly Route<
  | 'getRun'
  | 'getResults'
  | 'getJunit'
  | 'getCtrf'
  | 'getSarif'
  | 'getSummary'
  | 'getReport'
  | 'getHar'
  | 'getContext'
  | 'getLogs'
  | 'getEvidence'
  | 'listRuns'
>[] = [
  {
    operationId: 'getRun',
    method: 'GET',
    path: '/tests/run/{runId}',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'wait', in: 'query', required: false, integer: true, default: 0, validate: validateGetRunWaitParameter },
      { name: 'if-none-match', in: 'header', required: false, integer: false, validate: validateIfNoneMatchParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getResults',
    method: 'GET',
    path: '/tests/run/{runId}/results',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'verdict', in: 'query', required: false, integer: false, validate: validateGetResultsVerdictParameter },
      { name: 'suite', in: 'query', required: false, integer: false, validate: validateGetResultsSuiteParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getJunit',
    method: 'GET',
    path: '/tests/run/{runId}/junit',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getCtrf',
    method: 'GET',
    path: '/tests/run/{runId}/ctrf',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getSarif',
    method: 'GET',
    path: '/tests/run/{runId}/sarif',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getSummary',
    method: 'GET',
    path: '/tests/run/{runId}/summary',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getReport',
    method: 'GET',
    path: '/tests/run/{runId}/report',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getHar',
    method: 'GET',
    path: '/tests/run/{runId}/har',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'verdict', in: 'query', required: false, integer: false, validate: validateGetHarVerdictParameter },
      { name: 'suite', in: 'query', required: false, integer: false, validate: validateGetHarSuiteParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getContext',
    method: 'GET',
    path: '/tests/run/{runId}/context',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'suite', in: 'query', required: false, integer: false, validate: validateGetContextSuiteParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getLogs',
    method: 'GET',
    path: '/tests/run/{runId}/logs',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'shard', in: 'query', required: false, integer: true, validate: validateGetLogsShardParameter },
      { name: 'level', in: 'query', required: false, integer: false, validate: validateGetLogsLevelParameter },
      { name: 'case', in: 'query', required: false, integer: false, validate: validateGetLogsCaseParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getEvidence',
    method: 'GET',
    path: '/tests/run/{runId}/evidence',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      {
        name: 'runId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'run-not-found',
        validate: validateRunIdParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'listRuns',
    method: 'GET',
    path: '/tests/runs',
    function: 'runs-reader',
    right: 'run:read',
    parameters: [
      { name: 'service', in: 'query', required: false, integer: false, validate: validateListRunsServiceParameter },
      {
        name: 'environment',
        in: 'query',
        required: false,
        integer: false,
        validate: validateListRunsEnvironmentParameter,
      },
      { name: 'state', in: 'query', required: false, integer: false, validate: validateListRunsStateParameter },
      { name: 'label', in: 'query', required: false, integer: false, validate: validateListRunsLabelParameter },
      { name: 'from', in: 'query', required: false, integer: false, validate: validateListRunsFromParameter },
      { name: 'to', in: 'query', required: false, integer: false, validate: validateListRunsToParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
];

/** Routes of functions/catalog-writer. */
export const catalogWriter: readonly Route<'putService' | 'putSuite' | 'putEnvironment' | 'createUpload'>[] = [
  {
    operationId: 'putService',
    method: 'PUT',
    path: '/services/{service}',
    function: 'catalog-writer',
    right: 'catalog:write',
    parameters: [
      {
        name: 'service',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'service-not-found',
        validate: validateServiceParameter,
      },
      { name: 'if-match', in: 'header', required: false, integer: false, validate: validateIfMatchParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'ServiceRequest', required: true, bytesMax: 1048576, validate: validateServiceRequest },
  },
  {
    operationId: 'putSuite',
    method: 'PUT',
    path: '/suites/{suite}',
    function: 'catalog-writer',
    right: 'catalog:write',
    parameters: [
      {
        name: 'suite',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'suite-not-found',
        validate: validateSuiteParameter,
      },
      { name: 'if-match', in: 'header', required: false, integer: false, validate: validateIfMatchParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'SuiteRequest', required: true, bytesMax: 1048576, validate: validateSuiteRequest },
  },
  {
    operationId: 'putEnvironment',
    method: 'PUT',
    path: '/environments/{environment}',
    function: 'catalog-writer',
    right: 'catalog:write',
    parameters: [
      {
        name: 'environment',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'environment-not-found',
        validate: validateEnvironmentParameter,
      },
      { name: 'if-match', in: 'header', required: false, integer: false, validate: validateIfMatchParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'EnvironmentRequest', required: true, bytesMax: 1048576, validate: validateEnvironmentRequest },
  },
  {
    operationId: 'createUpload',
    method: 'POST',
    path: '/uploads',
    function: 'catalog-writer',
    right: 'catalog:write',
    parameters: [
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'UploadRequest', required: true, bytesMax: 1048576, validate: validateUploadRequest },
  },
];

/** Routes of functions/catalog-reader. */
export const catalogReader: readonly Route<
  'getService' | 'listServices' | 'getSuite' | 'listSuites' | 'getEnvironment' | 'listEnvironments'
>[] = [
  {
    operationId: 'getService',
    method: 'GET',
    path: '/services/{service}',
    function: 'catalog-reader',
    right: 'catalog:read',
    parameters: [
      {
        name: 'service',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'service-not-found',
        validate: validateServiceParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'listServices',
    method: 'GET',
    path: '/services',
    function: 'catalog-reader',
    right: 'catalog:read',
    parameters: [
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getSuite',
    method: 'GET',
    path: '/suites/{suite}',
    function: 'catalog-reader',
    right: 'catalog:read',
    parameters: [
      {
        name: 'suite',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'suite-not-found',
        validate: validateSuiteParameter,
      },
      { name: 'include', in: 'query', required: false, integer: false, validate: validateGetSuiteIncludeParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'listSuites',
    method: 'GET',
    path: '/suites',
    function: 'catalog-reader',
    right: 'catalog:read',
    parameters: [
      { name: 'service', in: 'query', required: false, integer: false, validate: validateListSuitesServiceParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getEnvironment',
    method: 'GET',
    path: '/environments/{environment}',
    function: 'catalog-reader',
    right: 'catalog:read',
    parameters: [
      {
        name: 'environment',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'environment-not-found',
        validate: validateEnvironmentParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'listEnvironments',
    method: 'GET',
    path: '/environments',
    function: 'catalog-reader',
    right: 'catalog:read',
    parameters: [
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
];

/** Routes of functions/access-writer. */
export const accessWriter: readonly Route<'addTrustRule' | 'removeTrustRule'>[] = [
  {
    operationId: 'addTrustRule',
    method: 'POST',
    path: '/access/trust-rules',
    function: 'access-writer',
    right: 'access:manage',
    parameters: [
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'TrustRuleRequest', required: true, bytesMax: 1048576, validate: validateTrustRuleRequest },
  },
  {
    operationId: 'removeTrustRule',
    method: 'DELETE',
    path: '/access/trust-rules/{rule}',
    function: 'access-writer',
    right: 'access:manage',
    parameters: [
      {
        name: 'rule',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'trust-rule-not-found',
        validate: validateRuleParameter,
      },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
];

/** Routes of functions/access-reader. */
export const accessReader: readonly Route<'listTrustRules' | 'whoami'>[] = [
  {
    operationId: 'listTrustRules',
    method: 'GET',
    path: '/access/trust-rules',
    function: 'access-reader',
    right: 'access:read',
    parameters: [
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'whoami',
    method: 'GET',
    path: '/access/whoami',
    function: 'access-reader',
    right: 'access:read',
    parameters: [
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
];

/** Routes of functions/catch-webhook. */
export const catchWebhook: readonly Route<'catchPost' | 'catchPut' | 'catchGet'>[] = [
  {
    operationId: 'catchPost',
    method: 'POST',
    path: '/hooks/{hookId}',
    function: 'catch-webhook',
    right: 'public',
    parameters: [
      {
        name: 'hookId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'route-not-found',
        validate: validateHookIdParameter,
      },
    ],
  },
  {
    operationId: 'catchPut',
    method: 'PUT',
    path: '/hooks/{hookId}',
    function: 'catch-webhook',
    right: 'public',
    parameters: [
      {
        name: 'hookId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'route-not-found',
        validate: validateHookIdParameter,
      },
    ],
  },
  {
    operationId: 'catchGet',
    method: 'GET',
    path: '/hooks/{hookId}',
    function: 'catch-webhook',
    right: 'public',
    parameters: [
      {
        name: 'hookId',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'route-not-found',
        validate: validateHookIdParameter,
      },
    ],
  },
];

/** Routes of functions/system-reader. */
export const systemReader: readonly Route<'getHealth' | 'getReadiness' | 'getOpenApi'>[] = [
  {
    operationId: 'getHealth',
    method: 'GET',
    path: '/healthz',
    function: 'system-reader',
    right: 'public',
    parameters: [],
  },
  {
    operationId: 'getReadiness',
    method: 'GET',
    path: '/readyz',
    function: 'system-reader',
    right: 'plane:read',
    parameters: [
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'getOpenApi',
    method: 'GET',
    path: '/openapi.json',
    function: 'system-reader',
    right: 'public',
    parameters: [],
  },
];

/** Routes of functions/quality-reader. */
export const qualityReader: readonly Route<'listFindings' | 'listDrift'>[] = [
  {
    operationId: 'listFindings',
    method: 'GET',
    path: '/findings',
    function: 'quality-reader',
    right: 'run:read',
    parameters: [
      { name: 'service', in: 'query', required: false, integer: false, validate: validateListFindingsServiceParameter },
      { name: 'state', in: 'query', required: false, integer: false, validate: validateListFindingsStateParameter },
      {
        name: 'severity',
        in: 'query',
        required: false,
        integer: false,
        validate: validateListFindingsSeverityParameter,
      },
      { name: 'overdue', in: 'query', required: false, integer: false, validate: validateListFindingsOverdueParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
  {
    operationId: 'listDrift',
    method: 'GET',
    path: '/drift',
    function: 'quality-reader',
    right: 'run:read',
    parameters: [
      { name: 'service', in: 'query', required: true, integer: false, validate: validateListDriftServiceParameter },
      {
        name: 'operation',
        in: 'query',
        required: false,
        integer: false,
        validate: validateListDriftOperationParameter,
      },
      { name: 'from', in: 'query', required: false, integer: false, validate: validateListDriftFromParameter },
      { name: 'to', in: 'query', required: false, integer: false, validate: validateListDriftToParameter },
      { name: 'limit', in: 'query', required: false, integer: true, default: 100, validate: validateLimitParameter },
      { name: 'cursor', in: 'query', required: false, integer: false, validate: validateCursorParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
  },
];

/** Routes of functions/quality-writer. */
export const qualityWriter: readonly Route<'decideFinding'>[] = [
  {
    operationId: 'decideFinding',
    method: 'PUT',
    path: '/findings/{service}/{fingerprint}',
    function: 'quality-writer',
    right: 'catalog:write',
    parameters: [
      {
        name: 'service',
        in: 'path',
        required: true,
        integer: false,
        notFound: 'service-not-found',
        validate: validateServiceParameter,
      },
      { name: 'fingerprint', in: 'path', required: true, integer: false, validate: validateFingerprintParameter },
      { name: 'x-assay-tenant', in: 'header', required: false, integer: false, validate: validateTenantParameter },
    ],
    body: { schema: 'FindingDecision', required: true, bytesMax: 1048576, validate: validateFindingDecision },
  },
];
