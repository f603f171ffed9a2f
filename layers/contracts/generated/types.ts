// Made by layers/contracts/generate/main.ts from openapi.json and suite.schema.json. Change those.
/**
 * Lower-case letters, digits and hyphens, 1 to 63, starting with a letter or digit.
 */
export type Id = string;
/**
 * Service and suite: `shop.checkout`.
 */
export type SuiteId = string;
/**
 * A suite id `service.suite`, or `suite` where the service is named beside it.
 */
export type SuiteSelector = string;
/**
 * A case id: `case`, `suite/case` or `service.suite/case`.
 */
export type CaseSelector = string;
/**
 * `r` and 26 characters of lower-case Crockford base32.
 */
export type RunId = string;
/**
 * A version as its owner writes it: `1.4.2`, `2026-11-21`.
 */
export type Version = string;
/**
 * A tag, 1 to 100 characters.
 */
export type Tag = string;
/**
 * What kind of quality a suite tests.
 */
export type Capability = 'functional' | 'contract' | 'performance' | 'security' | 'resilience' | 'data-quality';
/**
 * Where a shard is run.
 */
export type Executor = 'lambda' | 'fargate';
export type Risk = 'low' | 'medium' | 'high' | 'critical';
/**
 * From weakest to strongest; docs/access-matrix.md says what each may do.
 */
export type Role = 'viewer' | 'executor' | 'editor' | 'approver' | 'admin' | 'owner';
/**
 * `errored` means that no answer could be judged.
 */
export type Verdict = 'passed' | 'failed' | 'errored' | 'skipped';
/**
 * Lifecycle of a run; a run never moves backwards.
 */
export type RunState = 'accepted' | 'planning' | 'running' | 'judging' | 'judged' | 'sealed';
/**
 * `inconclusive` never counts as open.
 */
export type GateAnswer = 'open' | 'shut' | 'inconclusive';
/**
 * SHA-256, lower-case hex.
 */
export type Sha256 = string;
/**
 * An array means all of them.
 */
export type TagSelector =
  | readonly Tag[]
  | {
      /**
       * @maxItems 50
       */
      readonly all?: readonly Tag[];
      /**
       * @maxItems 50
       */
      readonly any?: readonly Tag[];
      /**
       * @maxItems 50
       */
      readonly none?: readonly Tag[];
    };
export type CapabilitySelector = Capability | readonly Capability[];
/**
 * Name and value.
 *
 * @minItems 2
 * @maxItems 2
 */
export type RecordedHeader = readonly string[];
/**
 * Lower-case letters, digits and hyphens, at most 63, not beginning with a hyphen.
 */
export type SuiteFileId = string;
/**
 * One line of text.
 */
export type SuiteFileLine = string;
/**
 * Words by which runs select cases.
 *
 * @maxItems 50
 *
 * Items: Letters, digits and `_ . : / -`, at most 100.
 */
export type SuiteFileTags = readonly string[];
/**
 * How bad a failure is; gate rules limit failures by risk.
 */
export type SuiteFileRisk = 'low' | 'medium' | 'high' | 'critical';
/**
 * 1 is the most important, 5 the least.
 */
export type SuiteFilePriority = number;
/**
 * Stories, acceptance criteria and the like that are shown to hold.
 *
 * @maxItems 50
 *
 * Items: A story, acceptance criterion or the like: an id or a link.
 */
export type SuiteFileRequirements = readonly string[];
/**
 * A letter or underscore, then letters, digits and underscores. `run`, `row`, `persona` and `webhooks` are the engine's own.
 */
export type SuiteFileVariableName = string;
/**
 * Where rows come from: a list of objects, or one of csv, jsonLines, file, combine and each.
 */
export type SuiteFileRows = readonly unknown[] | {};
/**
 * Milliseconds.
 */
export type SuiteFileTimeoutMs = number;
/**
 * Times to run a case again after it failed; 0 when absent. All tries are kept, and a pass after a failure is flaky.
 */
export type SuiteFileReruns = number;
/**
 * Milliseconds before a case is run again; 1000 when absent.
 */
export type SuiteFileRerunDelayMs = number;
/**
 * Name of one of the environment's targets.
 */
export type SuiteFileTargetName = string;
/**
 * When a request is sent again by itself: after network failures and 5xx of idempotent methods, and after 429. `false` switches it off.
 */
export type SuiteFileRetry = boolean | {};
/**
 * Name of one of the suite's `fragments`, of one from `fragmentsFrom`, or a ready-made one: assay/id-probes, assay/health, assay/caching.
 */
export type SuiteFileFragmentId = string;
/**
 * Fragments whose cases belong to the suite.
 *
 * @minItems 1
 * @maxItems 1000
 */
export type SuiteFileIncludes = readonly SuiteFileInclude[];
/**
 * One call, wait or message with its checks: exactly one of request, receive, publish and consume.
 */
export type SuiteFileCase = {
  readonly id: SuiteFileId;
  readonly name?: SuiteFileLine;
  readonly tags?: SuiteFileTags;
  readonly risk?: SuiteFileRisk;
  readonly owner?: SuiteFileLine;
  readonly priority?: SuiteFilePriority;
  readonly requirements?: SuiteFileRequirements;
  /**
   * An advisory case never shuts the gate.
   */
  readonly advisory?: boolean;
  readonly reruns?: SuiteFileReruns;
  readonly rerunDelayMs?: SuiteFileRerunDelayMs;
  readonly token?: SuiteFileToken;
  /**
   * Cases that must pass first. Using a variable that another case captures is a dependency by itself and need not be repeated here.
   *
   * @maxItems 100
   */
  readonly dependsOn?: readonly SuiteFileDependency[];
  /**
   * What must be there; the case is skipped with that reason when it is not.
   *
   * @minItems 1
   * @maxItems 20
   */
  readonly requires?: readonly SuiteFileRequirement[];
  readonly flow?: SuiteFileId;
  readonly rows?: SuiteFileRows;
  /**
   * `setup`: every other case needs it; `teardown`: runs after all others, whatever happened. The same as standing in the list `setup` or `teardown`.
   */
  readonly stage?: 'setup' | 'teardown';
  readonly request?: SuiteFileRequest;
  readonly receive?: SuiteFileReceive;
  readonly publish?: SuiteFilePublish;
  readonly consume?: SuiteFileConsume;
  readonly poll?: SuiteFilePoll;
  /**
   * Calls before the case, one after the other; one that fails makes the case errored.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly setup?: readonly SuiteFileStep[];
  /**
   * Calls after the case, whatever happened; one that fails is a warning.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly teardown?: readonly SuiteFileStep[];
  /**
   * Resources that the case creates; they are removed at the end of the suite.
   *
   * @minItems 1
   * @maxItems 20
   */
  readonly creates?: readonly SuiteFileCreated[];
  readonly checks: SuiteFileChecks;
  readonly captures?: SuiteFileCaptures;
  /**
   * Milliseconds for one try of the case: setup, sends, waits, polls and checks together.
   */
  readonly timeoutMs?: number;
  /**
   * Milliseconds that the case waits for those it needs; without limit when absent.
   */
  readonly dependencyTimeoutMs?: number;
} & SuiteFileCase1;
/**
 * This case fetches a token: it runs once in every shard that needs it, and cases that use what it captures depend on it with kind `token`. An object says when the token is fetched anew.
 */
export type SuiteFileToken = boolean | {};
/**
 * A case id (kind `order`), or {case, kind}.
 */
export type SuiteFileDependency = string | {};
/**
 * Something that must be there: exactly one of secret, variable and capability.
 */
export type SuiteFileRequirement = {
  readonly secret?: SuiteFileVariableName;
  readonly variable?: SuiteFileVariableName;
  /**
   * Something that the runner must be able to do.
   */
  readonly capability?: 'webhooks' | 'messages';
} & SuiteFileRequirement1;
export type SuiteFileRequirement1 = {
  readonly [k: string]: unknown;
};
/**
 * HTTP method in capitals.
 */
export type SuiteFileMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE' | 'QUERY';
/**
 * A path below the target's base URL, beginning with `/`, or an absolute URL of an allowed host.
 */
export type SuiteFileRequestPath = string;
/**
 * Text, number, true/false, null or a list of them; may hold `{{variables}}`.
 *
 * @maxItems 1000
 */
export type SuiteFileParameter = string | number | boolean | null | readonly (string | number | boolean)[];
/**
 * One part of the body: exactly one of value, file and base64.
 */
export type SuiteFileMultipartPart = {
  /**
   * A text, or any JSON value, which is sent as JSON. May hold `{{variables}}`.
   */
  readonly value?: {
    readonly [k: string]: unknown;
  };
  readonly file?: SuiteFileFilePath;
  /**
   * Bytes in base64.
   */
  readonly base64?: string;
  readonly fileName?: SuiteFileLine;
  readonly contentType?: SuiteFileLine;
} & SuiteFileMultipartPart1;
/**
 * A path relative to the file that names it, with `/` between folders, such as `./data/users.csv`.
 */
export type SuiteFileFilePath = string;
export type SuiteFileMultipartPart1 = {
  readonly [k: string]: unknown;
};
/**
 * HTTP version that is spoken; the environment's choice when absent.
 */
export type SuiteFileHttp = '1.1' | '2' | 'auto';
/**
 * A letter or underscore, then letters, digits, hyphens and underscores.
 */
export type SuiteFileFieldName = string;
/**
 * One expectation: exactly one subject (status, path, header, body, schema, timeMs or bodyBytes), and the operators beside it must all hold.
 */
export type SuiteFileCheck = {
  /**
   * The status, a class such as `2xx`, or a list of them.
   */
  readonly status?: {
    readonly [k: string]: unknown;
  };
  readonly path?: SuiteFileJsonPath;
  /**
   * Name of a response header; several of that name are joined with `, `.
   */
  readonly header?: string;
  /**
   * The body as text.
   */
  readonly body?: 'text';
  /**
   * A JSON Schema (2020-12, or draft-07 where its $schema says so) that the answer must match, or {file: ./order.schema.json} to read it from a file.
   */
  readonly schema?: {};
  readonly at?: SuiteFileJsonPath;
  readonly timeMs?: SuiteFileOperators;
  readonly bodyBytes?: SuiteFileOperators;
  readonly equals?: SuiteFileEquals;
  readonly matches?: SuiteFileRegex;
  readonly in?: SuiteFileIn;
  readonly exists?: SuiteFileExists;
  readonly type?: SuiteFileType;
  readonly length?: SuiteFileLength;
  readonly '<'?: SuiteFileBound;
  readonly '<='?: SuiteFileBound;
  readonly '>'?: SuiteFileBound;
  readonly '>='?: SuiteFileBound;
  readonly sorted?: SuiteFileSorted;
  readonly unique?: SuiteFileUnique;
  readonly subset?: SuiteFileSubset;
  readonly olderThan?: SuiteFileDuration;
  readonly newerThan?: SuiteFileDuration;
  readonly every?: SuiteFileElementOperators;
  readonly some?: SuiteFileElementOperators;
  /**
   * When the check does not hold the case carries a warning, and its verdict stays.
   */
  readonly warn?: boolean;
} & SuiteFileCheck1;
/**
 * JSONPath (RFC 9535) into the JSON answer, such as `$.items[0].id`.
 */
export type SuiteFileJsonPath = string;
/**
 * A regular expression as in JavaScript with the `u` flag; matched in bounded time.
 */
export type SuiteFileRegex = string;
/**
 * One of these values.
 *
 * @minItems 1
 * @maxItems 1000
 */
export type SuiteFileIn = readonly unknown[];
/**
 * There (also when null), or not there.
 */
export type SuiteFileExists = boolean;
/**
 * JSON type; `number` includes integers.
 */
export type SuiteFileType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
/**
 * Characters of a text, elements of a list, fields of an object.
 */
export type SuiteFileLength = number | string;
/**
 * A number for numbers; a text for texts, compared by code point (RFC 3339 times in UTC compare rightly).
 */
export type SuiteFileBound = number | string;
/**
 * The list is in this order: `ascending`, `descending`, or {by, order} for the order of a field of its objects. Equal neighbours are in order.
 */
export type SuiteFileSorted = string | {};
/**
 * No two elements of the list are equal (`true`), or have the same value of this field (a name or JSONPath); `false` expects two that are.
 */
export type SuiteFileUnique = boolean | string;
/**
 * A duration such as `90s`, `15m`, `24h`, `7d`, `2w`, `1h30m` or `PT1H`.
 */
export type SuiteFileDuration = string;
export type SuiteFileCheck1 = {
  readonly [k: string]: unknown;
};
/**
 * Sends a message to a queue, topic or event bus.
 */
export type SuiteFilePublish = {
  /**
   * Where it goes: exactly one of queue, topic and bus.
   */
  readonly to: {
    readonly [k: string]: unknown;
  } & {
    /**
     * URL or name of an SQS queue.
     */
    readonly queue?: string;
    /**
     * ARN of an SNS topic.
     */
    readonly topic?: string;
    /**
     * Name or ARN of an EventBridge bus.
     */
    readonly bus?: string;
    /**
     * Source of the event.
     */
    readonly source?: string;
    /**
     * Detail type of the event.
     */
    readonly detailType?: string;
  };
  /**
   * The message as JSON.
   */
  readonly json?: {
    readonly [k: string]: unknown;
  };
  /**
   * The message as text.
   */
  readonly body?: string;
  /**
   * Attributes of the message.
   */
  readonly attributes?: {
    /**
     * Text, number or true/false; may hold `{{variables}}`.
     */
    readonly [k: string]: string | number | boolean;
  };
  /**
   * Message group of a FIFO queue or topic.
   */
  readonly group?: string;
} & SuiteFilePublish1;
export type SuiteFilePublish1 = {
  readonly [k: string]: unknown;
};
/**
 * What must hold of the answer. All are evaluated, also after one failed.
 *
 * @minItems 1
 * @maxItems 200
 */
export type SuiteFileChecks = readonly SuiteFileCheck[];
/**
 * Where a value comes from: exactly one of path, header, status and regex.
 */
export type SuiteFileCapture = {
  readonly path?: SuiteFileJsonPath;
  /**
   * Name of a response header.
   */
  readonly header?: string;
  /**
   * The status, as a number.
   */
  readonly status?: true;
  readonly regex?: SuiteFileRegex;
  /**
   * What the regular expression looks at: `body` (when absent) or {header: name}.
   */
  readonly from?: string | {};
  /**
   * Number of the group; 1 when the expression has groups, else 0 for all that matched.
   */
  readonly group?: number;
} & SuiteFileCapture1;
export type SuiteFileCapture1 = {
  readonly [k: string]: unknown;
};
/**
 * A status such as 201, or a class such as `2xx`.
 */
export type SuiteFileStatusPattern = number | string;
export type SuiteFileCase1 = {
  readonly [k: string]: unknown;
};
export type SuiteRequest = UploadReference | SuiteDefinition;
/**
 * A base URL: http or https, without user, query and fragment.
 */
export type TargetUrl = string;
/**
 * A host name or address, with `:port` where it is not the default.
 */
export type HostName = string;
/**
 * A string the claim equals, a list it is one of, or a glob in which `*` stands for any run of characters.
 */
export type ClaimCondition =
  | string
  | readonly string[]
  | {
      readonly like: string;
    };
export interface EverySchema {
  readonly Id?: Id;
  readonly SuiteId?: SuiteId;
  readonly SuiteSelector?: SuiteSelector;
  readonly CaseSelector?: CaseSelector;
  readonly RunId?: RunId;
  readonly Version?: Version;
  readonly Tag?: Tag;
  readonly Capability?: Capability;
  readonly Executor?: Executor;
  readonly Risk?: Risk;
  readonly Role?: Role;
  readonly Verdict?: Verdict;
  readonly RunState?: RunState;
  readonly GateAnswer?: GateAnswer;
  readonly Sha256?: Sha256;
  readonly Labels?: Labels;
  readonly TagSelector?: TagSelector;
  readonly CapabilitySelector?: CapabilitySelector;
  readonly GateRules?: GateRules;
  readonly RunRequest?: RunRequest;
  readonly Resolved?: Resolved;
  readonly RunLinks?: RunLinks;
  readonly RunAccepted?: RunAccepted;
  readonly RunSelection?: RunSelection;
  readonly RunSelectors?: RunSelectors;
  readonly VerdictCounts?: VerdictCounts;
  readonly GateReason?: GateReason;
  readonly GateResult?: GateResult;
  readonly RunError?: RunError;
  readonly AttemptView?: AttemptView;
  readonly ShardView?: ShardView;
  readonly RunProgress?: RunProgress;
  readonly RunTimings?: RunTimings;
  readonly SealedObject?: SealedObject;
  readonly SealView?: SealView;
  readonly RunView?: RunView;
  readonly RunSummary?: RunSummary;
  readonly RunList?: RunList;
  readonly RecordedHeader?: RecordedHeader;
  readonly CheckOutcome?: CheckOutcome;
  readonly TryView?: TryView;
  readonly CaseResult?: CaseResult;
  readonly ResultList?: ResultList;
  readonly HarPage?: HarPage;
  readonly ContextValue?: ContextValue;
  readonly ContextVariable?: ContextVariable;
  readonly ContextList?: ContextList;
  readonly LogLine?: LogLine;
  readonly LogList?: LogList;
  readonly EvidenceFile?: EvidenceFile;
  readonly EvidenceView?: EvidenceView;
  readonly RerunRequest?: RerunRequest;
  readonly ServiceRequest?: ServiceRequest;
  readonly ServiceView?: ServiceView;
  readonly ServiceList?: ServiceList;
  readonly SuiteDefinition?: SuiteDefinition;
  readonly UploadReference?: UploadReference;
  readonly SuiteRequest?: SuiteRequest;
  readonly SuiteView?: SuiteView;
  readonly SuiteList?: SuiteList;
  readonly TargetUrl?: TargetUrl;
  readonly HostName?: HostName;
  readonly EnvironmentRequest?: EnvironmentRequest;
  readonly EnvironmentView?: EnvironmentView;
  readonly EnvironmentList?: EnvironmentList;
  readonly UploadRequest?: UploadRequest;
  readonly UploadView?: UploadView;
  readonly ClaimCondition?: ClaimCondition;
  readonly TrustRuleRequest?: TrustRuleRequest;
  readonly TrustRuleView?: TrustRuleView;
  readonly TrustRuleList?: TrustRuleList;
  readonly PrincipalView?: PrincipalView;
  readonly Health?: Health;
  readonly Readiness?: Readiness;
  readonly OpenApiDocument?: OpenApiDocument;
  readonly ProblemReason?: ProblemReason;
  readonly Problem?: Problem;
  readonly SuiteFileId?: SuiteFileId;
  readonly SuiteFileLine?: SuiteFileLine;
  readonly SuiteFileVariableName?: SuiteFileVariableName;
  readonly SuiteFileTargetName?: SuiteFileTargetName;
  readonly SuiteFileTags?: SuiteFileTags;
  readonly SuiteFileRisk?: SuiteFileRisk;
  readonly SuiteFileTimeoutMs?: SuiteFileTimeoutMs;
  readonly SuiteFileReruns?: SuiteFileReruns;
  readonly SuiteFileRerunDelayMs?: SuiteFileRerunDelayMs;
  readonly SuiteFileHeaders?: SuiteFileHeaders;
  readonly SuiteFileCase?: SuiteFileCase;
  readonly SuiteFileDependency?: SuiteFileDependency;
  readonly SuiteFileRequest?: SuiteFileRequest;
  readonly SuiteFileParameter?: SuiteFileParameter;
  readonly SuiteFileJsonPath?: SuiteFileJsonPath;
  readonly SuiteFileRegex?: SuiteFileRegex;
  readonly SuiteFileOperators?: SuiteFileOperators;
  readonly SuiteFileEquals?: SuiteFileEquals;
  readonly SuiteFileNot?: SuiteFileNot;
  readonly SuiteFileContains?: SuiteFileContains;
  readonly SuiteFileIn?: SuiteFileIn;
  readonly SuiteFileExists?: SuiteFileExists;
  readonly SuiteFileType?: SuiteFileType;
  readonly SuiteFileLength?: SuiteFileLength;
  readonly SuiteFileBound?: SuiteFileBound;
  readonly SuiteFileStatusPattern?: SuiteFileStatusPattern;
  readonly SuiteFileCheck?: SuiteFileCheck;
  readonly SuiteFileCapture?: SuiteFileCapture;
  readonly SuiteFileFieldName?: SuiteFileFieldName;
  readonly SuiteFilePriority?: SuiteFilePriority;
  readonly SuiteFileRequirements?: SuiteFileRequirements;
  readonly SuiteFileFilePath?: SuiteFileFilePath;
  readonly SuiteFileRetry?: SuiteFileRetry;
  readonly SuiteFileTimeoutsMs?: SuiteFileTimeoutsMs;
  readonly SuiteFileHttp?: SuiteFileHttp;
  readonly SuiteFileRow?: SuiteFileRow;
  readonly SuiteFileColumnTypes?: SuiteFileColumnTypes;
  readonly SuiteFileRows?: SuiteFileRows;
  readonly SuiteFileFlow?: SuiteFileFlow;
  readonly SuiteFileMethod?: SuiteFileMethod;
  readonly SuiteFileRequestPath?: SuiteFileRequestPath;
  readonly SuiteFileQuery?: SuiteFileQuery;
  readonly SuiteFileFormFields?: SuiteFileFormFields;
  readonly SuiteFileMultipartPart?: SuiteFileMultipartPart;
  readonly SuiteFileDeleteRequest?: SuiteFileDeleteRequest;
  readonly SuiteFileSorted?: SuiteFileSorted;
  readonly SuiteFileUnique?: SuiteFileUnique;
  readonly SuiteFileSubset?: SuiteFileSubset;
  readonly SuiteFileDuration?: SuiteFileDuration;
  readonly SuiteFileInnerOperators?: SuiteFileInnerOperators;
  readonly SuiteFileElementOperators?: SuiteFileElementOperators;
  readonly SuiteFileChecks?: SuiteFileChecks;
  readonly SuiteFileCaptures?: SuiteFileCaptures;
  readonly SuiteFilePoll?: SuiteFilePoll;
  readonly SuiteFileStep?: SuiteFileStep;
  readonly SuiteFileCreated?: SuiteFileCreated;
  readonly SuiteFileRequirement?: SuiteFileRequirement;
  readonly SuiteFileToken?: SuiteFileToken;
  readonly SuiteFileReceive?: SuiteFileReceive;
  readonly SuiteFilePublish?: SuiteFilePublish;
  readonly SuiteFileConsume?: SuiteFileConsume;
  readonly SuiteFileFragmentId?: SuiteFileFragmentId;
  readonly SuiteFileFragmentParameter?: SuiteFileFragmentParameter;
  readonly SuiteFileInclude?: SuiteFileInclude;
  readonly SuiteFileIncludes?: SuiteFileIncludes;
  readonly SuiteFileFragment?: SuiteFileFragment;
  readonly SuiteFileFragments?: SuiteFileFragments;
  readonly SuiteFileWebhook?: SuiteFileWebhook;
  readonly SuiteFilePersona?: SuiteFilePersona;
  readonly SubmitRunPath?: SubmitRunPath;
  readonly SubmitRunQuery?: SubmitRunQuery;
  readonly SubmitRunHeaders?: SubmitRunHeaders;
  readonly GetRunPath?: GetRunPath;
  readonly GetRunQuery?: GetRunQuery;
  readonly GetRunHeaders?: GetRunHeaders;
  readonly GetResultsPath?: GetResultsPath;
  readonly GetResultsQuery?: GetResultsQuery;
  readonly GetResultsHeaders?: GetResultsHeaders;
  readonly GetJunitPath?: GetJunitPath;
  readonly GetJunitQuery?: GetJunitQuery;
  readonly GetJunitHeaders?: GetJunitHeaders;
  readonly GetHarPath?: GetHarPath;
  readonly GetHarQuery?: GetHarQuery;
  readonly GetHarHeaders?: GetHarHeaders;
  readonly GetContextPath?: GetContextPath;
  readonly GetContextQuery?: GetContextQuery;
  readonly GetContextHeaders?: GetContextHeaders;
  readonly GetLogsPath?: GetLogsPath;
  readonly GetLogsQuery?: GetLogsQuery;
  readonly GetLogsHeaders?: GetLogsHeaders;
  readonly GetEvidencePath?: GetEvidencePath;
  readonly GetEvidenceQuery?: GetEvidenceQuery;
  readonly GetEvidenceHeaders?: GetEvidenceHeaders;
  readonly CancelRunPath?: CancelRunPath;
  readonly CancelRunQuery?: CancelRunQuery;
  readonly CancelRunHeaders?: CancelRunHeaders;
  readonly RerunRunPath?: RerunRunPath;
  readonly RerunRunQuery?: RerunRunQuery;
  readonly RerunRunHeaders?: RerunRunHeaders;
  readonly ListRunsPath?: ListRunsPath;
  readonly ListRunsQuery?: ListRunsQuery;
  readonly ListRunsHeaders?: ListRunsHeaders;
  readonly PutServicePath?: PutServicePath;
  readonly PutServiceQuery?: PutServiceQuery;
  readonly PutServiceHeaders?: PutServiceHeaders;
  readonly GetServicePath?: GetServicePath;
  readonly GetServiceQuery?: GetServiceQuery;
  readonly GetServiceHeaders?: GetServiceHeaders;
  readonly ListServicesPath?: ListServicesPath;
  readonly ListServicesQuery?: ListServicesQuery;
  readonly ListServicesHeaders?: ListServicesHeaders;
  readonly PutSuitePath?: PutSuitePath;
  readonly PutSuiteQuery?: PutSuiteQuery;
  readonly PutSuiteHeaders?: PutSuiteHeaders;
  readonly GetSuitePath?: GetSuitePath;
  readonly GetSuiteQuery?: GetSuiteQuery;
  readonly GetSuiteHeaders?: GetSuiteHeaders;
  readonly ListSuitesPath?: ListSuitesPath;
  readonly ListSuitesQuery?: ListSuitesQuery;
  readonly ListSuitesHeaders?: ListSuitesHeaders;
  readonly PutEnvironmentPath?: PutEnvironmentPath;
  readonly PutEnvironmentQuery?: PutEnvironmentQuery;
  readonly PutEnvironmentHeaders?: PutEnvironmentHeaders;
  readonly GetEnvironmentPath?: GetEnvironmentPath;
  readonly GetEnvironmentQuery?: GetEnvironmentQuery;
  readonly GetEnvironmentHeaders?: GetEnvironmentHeaders;
  readonly ListEnvironmentsPath?: ListEnvironmentsPath;
  readonly ListEnvironmentsQuery?: ListEnvironmentsQuery;
  readonly ListEnvironmentsHeaders?: ListEnvironmentsHeaders;
  readonly CreateUploadPath?: CreateUploadPath;
  readonly CreateUploadQuery?: CreateUploadQuery;
  readonly CreateUploadHeaders?: CreateUploadHeaders;
  readonly AddTrustRulePath?: AddTrustRulePath;
  readonly AddTrustRuleQuery?: AddTrustRuleQuery;
  readonly AddTrustRuleHeaders?: AddTrustRuleHeaders;
  readonly ListTrustRulesPath?: ListTrustRulesPath;
  readonly ListTrustRulesQuery?: ListTrustRulesQuery;
  readonly ListTrustRulesHeaders?: ListTrustRulesHeaders;
  readonly RemoveTrustRulePath?: RemoveTrustRulePath;
  readonly RemoveTrustRuleQuery?: RemoveTrustRuleQuery;
  readonly RemoveTrustRuleHeaders?: RemoveTrustRuleHeaders;
  readonly WhoamiPath?: WhoamiPath;
  readonly WhoamiQuery?: WhoamiQuery;
  readonly WhoamiHeaders?: WhoamiHeaders;
  readonly CatchPostPath?: CatchPostPath;
  readonly CatchPostQuery?: CatchPostQuery;
  readonly CatchPostHeaders?: CatchPostHeaders;
  readonly CatchPutPath?: CatchPutPath;
  readonly CatchPutQuery?: CatchPutQuery;
  readonly CatchPutHeaders?: CatchPutHeaders;
  readonly CatchGetPath?: CatchGetPath;
  readonly CatchGetQuery?: CatchGetQuery;
  readonly CatchGetHeaders?: CatchGetHeaders;
  readonly GetHealthPath?: GetHealthPath;
  readonly GetHealthQuery?: GetHealthQuery;
  readonly GetHealthHeaders?: GetHealthHeaders;
  readonly GetReadinessPath?: GetReadinessPath;
  readonly GetReadinessQuery?: GetReadinessQuery;
  readonly GetReadinessHeaders?: GetReadinessHeaders;
  readonly GetOpenApiPath?: GetOpenApiPath;
  readonly GetOpenApiQuery?: GetOpenApiQuery;
  readonly GetOpenApiHeaders?: GetOpenApiHeaders;
}
/**
 * At most 20 labels, such as branch, commit and build URL; lists filter by them.
 */
export interface Labels {
  readonly [k: string]: string;
}
/**
 * When the gate opens. Fields left out take the defaults.
 */
export interface GateRules {
  /**
   * Most failed or errored blocking cases per risk.
   */
  readonly maxFailures?: {
    readonly low?: number;
    readonly medium?: number;
    readonly high?: number;
    readonly critical?: number;
  };
  /**
   * Fewest blocking cases that must have been judged.
   */
  readonly minCasesRan?: number;
  /**
   * @maxItems 200
   */
  readonly requiredSuites?: readonly SuiteSelector[];
  /**
   * Share of requests without an answer that could be judged, 0 to 1.
   */
  readonly errorRate?: {
    /**
     * Above this the gate result carries a warning.
     */
    readonly warn?: number;
    /**
     * Above this the gate is shut.
     */
    readonly fail?: number;
  };
  /**
   * 95th percentile of the latency, milliseconds.
   */
  readonly p95Ms?: {
    /**
     * Above this the gate result carries a warning.
     */
    readonly warn?: number;
    /**
     * Above this the gate is shut.
     */
    readonly fail?: number;
  };
  /**
   * Share of cases that passed only after a failure, 0 to 1.
   */
  readonly flakeRate?: {
    /**
     * Above this the gate result carries a warning.
     */
    readonly warn?: number;
    /**
     * Above this the gate is shut.
     */
    readonly fail?: number;
  };
  /**
   * Number of warnings of blocking cases. Warnings are listed in the gate result without it, too.
   */
  readonly maxWarnings?: {
    /**
     * Above this the gate is shut.
     */
    readonly fail?: number;
  };
  /**
   * Cases that may be skipped because what they require (a secret, a variable, a capability of the runner) is not there. 0 when absent: more make the result inconclusive.
   */
  readonly maxUnmetRequirements?: number;
}
/**
 * Selectors combine with and. Without suites, cases, tags and capability all suites of the service are run.
 */
export interface RunRequest {
  readonly service?: Id;
  readonly version?: Version;
  readonly tags?: TagSelector;
  readonly capability?: CapabilitySelector;
  /**
   * @minItems 1
   * @maxItems 200
   */
  readonly suites?: readonly SuiteSelector[];
  /**
   * @minItems 1
   * @maxItems 1000
   */
  readonly cases?: readonly CaseSelector[];
  readonly environment?: Id;
  /**
   * A unique name is made when absent.
   */
  readonly name?: string;
  readonly description?: string;
  readonly labels?: Labels;
  readonly gate?: GateRules;
  readonly executor?: Executor;
  /**
   * Most shards to cut.
   */
  readonly shards?: number;
  /**
   * Stop the rest after the first blocking failure.
   */
  readonly failFast?: boolean;
  /**
   * When the run is stopped and judged with what there is; 60 when absent.
   */
  readonly deadlineMinutes?: number;
  /**
   * Answer with the selection and start nothing.
   */
  readonly dryRun?: boolean;
}
/**
 * What the caller left open and how it was resolved.
 */
export interface Resolved {
  readonly environment: Id;
  /**
   * `request` or `service-default`.
   */
  readonly environmentFrom: string;
  readonly version: string | null;
  /**
   * `request`, `deployed`, `newest` or `none`.
   */
  readonly versionFrom: string;
}
/**
 * Paths below the API.
 */
export interface RunLinks {
  readonly self: string;
  readonly results: string;
  readonly junit: string;
  readonly evidence: string;
  readonly cancel: string;
  readonly logs: string;
}
export interface RunAccepted {
  readonly runId: RunId;
  readonly name: string;
  readonly state: RunState;
  readonly service: Id;
  readonly resolved: Resolved;
  /**
   * Cases selected.
   */
  readonly cases: number;
  readonly suites: readonly SuiteId[];
  /**
   * True when the Idempotency-Key had started this run before.
   */
  readonly replayed: boolean;
  readonly rerunOf?: RunId;
  readonly lineage?: readonly RunId[];
  readonly links: RunLinks;
}
/**
 * What a run with this body would run.
 */
export interface RunSelection {
  readonly selection: readonly {
    readonly suite: SuiteId;
    readonly cases: readonly string[];
    /**
     * Cases that are run besides, because the selected ones need them.
     */
    readonly dependencies: readonly string[];
  }[];
  /**
   * Selected cases; dependencies are not among them.
   */
  readonly cases: number;
  readonly resolved: Resolved;
}
export interface RunSelectors {
  readonly service?: string;
  readonly version?: string;
  readonly tags?: TagSelector;
  readonly capability?: CapabilitySelector;
  readonly suites?: readonly string[];
  readonly cases?: readonly string[];
}
export interface VerdictCounts {
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
  readonly flaky: number;
  readonly warnings: number;
  readonly checks: number;
  /**
   * HTTP requests sent.
   */
  readonly requests: number;
  /**
   * Those without an answer.
   */
  readonly requestErrors: number;
}
export interface GateReason {
  readonly code: string;
  /**
   * One sentence a person can act on; holds nothing that the target answered.
   */
  readonly message: string;
  /**
   * What was expected and what came. Left out for callers without payload:read.
   */
  readonly detail?: string;
  readonly effect: 'shut' | 'inconclusive' | 'warn' | 'info';
  readonly suite?: string;
  readonly case?: string;
  readonly evidence?: string;
}
export interface GateResult {
  readonly answer: GateAnswer;
  readonly reasons: readonly GateReason[];
  readonly counts: VerdictCounts;
  readonly errorRate: number | null;
  readonly p95Ms: number | null;
  readonly degraded: boolean;
}
export interface RunError {
  readonly code: string;
  readonly message: string;
}
export interface AttemptView {
  readonly attempt: number;
  readonly executor: Executor;
  readonly state: 'running' | 'recorded' | 'lost' | 'superseded' | 'late';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly stopCode: string | null;
}
export interface ShardView {
  readonly shard: number;
  readonly state: 'planned' | 'running' | 'recorded' | 'lost';
  readonly executor: Executor;
  /**
   * 0 until the first attempt began.
   */
  readonly attempt: number;
  readonly cases: number;
  readonly casesDone: number;
  readonly counts: VerdictCounts | null;
  readonly predictedMs: number;
  readonly lostReason: string | null;
  readonly attempts: readonly AttemptView[];
}
export interface RunProgress {
  /**
   * Null until the run is planned.
   */
  readonly cases: number | null;
  readonly casesDone: number;
  readonly counts: VerdictCounts;
  readonly shards: readonly ShardView[];
}
export interface RunTimings {
  readonly acceptedAt: string;
  readonly startedAt: string | null;
  readonly lastRecordedAt: string | null;
  readonly judgedAt: string | null;
  readonly sealedAt: string | null;
  readonly deadlineAt: string;
}
export interface SealedObject {
  readonly key: string;
  readonly versionId: string;
  readonly sha256: Sha256;
  readonly bytes: number;
}
export interface SealView {
  readonly bucket: string;
  readonly prefix: string;
  readonly manifest: SealedObject;
  readonly objects: number;
  readonly bytes: number;
}
export interface RunView {
  readonly runId: RunId;
  readonly name: string;
  readonly description: string | null;
  readonly labels: {
    readonly [k: string]: string;
  };
  readonly state: RunState;
  readonly service: Id;
  readonly version: string | null;
  readonly environment: Id;
  readonly resolved: Resolved;
  readonly selectors: RunSelectors;
  readonly suites: readonly SuiteId[];
  /**
   * What the caller asked for: lambda, fargate or null.
   */
  readonly executor: string | null;
  readonly failFast: boolean;
  readonly gate: GateResult | null;
  readonly error: RunError | null;
  readonly stop: {
    readonly reason: 'cancelled' | 'fail-fast' | 'deadline';
    readonly by: string;
    readonly at: string;
  } | null;
  readonly progress: RunProgress;
  readonly timings: RunTimings;
  readonly seal: SealView | null;
  readonly sealError: RunError | null;
  readonly rerunOf: string | null;
  readonly lineage: readonly RunId[];
  readonly traceId: string;
  readonly links: RunLinks;
}
export interface RunSummary {
  readonly runId: RunId;
  readonly name: string;
  readonly labels: {
    readonly [k: string]: string;
  };
  readonly state: RunState;
  readonly service: Id;
  readonly version: string | null;
  readonly environment: Id;
  readonly suites: readonly SuiteId[];
  readonly gate: GateAnswer | null;
  readonly cases: number | null;
  readonly acceptedAt: string;
  readonly judgedAt: string | null;
  readonly sealedAt: string | null;
  readonly rerunOf: string | null;
}
export interface RunList {
  readonly items: readonly RunSummary[];
  readonly next: string | null;
}
export interface CheckOutcome {
  readonly check: string;
  readonly passed: boolean;
  readonly expected?: unknown;
  readonly got?: unknown;
  readonly path?: string;
  readonly message?: string;
}
export interface TryView {
  readonly try: number;
  readonly startedAtEpochMs: number;
  readonly durationMs: number;
  readonly verdict: Verdict;
  readonly request?: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly RecordedHeader[];
    readonly body?: string;
    readonly bodyBytes: number;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: readonly RecordedHeader[];
    readonly body?: string;
    readonly bodyBytes: number;
    readonly bodyTruncated?: boolean;
    readonly timingsMs: {
      readonly dns: number | null;
      readonly connect: number | null;
      readonly tls: number | null;
      readonly wait: number;
      readonly receive: number;
    };
  };
  readonly checks: readonly CheckOutcome[];
  readonly failure?: {
    readonly type: string;
    readonly phase: string;
    readonly message: string;
  };
  readonly curl?: string;
}
/**
 * One line of the results file as the evidence holds it, times in milliseconds since 1970. Without the right payload:read whatever was sent or answered is `***`: bodies, header values, found and expected values, messages, paths and queries.
 */
export interface CaseResult {
  readonly suite: string;
  readonly case: string;
  readonly name: string;
  readonly capability: Capability;
  readonly risk: Risk;
  readonly tags: readonly string[];
  readonly advisory: boolean;
  readonly verdict: Verdict;
  readonly flaky: boolean;
  readonly because?: {
    readonly case?: string;
    readonly reason: string;
  };
  readonly warnings: readonly {
    readonly kind: string;
    readonly message: string;
  }[];
  readonly tries: readonly TryView[];
  readonly startedAtEpochMs: number;
  readonly durationMs: number;
  readonly traceId?: string;
}
export interface ResultList {
  readonly items: readonly CaseResult[];
  readonly next: string | null;
  /**
   * False while shards may still record.
   */
  readonly complete: boolean;
}
/**
 * HTTP Archive 1.2.
 */
export interface HarPage {
  readonly log: {
    readonly version: '1.2';
    readonly creator: {
      readonly name: string;
      readonly version: string;
    };
    readonly entries: readonly {}[];
    /**
     * Cursor of the next page.
     */
    readonly _next: string | null;
    /**
     * False while shards may still record.
     */
    readonly _complete: boolean;
  };
}
/**
 * The value is masked, and absent where it is large, a secret, or not to be kept.
 */
export interface ContextValue {
  readonly type: 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
  /**
   * Of the value as JSON.
   */
  readonly bytes: number;
  readonly value?: unknown;
  /**
   * Of the flow, from 1.
   */
  readonly row?: number;
}
export interface ContextVariable {
  readonly suite: string;
  readonly name: string;
  /**
   * Who gives it its value.
   */
  readonly source: 'case' | 'suite' | 'environment' | 'secret';
  /**
   * The case that captures it.
   */
  readonly case: string | null;
  /**
   * Cases that use it.
   */
  readonly consumers: readonly string[];
  /**
   * Values that it had: a case may run in several shards, and once for each row.
   */
  readonly count: number;
  /**
   * @maxItems 10
   */
  readonly values: readonly ContextValue[];
}
export interface ContextList {
  readonly items: readonly ContextVariable[];
  readonly next: string | null;
  /**
   * False while shards may still record.
   */
  readonly complete: boolean;
}
export interface LogLine {
  readonly at: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly shard: number;
  readonly case?: string;
  readonly [k: string]: unknown;
}
export interface LogList {
  readonly items: readonly LogLine[];
  readonly next: string | null;
  /**
   * False while shards may still write.
   */
  readonly complete: boolean;
}
export interface EvidenceFile {
  readonly path: string;
  readonly key: string;
  readonly versionId: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly mediaType: string;
  /**
   * A GET link, valid until expiresAt.
   */
  readonly url: string;
}
export interface EvidenceView {
  readonly bucket: string;
  readonly prefix: string;
  readonly manifest: {
    readonly key: string;
    readonly versionId: string;
    readonly sha256: Sha256;
    readonly bytes: number;
    readonly url: string;
  };
  readonly files: readonly EvidenceFile[];
  readonly expiresAt: string;
}
export interface RerunRequest {
  /**
   * failed-or-lost when absent. `failed` means failed or errored cases and those skipped because of one, `lost` cases without a result and all that were skipped.
   */
  readonly only?: 'failed' | 'lost' | 'failed-or-lost';
}
/**
 * `service` may be left out; given, it equals the one of the path.
 */
export interface ServiceRequest {
  readonly service?: Id;
  readonly name?: string;
  /**
   * Who answers for the service: a person or a team.
   */
  readonly owner: string;
  readonly team?: string;
  readonly contact?: string;
  /**
   * 0 is the most important.
   */
  readonly tier?: number;
  readonly exposure?: 'public' | 'partner' | 'internal';
  readonly repository?: string;
  readonly defaultEnvironment?: Id;
  readonly version?: Version;
}
export interface ServiceView {
  readonly service: Id;
  readonly name?: string;
  readonly owner: string;
  readonly team?: string;
  readonly contact?: string;
  readonly tier?: 0 | 1 | 2 | 3;
  readonly exposure?: 'public' | 'partner' | 'internal';
  readonly repository?: string;
  readonly defaultEnvironment?: string;
  readonly version?: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}
export interface ServiceList {
  readonly items: readonly ServiceView[];
  readonly next: string | null;
}
/**
 * One versioned set of cases that belongs to one service. A suite file is this object in YAML or JSON; docs/writing-suites.md explains every field.
 */
export interface SuiteDefinition {
  /**
   * Address of this schema, for completion in editors. Ignored.
   */
  readonly $schema?: string;
  readonly suite: SuiteFileId;
  readonly service: SuiteFileId;
  readonly name?: SuiteFileLine;
  /**
   * What the suite shows, in prose.
   */
  readonly description?: string;
  /**
   * What kind of quality the suite shows; `functional` when absent.
   */
  readonly capability?: 'functional' | 'contract' | 'performance' | 'security' | 'resilience' | 'data-quality';
  readonly tags?: SuiteFileTags;
  readonly risk?: SuiteFileRisk;
  readonly owner?: SuiteFileLine;
  readonly priority?: SuiteFilePriority;
  readonly requirements?: SuiteFileRequirements;
  /**
   * Results of an advisory suite are judged, kept and shown, but never shut the gate.
   */
  readonly advisory?: boolean;
  /**
   * Where shards of this suite run. Chosen by predicted duration when absent.
   */
  readonly executor?: 'lambda' | 'fargate';
  /**
   * Names of the variables and secrets that the environment must have. Every `{{variable}}` is one of these, one of `variables`, or captured by a case.
   *
   * @maxItems 200
   */
  readonly uses?: readonly SuiteFileVariableName[];
  /**
   * Constant values for `{{variable}}`, of any JSON type.
   */
  readonly variables?: {};
  /**
   * Made-up people by name: `{{persona.NAME.email}}`.
   */
  readonly personas?: {
    readonly [k: string]: SuiteFilePersona;
  };
  /**
   * URLs of this run that webhooks are sent to, by name: `{{webhooks.NAME.url}}`.
   */
  readonly webhooks?: {
    readonly [k: string]: SuiteFileWebhook;
  };
  /**
   * Cases that run once for each row, by id; cases name theirs with `flow`.
   */
  readonly flows?: {
    readonly [k: string]: SuiteFileFlow;
  };
  /**
   * What cases take that do not state it themselves.
   */
  readonly defaults?: {
    readonly headers?: SuiteFileHeaders;
    readonly timeoutMs?: SuiteFileTimeoutMs;
    readonly reruns?: SuiteFileReruns;
    readonly rerunDelayMs?: SuiteFileRerunDelayMs;
    readonly target?: SuiteFileTargetName;
    /**
     * Follow up to 10 redirects, each checked like the first address; false when absent.
     */
    readonly followRedirects?: boolean;
    readonly retry?: SuiteFileRetry;
    /**
     * Send cookies that answers set again: one jar for each row of a flow and one for all other cases; false when absent.
     */
    readonly cookies?: boolean;
  };
  /**
   * Limits of requests, summed over all shards of the run.
   */
  readonly rate?: {
    /**
     * Requests a second to each host.
     */
    readonly requestsPerSecond?: number;
    /**
     * Requests at once before the limit holds; 1 when absent.
     */
    readonly burst?: number;
    /**
     * Limit of each operation: method and path as the case has them.
     */
    readonly perOperation?: {
      /**
       * Requests a second.
       */
      readonly requestsPerSecond: number;
      /**
       * Requests at once before the limit holds; 1 when absent.
       */
      readonly burst?: number;
    };
  };
  /**
   * The circuit breaker: after too many failures requests to an endpoint are skipped for a while; true when absent.
   */
  readonly breaker?: boolean;
  /**
   * Cases at once inside one shard; 5 when absent.
   */
  readonly concurrency?: number;
  /**
   * Milliseconds for all cases of the suite in one shard. Cases that did not end by then are errored, the rest skipped.
   */
  readonly timeoutMs?: number;
  readonly fragments?: SuiteFileFragments;
  /**
   * Files that hold fragments and nothing else.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly fragmentsFrom?: readonly SuiteFileFilePath[];
  readonly include?: SuiteFileIncludes;
  /**
   * Cases that every other case needs, one after the other, once in each shard. When one fails the others are skipped.
   *
   * @minItems 1
   * @maxItems 1000
   */
  readonly setup?: readonly SuiteFileCase[];
  /**
   * The cases. Their order in the file does not matter: dependencies do.
   *
   * @minItems 1
   * @maxItems 10000
   */
  readonly cases?: readonly SuiteFileCase[];
  /**
   * Cases that run after all others, in this order, whatever happened. A failure of theirs is a warning.
   *
   * @minItems 1
   * @maxItems 1000
   */
  readonly teardown?: readonly SuiteFileCase[];
}
/**
 * A made-up person, the same for the same seed: `{{persona.NAME.email}}`.
 */
export interface SuiteFilePersona {
  /**
   * What sort of user: decides permissions, age and history.
   */
  readonly kind: 'new' | 'returning' | 'admin' | 'partner';
  /**
   * A currency of ISO 4217 such as EUR.
   */
  readonly currency?: string;
  /**
   * Language and country such as de, en-GB or ja-JP.
   */
  readonly locale?: string;
  /**
   * What the person uses.
   */
  readonly device?: 'desktop' | 'mobile' | 'tablet';
  /**
   * What the person may do.
   *
   * @minItems 0
   * @maxItems 100
   *
   * Items: A permission.
   */
  readonly permissions?: readonly string[];
}
/**
 * A URL of this run that webhooks are sent to: `{{webhooks.NAME.url}}`.
 */
export interface SuiteFileWebhook {
  /**
   * Statuses answered one after the other, the last one from then on; [200] when absent.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: A status such as 200, or `timeout`, which never answers.
   */
  readonly answers?: readonly (number | string)[];
  /**
   * Milliseconds before each answer.
   */
  readonly delayMs?: number;
  /**
   * How deliveries are signed: HMAC of the raw body.
   */
  readonly signature?: {
    /**
     * Header that holds the signature.
     */
    readonly header: string;
    /**
     * The shared secret, as a reference such as `{{webhookSecret}}` to a secret of the environment.
     */
    readonly secret: string;
    /**
     * Hash of the HMAC; `sha256` when absent.
     */
    readonly algorithm?: 'sha256' | 'sha1' | 'sha512';
    /**
     * How the signature is written; `hex` when absent.
     */
    readonly encoding?: 'hex' | 'base64';
    /**
     * Text before the signature, such as `sha256=`.
     */
    readonly prefix?: string;
  };
}
/**
 * Cases that run together once for each row: in order inside a row, rows side by side.
 */
export interface SuiteFileFlow {
  readonly name?: SuiteFileLine;
  readonly rows: SuiteFileRows;
  /**
   * Rows at once; the suite's `concurrency` when absent.
   */
  readonly concurrency?: number;
}
/**
 * Headers by name.
 */
export interface SuiteFileHeaders {
  /**
   * Text, number or true/false; may hold `{{variables}}`. Null leaves out a header that the suite's defaults have.
   */
  readonly [k: string]: string | number | boolean | null;
}
/**
 * Fragments by name.
 */
export interface SuiteFileFragments {
  readonly [k: string]: SuiteFileFragment;
}
/**
 * Cases to be included, with parameters.
 */
export interface SuiteFileFragment {
  /**
   * What the fragment does.
   */
  readonly description?: string;
  /**
   * Parameters by name.
   */
  readonly parameters?: {
    readonly [k: string]: SuiteFileFragmentParameter;
  };
  readonly include?: SuiteFileIncludes;
  /**
   * The cases. Texts, and whole values, may be `{{parameters}}`.
   *
   * @minItems 1
   * @maxItems 10000
   */
  readonly cases?: readonly SuiteFileCase[];
}
/**
 * A parameter of a fragment: `{{name}}` inside it stands for the argument, type kept.
 */
export interface SuiteFileFragmentParameter {
  /**
   * The argument where an include gives none; without it the parameter must be given.
   */
  readonly default?: {
    readonly [k: string]: unknown;
  };
  /**
   * What the parameter is for.
   */
  readonly description?: string;
}
/**
 * Puts the cases of a fragment in.
 */
export interface SuiteFileInclude {
  readonly fragment: SuiteFileFragmentId;
  readonly as?: SuiteFileId;
  /**
   * Arguments by name of the parameter; may hold `{{variables}}`.
   */
  readonly with?: {};
  /**
   * Makes its cases setup or teardown cases.
   */
  readonly stage?: 'setup' | 'teardown';
  readonly flow?: SuiteFileId;
}
/**
 * The call. Every text in it may hold `{{variables}}`; a text that is nothing but one keeps the variable's type.
 */
export interface SuiteFileRequest {
  readonly method: SuiteFileMethod;
  readonly path: SuiteFileRequestPath;
  readonly target?: SuiteFileTargetName;
  readonly query?: SuiteFileQuery;
  readonly headers?: SuiteFileHeaders;
  /**
   * A JSON body of any type; sets Content-Type to application/json unless a header says otherwise.
   */
  readonly json?: {
    readonly [k: string]: unknown;
  };
  readonly form?: SuiteFileFormFields;
  /**
   * A multipart/form-data body: parts by field name.
   */
  readonly multipart?: {
    readonly [k: string]: SuiteFileMultipartPart;
  };
  /**
   * A body of text, sent as it is after substitution.
   */
  readonly body?: string;
  /**
   * Content-Encoding that the body is sent with.
   */
  readonly compress?: 'gzip' | 'deflate' | 'br';
  readonly timeoutMs?: SuiteFileTimeoutMs;
  readonly timeoutsMs?: SuiteFileTimeoutsMs;
  /**
   * Follow up to 10 redirects, each checked like the first address. False when absent: a redirect is then the answer.
   */
  readonly followRedirects?: boolean;
  readonly retry?: SuiteFileRetry;
  readonly http?: SuiteFileHttp;
}
/**
 * Query parameters, percent-encoded for you. A list repeats the name; null leaves the parameter out.
 */
export interface SuiteFileQuery {
  readonly [k: string]: SuiteFileParameter;
}
/**
 * A body of form fields; sets Content-Type to application/x-www-form-urlencoded unless a header says otherwise.
 */
export interface SuiteFileFormFields {
  readonly [k: string]: SuiteFileParameter;
}
/**
 * Milliseconds for single phases of the request, inside `timeoutMs`.
 */
export interface SuiteFileTimeoutsMs {
  /**
   * Looking up the name of the host.
   */
  readonly resolve?: number;
  /**
   * Connecting, a proxy included.
   */
  readonly connect?: number;
  /**
   * The TLS handshake.
   */
  readonly tls?: number;
  /**
   * From the last byte of the request to the first of the answer.
   */
  readonly wait?: number;
  /**
   * From the first byte of the answer to the last.
   */
  readonly receive?: number;
}
/**
 * Waits for webhooks that were sent to one of the suite's catchers; checks and captures look at the list of deliveries.
 */
export interface SuiteFileReceive {
  readonly webhook: SuiteFileFieldName;
  /**
   * Deliveries to wait for; 1 when absent. 0 waits for the whole deadline and expects silence.
   */
  readonly count?: number;
  /**
   * Milliseconds to wait; 10000 when absent.
   */
  readonly deadlineMs?: number;
  /**
   * Only those where these checks hold count.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly where?: readonly SuiteFileCheck[];
}
/**
 * Expectations that must all hold.
 */
export interface SuiteFileOperators {
  readonly equals?: SuiteFileEquals;
  readonly matches?: SuiteFileRegex;
  readonly in?: SuiteFileIn;
  readonly exists?: SuiteFileExists;
  readonly type?: SuiteFileType;
  readonly length?: SuiteFileLength;
  readonly '<'?: SuiteFileBound;
  readonly '<='?: SuiteFileBound;
  readonly '>'?: SuiteFileBound;
  readonly '>='?: SuiteFileBound;
  readonly sorted?: SuiteFileSorted;
  readonly unique?: SuiteFileUnique;
  readonly subset?: SuiteFileSubset;
  readonly olderThan?: SuiteFileDuration;
  readonly newerThan?: SuiteFileDuration;
  readonly every?: SuiteFileElementOperators;
  readonly some?: SuiteFileElementOperators;
}
/**
 * The same JSON value: types count, order of fields does not.
 */
export interface SuiteFileEquals {
  readonly [k: string]: unknown;
}
/**
 * Every element of the list is among these; every field of the object is there with this value.
 */
export interface SuiteFileSubset {
  readonly [k: string]: unknown;
}
/**
 * Operators that elements of the list fulfil: each one with `every`, at least one with `some`. `path` looks below the element first.
 */
export interface SuiteFileElementOperators {
  readonly path?: SuiteFileJsonPath;
  readonly equals?: SuiteFileEquals;
  readonly matches?: SuiteFileRegex;
  readonly in?: SuiteFileIn;
  readonly exists?: SuiteFileExists;
  readonly type?: SuiteFileType;
  readonly length?: SuiteFileLength;
  readonly '<'?: SuiteFileBound;
  readonly '<='?: SuiteFileBound;
  readonly '>'?: SuiteFileBound;
  readonly '>='?: SuiteFileBound;
  readonly sorted?: SuiteFileSorted;
  readonly unique?: SuiteFileUnique;
  readonly subset?: SuiteFileSubset;
  readonly olderThan?: SuiteFileDuration;
  readonly newerThan?: SuiteFileDuration;
  readonly every?: SuiteFileInnerOperators;
  readonly some?: SuiteFileInnerOperators;
}
/**
 * Operators that elements of the inner list fulfil: each one with `every`, at least one with `some`. `path` looks below the element first.
 */
export interface SuiteFileInnerOperators {
  readonly path?: SuiteFileJsonPath;
  readonly equals?: SuiteFileEquals;
  readonly matches?: SuiteFileRegex;
  readonly in?: SuiteFileIn;
  readonly exists?: SuiteFileExists;
  readonly type?: SuiteFileType;
  readonly length?: SuiteFileLength;
  readonly '<'?: SuiteFileBound;
  readonly '<='?: SuiteFileBound;
  readonly '>'?: SuiteFileBound;
  readonly '>='?: SuiteFileBound;
  readonly sorted?: SuiteFileSorted;
  readonly unique?: SuiteFileUnique;
  readonly subset?: SuiteFileSubset;
  readonly olderThan?: SuiteFileDuration;
  readonly newerThan?: SuiteFileDuration;
}
/**
 * Takes messages from a queue; checks and captures look at the list of them.
 */
export interface SuiteFileConsume {
  /**
   * URL or name of an SQS queue.
   */
  readonly queue: string;
  /**
   * Messages to wait for; 1 when absent. 0 waits for the whole deadline and expects silence.
   */
  readonly count?: number;
  /**
   * Milliseconds to wait; 10000 when absent.
   */
  readonly deadlineMs?: number;
  /**
   * Only those where these checks hold count.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly where?: readonly SuiteFileCheck[];
}
/**
 * Sends the request again until the conditions hold; all `checks` then look at the last answer.
 */
export interface SuiteFilePoll {
  /**
   * Conditions that must all hold.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly until: readonly SuiteFileCheck[];
  /**
   * Milliseconds between an answer and the next request; 1000 when absent.
   */
  readonly everyMs?: number;
  /**
   * Milliseconds until the case fails with the last condition that did not hold; 30000 when absent.
   */
  readonly deadlineMs?: number;
}
/**
 * A small call around a case.
 */
export interface SuiteFileStep {
  readonly name?: SuiteFileLine;
  readonly request: SuiteFileRequest;
  readonly checks?: SuiteFileChecks;
  readonly captures?: SuiteFileCaptures;
}
/**
 * Values taken from the answer, by variable name. A name is captured once in a suite.
 */
export interface SuiteFileCaptures {
  readonly [k: string]: SuiteFileCapture;
}
/**
 * A resource that the case creates: written down as soon as the answer is there, removed at the end of the suite.
 */
export interface SuiteFileCreated {
  readonly name?: SuiteFileLine;
  readonly delete: SuiteFileDeleteRequest;
  /**
   * Statuses that count as removed; 2xx, 404 and 410 when absent.
   *
   * @minItems 1
   * @maxItems 20
   */
  readonly gone?: readonly SuiteFileStatusPattern[];
}
/**
 * The request that removes the resource; may use what the case captured.
 */
export interface SuiteFileDeleteRequest {
  readonly method?: SuiteFileMethod;
  readonly path: SuiteFileRequestPath;
  readonly target?: SuiteFileTargetName;
  readonly query?: SuiteFileQuery;
  readonly headers?: SuiteFileHeaders;
  /**
   * A JSON body of any type; sets Content-Type to application/json unless a header says otherwise.
   */
  readonly json?: {
    readonly [k: string]: unknown;
  };
  readonly form?: SuiteFileFormFields;
  /**
   * A body of text, sent as it is after substitution.
   */
  readonly body?: string;
  readonly timeoutMs?: SuiteFileTimeoutMs;
  readonly timeoutsMs?: SuiteFileTimeoutsMs;
  /**
   * Follow up to 10 redirects, each checked like the first address. False when absent: a redirect is then the answer.
   */
  readonly followRedirects?: boolean;
  readonly retry?: SuiteFileRetry;
  readonly http?: SuiteFileHttp;
}
/**
 * A suite of more than 1 MB that was sent to the link of POST /uploads.
 */
export interface UploadReference {
  readonly upload: {
    readonly sha256: Sha256;
  };
}
export interface SuiteView {
  readonly id: SuiteId;
  readonly service: Id;
  readonly suite: Id;
  readonly name: string;
  readonly capability: Capability;
  readonly tags: readonly string[];
  readonly owner?: string;
  readonly risk: Risk;
  readonly advisory: boolean;
  readonly cases: number;
  readonly digest: Sha256;
  readonly bytes: number;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly definition?: SuiteDefinition;
}
export interface SuiteList {
  readonly items: readonly SuiteView[];
  readonly next: string | null;
}
/**
 * `name` may be left out; given, it equals the one of the path.
 */
export interface EnvironmentRequest {
  readonly name?: Id;
  readonly description?: string;
  /**
   * Queues, topics and event buses that suites may use, by ARN, within what the deploy grants the tenant; none when absent.
   */
  readonly messages?: {
    /**
     * @maxItems 50
     */
    readonly queues?: readonly string[];
    /**
     * @maxItems 50
     */
    readonly topics?: readonly string[];
    /**
     * @maxItems 50
     */
    readonly buses?: readonly string[];
  };
  /**
   * Hours after which what a run created and did not remove is removed by the janitor; 24 when absent. What runs that are over left behind is removed sooner.
   */
  readonly resourceTtlHours?: number;
  readonly productionLike?: boolean;
  /**
   * Base URLs by name; `default` must be there.
   */
  readonly targets: {
    readonly [k: string]: TargetUrl;
  };
  /**
   * Further hosts that requests and redirects may reach.
   *
   * @maxItems 50
   */
  readonly allowHosts?: readonly HostName[];
  readonly variables?: {
    readonly [k: string]: unknown;
  };
  readonly secrets?: {
    readonly [k: string]: {
      /**
       * Name of a Secrets Manager secret below `assay/{tenant}/`, or the ARN of one; `#key` picks one key. Never the value.
       */
      readonly ref: string;
      /**
       * Hosts that may receive the value.
       *
       * @minItems 1
       * @maxItems 20
       */
      readonly hosts: readonly HostName[];
    };
  };
  /**
   * Asked before a run. All tries (3 when absent) with their timeout (5000 ms) and a second between them may take 90 s.
   */
  readonly health?: {
    readonly path: string;
    readonly tries?: number;
    readonly timeoutMs?: number;
    readonly expectStatus?: number;
  };
  /**
   * Version of HTTP; `auto` when absent: on TLS what client and server agree on, 1.1 without.
   */
  readonly http?: '1.1' | '2' | 'auto';
  readonly tls?: {
    /**
     * Names of secrets of the environment that hold PEM texts; shown only to hosts that all of them are bound to.
     */
    readonly clientCertificate?: {
      readonly certificate: string;
      readonly key: string;
      readonly passphrase?: string;
    };
    /**
     * Certificate authorities (PEM) to trust besides the well-known ones.
     *
     * @minItems 1
     * @maxItems 20
     */
    readonly ca?: readonly string[];
  };
  /**
   * A proxy that all requests go through; targets behind it are judged by name and literal address.
   */
  readonly proxy?: {
    /**
     * `http://host:port` or `https://host:port` without user and password.
     */
    readonly url: string;
    /**
     * Targets that are asked directly: `host`, `host:port` or `.domain`.
     *
     * @maxItems 50
     */
    readonly noProxy?: readonly string[];
    /**
     * Names of secrets of the environment, bound to the host of the proxy.
     */
    readonly credentials?: {
      readonly username: string;
      readonly password: string;
    };
  };
  readonly limits?: {
    readonly rps?: number;
    readonly users?: number;
    readonly minutes?: number;
    readonly runs?: number;
  };
  /**
   * @maxItems 6
   */
  readonly allowedCapabilities?: readonly Capability[];
  /**
   * What of bodies is kept; masked when absent.
   */
  readonly capture?:
    | ('masked' | 'none')
    | {
        /**
         * @maxItems 200
         */
        readonly allowlist: readonly string[];
      };
}
export interface EnvironmentView {
  readonly name: Id;
  readonly description?: string;
  readonly messages?: {
    readonly queues?: readonly string[];
    readonly topics?: readonly string[];
    readonly buses?: readonly string[];
  };
  /**
   * Hours after which what a run created and did not remove is removed by the janitor; 24 when absent. What runs that are over left behind is removed sooner.
   */
  readonly resourceTtlHours?: number;
  readonly productionLike?: boolean;
  readonly targets: {
    readonly [k: string]: string;
  };
  readonly allowHosts?: readonly string[];
  readonly variables?: {
    readonly [k: string]: unknown;
  };
  readonly secrets?: {
    readonly [k: string]: {
      readonly ref: string;
      readonly hosts: readonly string[];
    };
  };
  readonly health?: {
    readonly path: string;
    readonly tries?: number;
    readonly timeoutMs?: number;
    readonly expectStatus?: number;
  };
  readonly http?: '1.1' | '2' | 'auto';
  readonly tls?: {
    readonly clientCertificate?: {
      readonly certificate: string;
      readonly key: string;
      readonly passphrase?: string;
    };
    readonly ca?: readonly string[];
  };
  readonly proxy?: {
    readonly url: string;
    readonly noProxy?: readonly string[];
    readonly credentials?: {
      readonly username: string;
      readonly password: string;
    };
  };
  readonly limits?: {
    readonly rps?: number;
    readonly users?: number;
    readonly minutes?: number;
    readonly runs?: number;
  };
  readonly allowedCapabilities?: readonly Capability[];
  readonly capture?:
    | ('masked' | 'none')
    | {
        readonly allowlist: readonly string[];
      };
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}
export interface EnvironmentList {
  readonly items: readonly EnvironmentView[];
  readonly next: string | null;
}
export interface UploadRequest {
  readonly sha256: Sha256;
  /**
   * At most 100 MB.
   */
  readonly bytes: number;
  readonly mediaType: 'application/json' | 'application/yaml';
}
export interface UploadView {
  /**
   * Where to PUT the bytes.
   */
  readonly url: string;
  /**
   * Headers to send with them, as they are.
   */
  readonly headers: {
    readonly [k: string]: string;
  };
  readonly expiresAt: string;
}
export interface TrustRuleRequest {
  readonly id: Id;
  readonly issuer: string;
  readonly audience?: string;
  /**
   * All must hold.
   */
  readonly claims: {
    readonly [k: string]: ClaimCondition;
  };
  readonly role: Role;
  /**
   * Services the principal may touch; `*` for all. All when absent.
   *
   * @minItems 1
   * @maxItems 200
   */
  readonly projects?: readonly string[];
  /**
   * May see bodies, recordings and attachments.
   */
  readonly payloadRead?: boolean;
  readonly description?: string;
  /**
   * The rule matches nothing from then on.
   */
  readonly expiresAt?: string;
}
export interface TrustRuleView {
  readonly id: Id;
  readonly issuer: string;
  readonly audience?: string;
  readonly claims: {
    readonly [k: string]: ClaimCondition;
  };
  readonly role: Role;
  readonly projects: readonly string[];
  readonly payloadRead: boolean;
  readonly description?: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  /**
   * Why the plane does not believe this rule: since it was added, a deploy gave its tokens to nobody or to another tenant. Absent for rules that count.
   */
  readonly ignored?: string;
}
export interface TrustRuleList {
  readonly items: readonly TrustRuleView[];
}
export interface PrincipalView {
  readonly tenant: string;
  readonly role: Role;
  readonly subject: string;
  readonly issuer: string;
  readonly ruleId: string;
  readonly projects: readonly string[];
  readonly payloadRead: boolean;
  /**
   * What the role may do.
   */
  readonly rights: readonly string[];
  /**
   * What the matching trust rules give, the strongest first: a caller may do in a project what any of them allows there.
   *
   * @maxItems 12
   */
  readonly grants?: readonly {
    readonly ruleId: string;
    readonly role: Role;
    readonly projects: readonly string[];
    readonly payloadRead: boolean;
  }[];
}
export interface Health {
  readonly status: 'ok';
  /**
   * Release of Assay that runs here: the package's version, as `assay --version` prints it. The version of this API is info.version.
   */
  readonly version: string;
}
export interface Readiness {
  readonly status: 'ok' | 'degraded';
  readonly dependencies: readonly {
    readonly name: string;
    readonly state: 'ok' | 'failing';
    readonly latencyMs: number;
  }[];
}
export interface OpenApiDocument {
  readonly [k: string]: unknown;
}
export interface ProblemReason {
  /**
   * JSON Pointer into the body, or `/` and the name of the parameter.
   */
  readonly pointer: string;
  /**
   * What was expected and what came.
   */
  readonly reason: string;
  readonly in?: 'body' | 'query' | 'path' | 'header';
}
/**
 * RFC 9457.
 */
export interface Problem {
  /**
   * `urn:assay:problem:{code}`
   */
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  /**
   * Stable; docs/problems.md has symptom, cause and fix of each.
   */
  readonly code: string;
  readonly runId?: RunId;
  readonly errors?: readonly ProblemReason[];
}
/**
 * Any other JSON value.
 */
export interface SuiteFileNot {
  readonly [k: string]: unknown;
}
/**
 * A text that is part of the text, an element of the list, or fields that the object has with these values.
 */
export interface SuiteFileContains {
  readonly [k: string]: unknown;
}
/**
 * One row: fields by name, reached as `{{row.field}}`.
 */
export interface SuiteFileRow {}
/**
 * Types of columns by name; text where none is given.
 */
export interface SuiteFileColumnTypes {
  /**
   * What the cells of the column are; an empty cell of another type than text is null.
   */
  readonly [k: string]: 'text' | 'number' | 'boolean' | 'json';
}
export interface SubmitRunPath {}
export interface SubmitRunQuery {}
export interface SubmitRunHeaders {
  readonly 'idempotency-key'?: string;
  readonly 'x-assay-tenant'?: string;
}
export interface GetRunPath {
  readonly runId: RunId;
}
export interface GetRunQuery {
  readonly wait: number;
}
export interface GetRunHeaders {
  readonly 'if-none-match'?: string;
  readonly 'x-assay-tenant'?: string;
}
export interface GetResultsPath {
  readonly runId: RunId;
}
export interface GetResultsQuery {
  readonly verdict?: Verdict;
  readonly suite?: SuiteSelector;
  readonly limit: number;
  readonly cursor?: string;
}
export interface GetResultsHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetJunitPath {
  readonly runId: RunId;
}
export interface GetJunitQuery {}
export interface GetJunitHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetHarPath {
  readonly runId: RunId;
}
export interface GetHarQuery {
  readonly verdict?: Verdict;
  readonly suite?: SuiteSelector;
  readonly limit: number;
  readonly cursor?: string;
}
export interface GetHarHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetContextPath {
  readonly runId: RunId;
}
export interface GetContextQuery {
  readonly suite?: SuiteSelector;
  readonly limit: number;
  readonly cursor?: string;
}
export interface GetContextHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetLogsPath {
  readonly runId: RunId;
}
export interface GetLogsQuery {
  readonly shard?: number;
  readonly level?: 'debug' | 'info' | 'warn' | 'error';
  readonly case?: string;
  readonly limit: number;
  readonly cursor?: string;
}
export interface GetLogsHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetEvidencePath {
  readonly runId: RunId;
}
export interface GetEvidenceQuery {}
export interface GetEvidenceHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface CancelRunPath {
  readonly runId: RunId;
}
export interface CancelRunQuery {}
export interface CancelRunHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface RerunRunPath {
  readonly runId: RunId;
}
export interface RerunRunQuery {}
export interface RerunRunHeaders {
  readonly 'idempotency-key'?: string;
  readonly 'x-assay-tenant'?: string;
}
export interface ListRunsPath {}
export interface ListRunsQuery {
  readonly service?: Id;
  readonly environment?: Id;
  readonly state?: RunState;
  readonly label?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly cursor?: string;
}
export interface ListRunsHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface PutServicePath {
  readonly service: Id;
}
export interface PutServiceQuery {}
export interface PutServiceHeaders {
  readonly 'if-match'?: string;
  readonly 'x-assay-tenant'?: string;
}
export interface GetServicePath {
  readonly service: Id;
}
export interface GetServiceQuery {}
export interface GetServiceHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface ListServicesPath {}
export interface ListServicesQuery {
  readonly limit: number;
  readonly cursor?: string;
}
export interface ListServicesHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface PutSuitePath {
  readonly suite: SuiteId;
}
export interface PutSuiteQuery {}
export interface PutSuiteHeaders {
  readonly 'if-match'?: string;
  readonly 'x-assay-tenant'?: string;
}
export interface GetSuitePath {
  readonly suite: SuiteId;
}
export interface GetSuiteQuery {
  readonly include?: 'definition';
}
export interface GetSuiteHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface ListSuitesPath {}
export interface ListSuitesQuery {
  readonly service?: Id;
  readonly limit: number;
  readonly cursor?: string;
}
export interface ListSuitesHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface PutEnvironmentPath {
  readonly environment: Id;
}
export interface PutEnvironmentQuery {}
export interface PutEnvironmentHeaders {
  readonly 'if-match'?: string;
  readonly 'x-assay-tenant'?: string;
}
export interface GetEnvironmentPath {
  readonly environment: Id;
}
export interface GetEnvironmentQuery {}
export interface GetEnvironmentHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface ListEnvironmentsPath {}
export interface ListEnvironmentsQuery {
  readonly limit: number;
  readonly cursor?: string;
}
export interface ListEnvironmentsHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface CreateUploadPath {}
export interface CreateUploadQuery {}
export interface CreateUploadHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface AddTrustRulePath {}
export interface AddTrustRuleQuery {}
export interface AddTrustRuleHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface ListTrustRulesPath {}
export interface ListTrustRulesQuery {}
export interface ListTrustRulesHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface RemoveTrustRulePath {
  readonly rule: Id;
}
export interface RemoveTrustRuleQuery {}
export interface RemoveTrustRuleHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface WhoamiPath {}
export interface WhoamiQuery {}
export interface WhoamiHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface CatchPostPath {
  readonly hookId: string;
}
export interface CatchPostQuery {}
export interface CatchPostHeaders {}
export interface CatchPutPath {
  readonly hookId: string;
}
export interface CatchPutQuery {}
export interface CatchPutHeaders {}
export interface CatchGetPath {
  readonly hookId: string;
}
export interface CatchGetQuery {}
export interface CatchGetHeaders {}
export interface GetHealthPath {}
export interface GetHealthQuery {}
export interface GetHealthHeaders {}
export interface GetReadinessPath {}
export interface GetReadinessQuery {}
export interface GetReadinessHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetOpenApiPath {}
export interface GetOpenApiQuery {}
export interface GetOpenApiHeaders {}

/** What each operation takes and answers. */
export interface Operations {
  readonly submitRun: {
    readonly path: SubmitRunPath;
    readonly query: SubmitRunQuery;
    readonly headers: SubmitRunHeaders;
    readonly body: RunRequest;
    readonly answer: RunSelection | RunAccepted;
  };
  readonly getRun: {
    readonly path: GetRunPath;
    readonly query: GetRunQuery;
    readonly headers: GetRunHeaders;
    readonly body: undefined;
    readonly answer: RunView;
  };
  readonly getResults: {
    readonly path: GetResultsPath;
    readonly query: GetResultsQuery;
    readonly headers: GetResultsHeaders;
    readonly body: undefined;
    readonly answer: ResultList;
  };
  readonly getJunit: {
    readonly path: GetJunitPath;
    readonly query: GetJunitQuery;
    readonly headers: GetJunitHeaders;
    readonly body: undefined;
    readonly answer: string;
  };
  readonly getHar: {
    readonly path: GetHarPath;
    readonly query: GetHarQuery;
    readonly headers: GetHarHeaders;
    readonly body: undefined;
    readonly answer: HarPage;
  };
  readonly getContext: {
    readonly path: GetContextPath;
    readonly query: GetContextQuery;
    readonly headers: GetContextHeaders;
    readonly body: undefined;
    readonly answer: ContextList;
  };
  readonly getLogs: {
    readonly path: GetLogsPath;
    readonly query: GetLogsQuery;
    readonly headers: GetLogsHeaders;
    readonly body: undefined;
    readonly answer: LogList;
  };
  readonly getEvidence: {
    readonly path: GetEvidencePath;
    readonly query: GetEvidenceQuery;
    readonly headers: GetEvidenceHeaders;
    readonly body: undefined;
    readonly answer: EvidenceView;
  };
  readonly cancelRun: {
    readonly path: CancelRunPath;
    readonly query: CancelRunQuery;
    readonly headers: CancelRunHeaders;
    readonly body: undefined;
    readonly answer: RunView;
  };
  readonly rerunRun: {
    readonly path: RerunRunPath;
    readonly query: RerunRunQuery;
    readonly headers: RerunRunHeaders;
    readonly body: RerunRequest | undefined;
    readonly answer: RunAccepted;
  };
  readonly listRuns: {
    readonly path: ListRunsPath;
    readonly query: ListRunsQuery;
    readonly headers: ListRunsHeaders;
    readonly body: undefined;
    readonly answer: RunList;
  };
  readonly putService: {
    readonly path: PutServicePath;
    readonly query: PutServiceQuery;
    readonly headers: PutServiceHeaders;
    readonly body: ServiceRequest;
    readonly answer: ServiceView;
  };
  readonly getService: {
    readonly path: GetServicePath;
    readonly query: GetServiceQuery;
    readonly headers: GetServiceHeaders;
    readonly body: undefined;
    readonly answer: ServiceView;
  };
  readonly listServices: {
    readonly path: ListServicesPath;
    readonly query: ListServicesQuery;
    readonly headers: ListServicesHeaders;
    readonly body: undefined;
    readonly answer: ServiceList;
  };
  readonly putSuite: {
    readonly path: PutSuitePath;
    readonly query: PutSuiteQuery;
    readonly headers: PutSuiteHeaders;
    readonly body: SuiteRequest;
    readonly answer: SuiteView;
  };
  readonly getSuite: {
    readonly path: GetSuitePath;
    readonly query: GetSuiteQuery;
    readonly headers: GetSuiteHeaders;
    readonly body: undefined;
    readonly answer: SuiteView;
  };
  readonly listSuites: {
    readonly path: ListSuitesPath;
    readonly query: ListSuitesQuery;
    readonly headers: ListSuitesHeaders;
    readonly body: undefined;
    readonly answer: SuiteList;
  };
  readonly putEnvironment: {
    readonly path: PutEnvironmentPath;
    readonly query: PutEnvironmentQuery;
    readonly headers: PutEnvironmentHeaders;
    readonly body: EnvironmentRequest;
    readonly answer: EnvironmentView;
  };
  readonly getEnvironment: {
    readonly path: GetEnvironmentPath;
    readonly query: GetEnvironmentQuery;
    readonly headers: GetEnvironmentHeaders;
    readonly body: undefined;
    readonly answer: EnvironmentView;
  };
  readonly listEnvironments: {
    readonly path: ListEnvironmentsPath;
    readonly query: ListEnvironmentsQuery;
    readonly headers: ListEnvironmentsHeaders;
    readonly body: undefined;
    readonly answer: EnvironmentList;
  };
  readonly createUpload: {
    readonly path: CreateUploadPath;
    readonly query: CreateUploadQuery;
    readonly headers: CreateUploadHeaders;
    readonly body: UploadRequest;
    readonly answer: UploadView;
  };
  readonly addTrustRule: {
    readonly path: AddTrustRulePath;
    readonly query: AddTrustRuleQuery;
    readonly headers: AddTrustRuleHeaders;
    readonly body: TrustRuleRequest;
    readonly answer: TrustRuleView;
  };
  readonly listTrustRules: {
    readonly path: ListTrustRulesPath;
    readonly query: ListTrustRulesQuery;
    readonly headers: ListTrustRulesHeaders;
    readonly body: undefined;
    readonly answer: TrustRuleList;
  };
  readonly removeTrustRule: {
    readonly path: RemoveTrustRulePath;
    readonly query: RemoveTrustRuleQuery;
    readonly headers: RemoveTrustRuleHeaders;
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly whoami: {
    readonly path: WhoamiPath;
    readonly query: WhoamiQuery;
    readonly headers: WhoamiHeaders;
    readonly body: undefined;
    readonly answer: PrincipalView;
  };
  readonly catchPost: {
    readonly path: CatchPostPath;
    readonly query: CatchPostQuery;
    readonly headers: CatchPostHeaders;
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly catchPut: {
    readonly path: CatchPutPath;
    readonly query: CatchPutQuery;
    readonly headers: CatchPutHeaders;
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly catchGet: {
    readonly path: CatchGetPath;
    readonly query: CatchGetQuery;
    readonly headers: CatchGetHeaders;
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly getHealth: {
    readonly path: GetHealthPath;
    readonly query: GetHealthQuery;
    readonly headers: GetHealthHeaders;
    readonly body: undefined;
    readonly answer: Health;
  };
  readonly getReadiness: {
    readonly path: GetReadinessPath;
    readonly query: GetReadinessQuery;
    readonly headers: GetReadinessHeaders;
    readonly body: undefined;
    readonly answer: Readiness;
  };
  readonly getOpenApi: {
    readonly path: GetOpenApiPath;
    readonly query: GetOpenApiQuery;
    readonly headers: GetOpenApiHeaders;
    readonly body: undefined;
    readonly answer: OpenApiDocument;
  };
}

export type OperationId = keyof Operations;
