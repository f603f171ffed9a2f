import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { FunctionName } from './function-sizes.ts';
import { addGatewayProblems } from './gateway-problems.ts';
import { readRoutes } from './openapi-routes.ts';
import type { Route } from './openapi-routes.ts';
import type { PlaneFunction } from './plane-function.ts';

/** Name of the gateway's stage, the first part of every path. */
export const API_STAGE = 'v1';
/** Requests per second and at once, over all callers; WAF limits single ones. */
const THROTTLE_RATE = 200;
const THROTTLE_BURST = 400;

const IN_EDGE =
  'The web ACL is a stack of its own (Edge): its body rules only count, because suites hold attack strings.';
const BY_AJV =
  'ajv in the function is the only validator: models of the gateway are draft-04 and its errors say nothing.';

export interface HttpApiProps {
  readonly settings: Settings;
  /** The OpenAPI document: the one source of routes. */
  readonly openapi: string;
  readonly authorizer: PlaneFunction;
  readonly functions: Readonly<Partial<Record<FunctionName, PlaneFunction>>>;
}

/** The REST API: one resource and method for each operation of the contract, and nothing else. */
export class HttpApi extends Construct {
  readonly api: apigateway.RestApi;
  private readonly authorizer: apigateway.IAuthorizer;
  private readonly integrations = new Map<FunctionName, apigateway.LambdaIntegration>();
  private readonly functions: HttpApiProps['functions'];

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    this.functions = props.functions;
    this.api = this.makeApi(props.settings);
    this.authorizer = new apigateway.RequestAuthorizer(this, 'Authorizer', {
      handler: props.authorizer.lambda,
      identitySources: [apigateway.IdentitySource.header('Authorization')],
      // No cache. A cached answer is found by its identity sources, and each of them must then be there; X-Assay-Tenant, which picks
      // among the tenants of a token, is optional, so a cache would answer for the tenant of an earlier request. A removed
      // trust rule also ends access at once this way.
      resultsCacheTtl: Duration.seconds(0),
    });
    for (const route of readRoutes(props.openapi)) this.addRoute(route);
    addGatewayProblems(this.api);
    this.acknowledge();
  }

  private makeApi(settings: Settings): apigateway.RestApi {
    const accessLog = new logs.LogGroup(this, 'AccessLog', {
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new apigateway.RestApi(this, 'Api', {
      restApiName: `assay-${settings.stage}`,
      description: 'Assay control plane',
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      disableExecuteApiEndpoint: false,
      deployOptions: {
        stageName: API_STAGE,
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: apigateway.MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        throttlingRateLimit: THROTTLE_RATE,
        throttlingBurstLimit: THROTTLE_BURST,
        accessLogDestination: new apigateway.LogGroupLogDestination(accessLog),
        accessLogFormat: apigateway.AccessLogFormat.custom(ACCESS_LOG_FORMAT),
      },
    });
  }

  private addRoute(route: Route): void {
    const resource = this.api.root.resourceForPath(route.path);
    const method = resource.addMethod(
      route.method,
      this.integrationOf(route.function),
      route.isPublic
        ? { authorizationType: apigateway.AuthorizationType.NONE }
        : { authorizationType: apigateway.AuthorizationType.CUSTOM, authorizer: this.authorizer },
    );
    Validations.of(method).acknowledge({
      id: 'AwsSolutions-COG4',
      reason:
        'Callers are CI jobs with OIDC tokens of any issuer, which the Lambda authorizer verifies; there is no user pool.',
    });
    if (!route.isPublic) return;
    Validations.of(method).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: `${route.method} ${route.path} is public in the contract: it answers without reading any tenant's data, or keeps what comes under an id that nobody guesses.`,
    });
  }

  private integrationOf(name: FunctionName): apigateway.LambdaIntegration {
    const known = this.integrations.get(name);
    if (known !== undefined) return known;
    const served = this.functions[name];
    if (served === undefined) throw new Error(`x-assay-function ${name} serves no API: it is part of the workflow`);
    // One permission per function, not one per route: routes are checked against the contract by a test.
    const made = new apigateway.LambdaIntegration(served.lambda, { proxy: true, scopePermissionToMethod: false });
    this.integrations.set(name, made);
    return made;
  }

  private acknowledge(): void {
    Validations.of(this.api).acknowledge(
      { id: 'AwsSolutions-APIG2', reason: BY_AJV },
      { id: 'AwsSolutions-APIG3', reason: IN_EDGE },
      {
        id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
        reason: 'API Gateway takes exactly this policy for its account-wide logging role.',
      },
    );
  }
}

const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  extendedRequestId: '$context.extendedRequestId',
  traceId: '$context.xrayTraceId',
  requestTime: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationLatencyMs: '$context.integrationLatency',
  authorizerLatencyMs: '$context.authorizer.latency',
  errorType: '$context.error.responseType',
  sourceIp: '$context.identity.sourceIp',
  userAgent: '$context.identity.userAgent',
});
