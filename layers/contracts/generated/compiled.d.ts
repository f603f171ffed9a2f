// Made by layers/contracts/generate/main.ts from openapi.json and suite.schema.json. Change those.
import type { Validator } from '../validator.ts';
import type {
  EnvironmentRequest,
  FindingDecision,
  RerunRequest,
  RunRequest,
  ServiceRequest,
  SuiteDefinition,
  SuiteRequest,
  TrustRuleRequest,
  UploadRequest,
} from './types.ts';

export declare const validateCursorParameter: Validator<unknown>;
export declare const validateEnvironmentParameter: Validator<unknown>;
export declare const validateEnvironmentRequest: Validator<EnvironmentRequest>;
export declare const validateFindingDecision: Validator<FindingDecision>;
export declare const validateFingerprintParameter: Validator<unknown>;
export declare const validateGetContextSuiteParameter: Validator<unknown>;
export declare const validateGetHarSuiteParameter: Validator<unknown>;
export declare const validateGetHarVerdictParameter: Validator<unknown>;
export declare const validateGetLogsCaseParameter: Validator<unknown>;
export declare const validateGetLogsLevelParameter: Validator<unknown>;
export declare const validateGetLogsShardParameter: Validator<unknown>;
export declare const validateGetResultsSuiteParameter: Validator<unknown>;
export declare const validateGetResultsVerdictParameter: Validator<unknown>;
export declare const validateGetRunWaitParameter: Validator<unknown>;
export declare const validateGetSuiteIncludeParameter: Validator<unknown>;
export declare const validateHookIdParameter: Validator<unknown>;
export declare const validateIdempotencyKeyParameter: Validator<unknown>;
export declare const validateIfMatchParameter: Validator<unknown>;
export declare const validateIfNoneMatchParameter: Validator<unknown>;
export declare const validateLimitParameter: Validator<unknown>;
export declare const validateListDriftFromParameter: Validator<unknown>;
export declare const validateListDriftOperationParameter: Validator<unknown>;
export declare const validateListDriftServiceParameter: Validator<unknown>;
export declare const validateListDriftToParameter: Validator<unknown>;
export declare const validateListFindingsOverdueParameter: Validator<unknown>;
export declare const validateListFindingsServiceParameter: Validator<unknown>;
export declare const validateListFindingsSeverityParameter: Validator<unknown>;
export declare const validateListFindingsStateParameter: Validator<unknown>;
export declare const validateListRunsEnvironmentParameter: Validator<unknown>;
export declare const validateListRunsFromParameter: Validator<unknown>;
export declare const validateListRunsLabelParameter: Validator<unknown>;
export declare const validateListRunsServiceParameter: Validator<unknown>;
export declare const validateListRunsStateParameter: Validator<unknown>;
export declare const validateListRunsToParameter: Validator<unknown>;
export declare const validateListSuitesServiceParameter: Validator<unknown>;
export declare const validateRerunRequest: Validator<RerunRequest>;
export declare const validateRuleParameter: Validator<unknown>;
export declare const validateRunIdParameter: Validator<unknown>;
export declare const validateRunRequest: Validator<RunRequest>;
export declare const validateServiceParameter: Validator<unknown>;
export declare const validateServiceRequest: Validator<ServiceRequest>;
export declare const validateSuiteDefinition: Validator<SuiteDefinition>;
export declare const validateSuiteParameter: Validator<unknown>;
export declare const validateSuiteRequest: Validator<SuiteRequest>;
export declare const validateTenantParameter: Validator<unknown>;
export declare const validateTrustRuleRequest: Validator<TrustRuleRequest>;
export declare const validateUploadRequest: Validator<UploadRequest>;
