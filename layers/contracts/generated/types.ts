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
 * One call, wait, message or probe with its checks: exactly one of request, receive, publish, consume and the acts of probes.
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
  /**
   * What must hold of the answer. All are evaluated, also after one failed.
   *
   * @maxItems 200
   */
  readonly checks?: readonly SuiteFileCheck[];
  readonly captures?: SuiteFileCaptures;
  /**
   * Milliseconds for one try of the case: setup, sends, waits, polls and checks together.
   */
  readonly timeoutMs?: number;
  /**
   * Milliseconds that the case waits for those it needs; without limit when absent.
   */
  readonly dependencyTimeoutMs?: number;
  readonly census?: SuiteFileCensus;
  readonly drift?: SuiteFileDrift;
  readonly explore?: SuiteFileExplore;
  readonly golden?: SuiteFileGolden;
  readonly inspect?: SuiteFileInspect;
  readonly walk?: SuiteFileWalk;
  readonly compare?: SuiteFileCompare;
  readonly disturb?: SuiteFileDisturb;
  readonly examples?: SuiteFileExamples;
  readonly load?: SuiteFileLoad;
  readonly scan?: SuiteFileScan;
  readonly tool?: SuiteFileTool;
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
/**
 * Counts what values a list has, whether what it refers to exists, and whether each language is there.
 */
export type SuiteFileCensus = SuiteFileCensus1 & {
  readonly list?: SuiteFileCensusList;
  /**
   * Values that must be declared.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: Values against declared ones.
   */
  readonly enums?: readonly ({
    readonly [k: string]: unknown;
  } & {
    /**
     * The values, below an element.
     */
    readonly path: {
      readonly [k: string]: unknown;
    };
    /**
     * The declared values.
     *
     * @minItems 1
     * @maxItems 1000
     */
    readonly values?: readonly unknown[];
    /**
     * Where a document of the suite declares them.
     */
    readonly schema?: {
      /**
       * Name of the document; may be left out when there is one.
       */
      readonly document?: string;
      /**
       * JSON Pointer to the list of values, or to the schema that has it.
       */
      readonly at: string;
    };
    /**
     * What a declared value is that no element has; `warn` when absent.
     */
    readonly unseen?: 'warn' | 'fail' | 'ignore';
  })[];
  /**
   * Ids that must exist elsewhere.
   *
   * @minItems 1
   * @maxItems 50
   *
   * Items: Ids and where they must exist.
   */
  readonly references?: readonly ({
    readonly [k: string]: unknown;
  } & {
    /**
     * The ids, below an element; null is no reference.
     */
    readonly path: {
      readonly [k: string]: unknown;
    };
    /**
     * A list that has them all.
     */
    readonly list?: {
      /**
       * Asks for the first page.
       */
      readonly request: {
        readonly [k: string]: unknown;
      };
      /**
       * The elements of a page: the list itself, or each of its elements.
       */
      readonly items: {
        readonly [k: string]: unknown;
      };
      readonly next?: SuiteFileNextPage;
      /**
       * Most pages; 200 when absent.
       */
      readonly pagesMax?: number;
      /**
       * The ids, below an element.
       */
      readonly key: {
        readonly [k: string]: unknown;
      };
    };
    /**
     * A request for each id, which stands for `{id}` in the path: 2xx means that it exists.
     */
    readonly each?: {
      readonly [k: string]: unknown;
    };
    /**
     * Most ids asked for one by one; 100 when absent.
     */
    readonly eachMax?: number;
  })[];
  /**
   * Each declared locale must give its own variant.
   */
  readonly locales?: {
    /**
     * Asks for what is translated.
     */
    readonly request: {
      readonly [k: string]: unknown;
    };
    /**
     * The declared locales, such as `de` or `pt-BR`.
     *
     * @minItems 1
     * @maxItems 100
     */
    readonly values: readonly string[];
    /**
     * Where the locale is sent; the header accept-language when absent.
     */
    readonly parameter?:
      | {
          /**
           * Name of the parameter.
           */
          readonly query: string;
        }
      | {
          /**
           * Name of the header.
           */
          readonly header: string;
        };
    /**
     * A text that must not be the same in two locales.
     */
    readonly text?: {
      readonly [k: string]: unknown;
    };
    /**
     * What tells the locale of an answer; the header content-language when absent.
     */
    readonly says?:
      | {
          /**
           * Name of the header.
           */
          readonly header: string;
        }
      | {
          /**
           * The value.
           */
          readonly path: {
            readonly [k: string]: unknown;
          };
        };
  };
  /**
   * Fewer elements fail the case; 1 when absent.
   */
  readonly itemsMin?: number;
};
export type SuiteFileCensus1 = {
  readonly [k: string]: unknown;
};
/**
 * Where the next page of a list is found.
 */
export type SuiteFileNextPage =
  | {
      /**
       * Relation of the link, such as `next` (RFC 8288).
       */
      readonly link: string;
    }
  | {
      /**
       * The URL of the next page; null, empty or missing ends the list.
       */
      readonly url: {
        readonly [k: string]: unknown;
      };
    }
  | {
      /**
       * The cursor of the next page; null, empty or missing ends the list.
       */
      readonly cursor: {
        readonly [k: string]: unknown;
      };
      /**
       * Query parameter that takes the cursor.
       */
      readonly parameter: string;
    }
  | {
      /**
       * Query parameter for the number of elements to leave out.
       */
      readonly offset: string;
    }
  | {
      /**
       * Query parameter for the number of the page.
       */
      readonly page: string;
      /**
       * Number of the first page; 1 when absent.
       */
      readonly first?: number;
    };
/**
 * What a broken rule does to the case.
 */
export type SuiteFileExploreLevel = 'fail' | 'warn' | 'off';
/**
 * Holds an answer against one that is known to be right, or against the last one.
 */
export type SuiteFileGolden = {
  /**
   * Asks for the answer.
   */
  readonly request: {
    readonly [k: string]: unknown;
  };
  /**
   * Name of one of the suite's documents: the golden value.
   */
  readonly document?: string;
  /**
   * JSON Pointer to the golden value inside the document; all of it when absent.
   */
  readonly at?: string;
  /**
   * The golden value itself.
   */
  readonly expected?: {
    readonly [k: string]: unknown;
  };
  /**
   * Compares with the last answer that was kept.
   */
  readonly last?: true;
  /**
   * What tells resources apart among the kept answers; path and query when absent.
   */
  readonly resource?: string;
  /**
   * The operation of the kept answers, such as `GET /orders/{id}`; method and path when absent.
   */
  readonly operation?: string;
  /**
   * SHA-256 of the golden value as canonical JSON (RFC 8785); with another one the case is errored.
   */
  readonly sha256?: string;
  /**
   * The part of the answer that is compared; all of it when absent.
   */
  readonly path?: {
    readonly [k: string]: unknown;
  };
  /**
   * Values that are not compared.
   *
   * @minItems 1
   * @maxItems 200
   */
  readonly ignore?: readonly SuiteFileJsonPath[];
  /**
   * Values that may differ a little.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Any one of the bounds is enough.
   */
  readonly tolerances?: readonly ({
    readonly [k: string]: unknown;
  } & {
    /**
     * The values.
     */
    readonly path: {
      readonly [k: string]: unknown;
    };
    /**
     * Numbers so far apart count as equal.
     */
    readonly absolute?: number;
    /**
     * Numbers that differ by this share of the golden one count as equal.
     */
    readonly relative?: number;
    /**
     * Times so many milliseconds apart count as equal.
     */
    readonly timeMs?: number;
  })[];
  /**
   * Lists whose order does not count; others are compared by place.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Lists in any order, or by a key.
   */
  readonly lists?: readonly ({
    readonly [k: string]: unknown;
  } & {
    /**
     * The lists.
     */
    readonly path: {
      readonly [k: string]: unknown;
    };
    /**
     * Elements in any order.
     */
    readonly anyOrder?: true;
    /**
     * Field that tells elements apart; dots lead into objects.
     */
    readonly key?: string;
  })[];
  /**
   * Kinds of difference that fail the case, the others warn; all when absent, none against the last answer.
   *
   * @maxItems 3
   */
  readonly fail?: readonly ('added' | 'removed' | 'changed')[];
} & SuiteFileGolden1;
export type SuiteFileGolden1 = {
  readonly [k: string]: unknown;
};
/**
 * Sends the same requests to two targets and holds their answers against each other.
 */
export type SuiteFileCompare = {
  /**
   * Name of the environment's target that is right, such as the old version; `default` when absent.
   */
  readonly stable?: string;
  /**
   * Name of the environment's target that is held against it, such as the new version or the canary.
   */
  readonly candidate: string;
  /**
   * The requests that are sent.
   *
   * @minItems 1
   * @maxItems 1000
   */
  readonly requests?: readonly SuiteFileDataRequest[];
  /**
   * Name of one of the suite's documents that requests are made from.
   */
  readonly document?: string;
  /**
   * Which operations of the document are looked at; all when absent.
   */
  readonly operations?: {
    /**
     * Operations to look at: ids such as `GET /orders/{id}`, operationIds or `tag:NAME`; `*` stands for any text.
     *
     * @minItems 1
     * @maxItems 500
     */
    readonly only?: readonly string[];
    /**
     * Operations to leave alone, written as in `only`.
     *
     * @minItems 1
     * @maxItems 500
     */
    readonly except?: readonly string[];
  };
  /**
   * Requests made for each operation of the document; 5 when absent.
   */
  readonly perOperation?: number;
  /**
   * How often each request is sent; latency needs many; 1 when absent.
   */
  readonly repeat?: number;
  /**
   * `all` also sends methods that change something, to both targets; only GET, HEAD and OPTIONS when absent.
   */
  readonly methods?: 'safe' | 'all';
  /**
   * Requests at most to each target; 1000 when absent.
   */
  readonly requestsMax?: number;
  /**
   * Headers sent with every request, such as the login's.
   */
  readonly headers?: {
    readonly [k: string]: string;
  };
  /**
   * Parameters added to every query, such as a key.
   */
  readonly query?: {
    readonly [k: string]: string;
  };
  /**
   * Values that are not compared.
   *
   * @minItems 1
   * @maxItems 200
   */
  readonly ignore?: readonly SuiteFileJsonPath[];
  /**
   * Values that may differ a little.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Any one of the bounds is enough.
   */
  readonly tolerances?: readonly ({
    readonly [k: string]: unknown;
  } & {
    /**
     * The values.
     */
    readonly path: {
      readonly [k: string]: unknown;
    };
    /**
     * Numbers so far apart count as equal.
     */
    readonly absolute?: number;
    /**
     * Numbers that differ by this share of the golden one count as equal.
     */
    readonly relative?: number;
    /**
     * Times so many milliseconds apart count as equal.
     */
    readonly timeMs?: number;
  })[];
  /**
   * Lists whose order does not count; others are compared by place.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Lists in any order, or by a key.
   */
  readonly lists?: readonly ({
    readonly [k: string]: unknown;
  } & {
    /**
     * The lists.
     */
    readonly path: {
      readonly [k: string]: unknown;
    };
    /**
     * Elements in any order.
     */
    readonly anyOrder?: true;
    /**
     * Field that tells elements apart; dots lead into objects.
     */
    readonly key?: string;
  })[];
  /**
   * Headers whose values are compared; of others only whether they are there.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly compareHeaders?: readonly string[];
  /**
   * Headers that are not looked at, besides those that every answer has of its own, such as Date and ETag.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly ignoreHeaders?: readonly string[];
  /**
   * How much slower the candidate may be over all requests of an operation.
   */
  readonly latency?: {
    /**
     * Percentile that is compared; 95 when absent.
     */
    readonly percentile?: number;
    /**
     * The candidate's time may be so many times the stable one's.
     */
    readonly ratioMax: number;
    /**
     * Milliseconds that are never a difference; 20 when absent.
     */
    readonly slackMs?: number;
  };
  /**
   * Classes of difference that fail the case, the others warn; all but `compatible` when absent.
   *
   * @maxItems 4
   */
  readonly fail?: readonly ('breaking' | 'value' | 'compatible' | 'latency')[];
  /**
   * Makes the same requests in every run; the run's own seed when absent.
   */
  readonly seed?: string;
} & SuiteFileCompare1;
export type SuiteFileCompare1 = {
  readonly [k: string]: unknown;
};
/**
 * Lower-case letters, digits and hyphens.
 */
export type SuiteFileDisturbProxyName = string;
/**
 * A load: many requests after a plan, judged by figures of all of them.
 */
export type SuiteFileLoad = SuiteFileLoad1 & {
  /**
   * `open`: requests arrive at a rate, whatever the answers do. `closed`: users wait for their answers.
   */
  readonly model: 'open' | 'closed';
  /**
   * Requests a second, or users, that the first stage starts from; those of the first stage itself when absent.
   */
  readonly from?: number;
  /**
   * What the load does one after the other: each is a straight line from where the one before ended.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly stages: readonly SuiteFileLoadStage[];
  /**
   * First milliseconds of the stages, which are in no figure.
   */
  readonly warmUpMs?: number;
  /**
   * Last milliseconds of the stages, which are in no figure.
   */
  readonly coolDownMs?: number;
  /**
   * What is asked, by weight.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly mix: readonly SuiteFileLoadEntry[];
  readonly thinkMs?: SuiteFileLoadThinkTime;
  /**
   * Milliseconds from the intended start until a request counts as a timeout; 10000 when absent.
   */
  readonly timeoutMs?: number;
  /**
   * Connections at once, most; 1000 when absent.
   */
  readonly connections?: number;
  /**
   * Share of the answers whose checks and metrics are looked at; 1 when absent. Statuses are looked at in all.
   */
  readonly checkShare?: number;
  /**
   * What the figures must keep to. `errorRate <= 0.01` holds besides, unless one of them says another error rate.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly thresholds?: readonly SuiteFileLoadThreshold[];
  /**
   * Runners that share the load; 1 when absent.
   */
  readonly shards?: number;
  /**
   * Requests after which the load is over; a plan of model `open` with more is refused.
   */
  readonly maxRequests?: number;
  /**
   * Requests a second, most (model `closed`); the environment's limit where that is lower.
   */
  readonly rpsMax?: number;
  readonly soak?: SuiteFileLoadSoak;
  /**
   * Metrics that are made of the answers.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly metrics?: readonly SuiteFileLoadMetric[];
  /**
   * Metrics of the system under test, looked at while the load runs.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly watch?: readonly SuiteFileLoadWatch[];
  /**
   * Length of the pieces of time in charts; chosen from the duration when absent.
   */
  readonly windowMs?: number;
  /**
   * Milliseconds between figures while the load runs; 5000 when absent.
   */
  readonly progressMs?: number;
};
export type SuiteFileLoad1 = {
  readonly [k: string]: unknown;
};
/**
 * A straight line from where the stage before ended; of no duration, a jump. Exactly one of rps and users, by the model.
 */
export type SuiteFileLoadStage = {
  /**
   * Milliseconds that it takes.
   */
  readonly durationMs: number;
  /**
   * Requests a second at its end (model `open`).
   */
  readonly rps?: number;
  /**
   * Users at once at its end (model `closed`).
   */
  readonly users?: number;
} & SuiteFileLoadStage1;
export type SuiteFileLoadStage1 = {
  readonly [k: string]: unknown;
};
/**
 * One thing that is asked again and again: exactly one of request and case. Texts of a request are filled in anew for each request.
 */
export type SuiteFileLoadEntry = {
  /**
   * Its operation in figures and thresholds.
   */
  readonly name: string;
  /**
   * Share of the mix beside the other weights; 1 when absent.
   */
  readonly weight?: number;
  readonly request?: SuiteFileRequest;
  readonly case?: SuiteFileId;
  readonly checks?: SuiteFileChecks;
  /**
   * Statuses that are no error, such as 429 in a test of a rate limit; those below 400 when absent, unless a check looks at the status.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly expect?: readonly SuiteFileStatusPattern[];
  readonly rows?: SuiteFileRows;
  /**
   * How rows are taken: `random` by the run's seed, or `inOrder`, beginning again after the last one.
   */
  readonly order?: 'random' | 'inOrder';
  readonly tags?: SuiteFileTags;
  readonly thinkMs?: SuiteFileLoadThinkTime;
} & SuiteFileLoadEntry1;
export type SuiteFileLoadEntry1 = {
  readonly [k: string]: unknown;
};
/**
 * What a figure must keep to; all of its bounds must hold.
 */
export type SuiteFileLoadThreshold = SuiteFileLoadThreshold1 & {
  /**
   * `p50` to `p99.999`, `mean`, `min`, `max` (milliseconds), `errorRate` (0 to 1), `rps`, `requests`, or the name of a metric.
   */
  readonly metric: string;
  /**
   * Of a trend `p95`, `mean` (when absent), `min` or `max`; of a watched metric `max` (when absent) or `last` besides; of a counter `total` (when absent) or `perSecond`.
   */
  readonly statistic?: string;
  /**
   * Times from the intended start, or from when the request was sent.
   */
  readonly of?: 'latency' | 'service';
  /**
   * Only entries with this tag.
   */
  readonly tag?: string;
  /**
   * Only the entry of this name.
   */
  readonly operation?: string;
  /**
   * The figure is less.
   */
  readonly below?: number;
  /**
   * The figure is this or less.
   */
  readonly atMost?: number;
  /**
   * The figure is more.
   */
  readonly above?: number;
  /**
   * The figure is this or more.
   */
  readonly atLeast?: number;
  /**
   * It must hold in each window of this length, not only over all.
   */
  readonly windowMs?: number;
  /**
   * Ends the load as soon as it does not hold.
   */
  readonly abort?: boolean;
  /**
   * Milliseconds of the measured time in which it cannot abort.
   */
  readonly graceMs?: number;
};
export type SuiteFileLoadThreshold1 = {
  readonly [k: string]: unknown;
};
/**
 * A metric that is made of answers: exactly one of header, path and bodyBytes.
 */
export type SuiteFileLoadMetric = {
  readonly name: SuiteFileFieldName;
  /**
   * `counter` adds values (of a list its length), `rate` is the share of answers where `when` holds, `trend` keeps the distribution of values.
   */
  readonly kind: 'counter' | 'rate' | 'trend';
  /**
   * The value is this header.
   */
  readonly header?: string;
  readonly path?: SuiteFileJsonPath;
  /**
   * The value is the length of the body.
   */
  readonly bodyBytes?: true;
  readonly when?: SuiteFileOperators;
  /**
   * Only answers of the entry of this name.
   */
  readonly operation?: string;
} & SuiteFileLoadMetric1;
export type SuiteFileLoadMetric1 = {
  readonly [k: string]: unknown;
};
/**
 * A metric of the system under test: exactly one of scrape and query.
 */
export type SuiteFileLoadWatch = {
  readonly name: SuiteFileFieldName;
  /**
   * A page in Prometheus' text format; values of several series are added up.
   */
  readonly scrape?: {
    /**
     * A path below the target's base URL, or an absolute URL of an allowed host.
     */
    readonly path: string;
    readonly target?: SuiteFileTargetName;
    /**
     * Name of the metric on the page.
     */
    readonly metric: string;
    /**
     * Labels that its series must have.
     */
    readonly labels?: {
      readonly [k: string]: string;
    };
  };
  /**
   * An expression that a Prometheus server evaluates to one number.
   */
  readonly query?: {
    /**
     * Path of the query API; `/api/v1/query` when absent.
     */
    readonly path?: string;
    readonly target?: SuiteFileTargetName;
    /**
     * In PromQL.
     */
    readonly expression: string;
  };
  /**
   * `rate` turns a counter into its growth a second.
   */
  readonly as?: 'value' | 'rate';
  /**
   * Milliseconds between looks; 5000 when absent.
   */
  readonly everyMs?: number;
} & SuiteFileLoadWatch1;
export type SuiteFileLoadWatch1 = {
  readonly [k: string]: unknown;
};
/**
 * Operations: `GET /orders/{id}`, a path with `*` for one segment or `**` for any rest, or an operationId.
 */
export type SuiteFileScanPattern = string;
/**
 * One operation of the document: `GET /orders/{id}` or its operationId.
 */
export type SuiteFileScanOperation = string;
/**
 * A limit that the API's documentation states: it is found within 10 %, and 429 must come with Retry-After and rate limit headers.
 */
export type SuiteFileScanRateLimit = SuiteFileScanRateLimit1 & {
  /**
   * Requests that are allowed in a second.
   */
  readonly requestsPerSecond?: number;
  /**
   * Requests that are allowed in a minute.
   */
  readonly requestsPerMinute?: number;
  /**
   * Operation that requests are counted on; the first that is granted when absent.
   */
  readonly operation?: {
    readonly [k: string]: unknown;
  };
  /**
   * One of the identities; whoever is granted the operation when absent.
   */
  readonly identity?: {
    readonly [k: string]: unknown;
  };
  /**
   * Longest wait for a new window; 65 when absent.
   */
  readonly waitSecondsMax?: number;
};
export type SuiteFileScanRateLimit1 = {
  readonly [k: string]: unknown;
};
/**
 * A finding that somebody accepted until a day; an expired one is told and suppresses nothing.
 */
export type SuiteFileScanSuppression = {
  /**
   * Of the finding; or a check.
   */
  readonly fingerprint?: string;
  /**
   * Id of the check; or a fingerprint.
   */
  readonly check?: string;
  /**
   * Operation that it holds for; all when absent.
   */
  readonly operation?: string;
  /**
   * Why it is accepted.
   */
  readonly reason: string;
  /**
   * Last day that it holds (2027-03-31), or a moment; at most 366 days from now.
   */
  readonly expires: string;
  /**
   * Who approved it.
   */
  readonly approver: string;
} & SuiteFileScanSuppression1;
export type SuiteFileScanSuppression1 = {
  readonly [k: string]: unknown;
};
/**
 * Runs another test tool and turns its report into results: one for the tool, one for each of its cases.
 */
export type SuiteFileTool = {
  /**
   * Program and arguments, started without a shell.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: One argument; `$TARGET_URL` in it stands for the target's base URL.
   */
  readonly command?: readonly string[];
  /**
   * A container image of an allowed registry, pinned: `registry/name@sha256:…`.
   */
  readonly image?: string;
  /**
   * Arguments for the image.
   *
   * @minItems 0
   * @maxItems 200
   *
   * Items: One argument; `$TARGET_URL` in it stands for the target's base URL.
   */
  readonly arguments?: readonly string[];
  /**
   * Files in the tool's working folder, by relative path.
   */
  readonly files?: {
    readonly [k: string]: SuiteFileToolFile;
  };
  /**
   * Environment variables besides PATH, HOME, TMPDIR, LANG, TZ and TARGET_URL; never secrets.
   */
  readonly env?: {
    /**
     * Value of the variable.
     */
    readonly [k: string]: string;
  };
  /**
   * Where the tool leaves its report.
   */
  readonly report: {
    /**
     * What the report is; found out by itself when absent.
     */
    readonly format?: 'auto' | 'junit' | 'ctrf' | 'k6-summary' | 'newman' | 'autocannon' | 'pytest';
    /**
     * File below the working folder; `stdout` is what the tool printed.
     */
    readonly path: string;
  };
  /**
   * Milliseconds until the tool is ended.
   */
  readonly timeoutMs?: number;
  /**
   * Megabytes that all its processes may hold together.
   */
  readonly memoryMb?: number;
  /**
   * Exit codes that are fine whatever the report says; 0, and others where the report has failures, when absent.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: An exit code.
   */
  readonly expectExit?: readonly number[];
  /**
   * Bytes of output after which the tool is ended.
   */
  readonly outputBytesMax?: number;
} & SuiteFileTool1;
export type SuiteFileTool1 = {
  readonly [k: string]: unknown;
};
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
/**
 * A name inside the scan.
 */
export type SuiteFileScanName = string;
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
  readonly Finding?: Finding;
  readonly CtrfReport?: CtrfReport;
  readonly SarifLog?: SarifLog;
  readonly FindingView?: FindingView;
  readonly FindingList?: FindingList;
  readonly FindingDecision?: FindingDecision;
  readonly DriftList?: DriftList;
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
  readonly SuiteFileCensus?: SuiteFileCensus;
  readonly SuiteFileCensusList?: SuiteFileCensusList;
  readonly SuiteFileDrift?: SuiteFileDrift;
  readonly SuiteFileExplore?: SuiteFileExplore;
  readonly SuiteFileExploreLevel?: SuiteFileExploreLevel;
  readonly SuiteFileGolden?: SuiteFileGolden;
  readonly SuiteFileInspect?: SuiteFileInspect;
  readonly SuiteFileLeakPattern?: SuiteFileLeakPattern;
  readonly SuiteFileLeakAllowance?: SuiteFileLeakAllowance;
  readonly SuiteFileWalk?: SuiteFileWalk;
  readonly SuiteFileDataRequest?: SuiteFileDataRequest;
  readonly SuiteFileNextPage?: SuiteFileNextPage;
  readonly SuiteFileCompare?: SuiteFileCompare;
  readonly SuiteFileContract?: SuiteFileContract;
  readonly SuiteFileDisturb?: SuiteFileDisturb;
  readonly SuiteFileDisturbProxyName?: SuiteFileDisturbProxyName;
  readonly SuiteFileDisturbProxy?: SuiteFileDisturbProxy;
  readonly SuiteFileDisturbFault?: SuiteFileDisturbFault;
  readonly SuiteFileDisturbBounds?: SuiteFileDisturbBounds;
  readonly SuiteFileDisturbExpectation?: SuiteFileDisturbExpectation;
  readonly SuiteFileDisturbProxyExpectation?: SuiteFileDisturbProxyExpectation;
  readonly SuiteFileExamples?: SuiteFileExamples;
  readonly SuiteFileLoad?: SuiteFileLoad;
  readonly SuiteFileLoadStage?: SuiteFileLoadStage;
  readonly SuiteFileLoadThinkTime?: SuiteFileLoadThinkTime;
  readonly SuiteFileLoadEntry?: SuiteFileLoadEntry;
  readonly SuiteFileLoadThreshold?: SuiteFileLoadThreshold;
  readonly SuiteFileLoadMetric?: SuiteFileLoadMetric;
  readonly SuiteFileLoadWatch?: SuiteFileLoadWatch;
  readonly SuiteFileLoadSoak?: SuiteFileLoadSoak;
  readonly SuiteFileScan?: SuiteFileScan;
  readonly SuiteFileScanPattern?: SuiteFileScanPattern;
  readonly SuiteFileScanOperation?: SuiteFileScanOperation;
  readonly SuiteFileScanName?: SuiteFileScanName;
  readonly SuiteFileScanIdentity?: SuiteFileScanIdentity;
  readonly SuiteFileScanFunctions?: SuiteFileScanFunctions;
  readonly SuiteFileScanLogin?: SuiteFileScanLogin;
  readonly SuiteFileScanJwt?: SuiteFileScanJwt;
  readonly SuiteFileScanRateLimit?: SuiteFileScanRateLimit;
  readonly SuiteFileScanTier?: SuiteFileScanTier;
  readonly SuiteFileScanMeasures?: SuiteFileScanMeasures;
  readonly SuiteFileScanSuppression?: SuiteFileScanSuppression;
  readonly SuiteFileTool?: SuiteFileTool;
  readonly SuiteFileToolFile?: SuiteFileToolFile;
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
  readonly GetCtrfPath?: GetCtrfPath;
  readonly GetCtrfQuery?: GetCtrfQuery;
  readonly GetCtrfHeaders?: GetCtrfHeaders;
  readonly GetSarifPath?: GetSarifPath;
  readonly GetSarifQuery?: GetSarifQuery;
  readonly GetSarifHeaders?: GetSarifHeaders;
  readonly GetSummaryPath?: GetSummaryPath;
  readonly GetSummaryQuery?: GetSummaryQuery;
  readonly GetSummaryHeaders?: GetSummaryHeaders;
  readonly GetReportPath?: GetReportPath;
  readonly GetReportQuery?: GetReportQuery;
  readonly GetReportHeaders?: GetReportHeaders;
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
  readonly ListFindingsPath?: ListFindingsPath;
  readonly ListFindingsQuery?: ListFindingsQuery;
  readonly ListFindingsHeaders?: ListFindingsHeaders;
  readonly DecideFindingPath?: DecideFindingPath;
  readonly DecideFindingQuery?: DecideFindingQuery;
  readonly DecideFindingHeaders?: DecideFindingHeaders;
  readonly ListDriftPath?: ListDriftPath;
  readonly ListDriftQuery?: ListDriftQuery;
  readonly ListDriftHeaders?: ListDriftHeaders;
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
  /**
   * Findings of the service, of this run and of earlier ones, as they are known after the run. Off when absent.
   */
  readonly findings?: {
    /**
     * Most open findings of a severity; more shut the gate.
     */
    readonly maxOpen?: {
      readonly critical?: number;
      readonly high?: number;
      readonly medium?: number;
      readonly low?: number;
      readonly info?: number;
    };
    /**
     * What a finding does that was not fixed, or not looked at, in time.
     */
    readonly overdue?: 'shut' | 'warn';
  };
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
  readonly report?: string;
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
  /**
   * Requests of a probe, which stand for themselves.
   */
  readonly sent?: {
    readonly requests: number;
    readonly requestErrors: number;
  };
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
  readonly findings?: readonly Finding[];
  /**
   * What a probe leaves beside checks and findings, by its kind.
   */
  readonly details?: {};
}
/**
 * Something wrong with the API under test that a probe saw.
 */
export interface Finding {
  /**
   * The same in each run that sees it again.
   */
  readonly fingerprint: string;
  readonly check: string;
  readonly severity: 'info' | 'low' | 'medium' | 'high' | 'critical';
  readonly operation?: string;
  readonly place?: string;
  readonly cwe?: string;
  readonly owasp?: string;
  readonly wfc?: string;
  readonly message: string;
  readonly remedy?: string;
  readonly request?: {};
  readonly response?: {};
  readonly curl?: string;
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
   * OpenAPI documents and known answers by name, each `{ file: openapi.yaml }`: what `contract` and the acts of probes look at.
   */
  readonly documents?: {
    /**
     * @maxItems 100000
     */
    readonly [k: string]: {} | readonly unknown[];
  };
  readonly contract?: SuiteFileContract;
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
 * Holds every answer of the suite's requests against an OpenAPI document.
 */
export interface SuiteFileContract {
  readonly document?: SuiteFileId;
  /**
   * What the document does not declare fails a case; it is a warning when absent.
   */
  readonly strict?: boolean;
  /**
   * The requests are held against the document too; only the answers are when absent.
   */
  readonly requests?: boolean;
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
 * The list whose elements are counted.
 */
export interface SuiteFileCensusList {
  /**
   * Asks for the first page.
   */
  readonly request: {
    readonly [k: string]: unknown;
  };
  /**
   * The elements of a page: the list itself, or each of its elements.
   */
  readonly items: {
    readonly [k: string]: unknown;
  };
  readonly next?: SuiteFileNextPage;
  /**
   * Most pages; 200 when absent.
   */
  readonly pagesMax?: number;
}
/**
 * Learns what answers of an operation look like and tells what changed since the last run.
 */
export interface SuiteFileDrift {
  /**
   * The operation, such as `GET /orders/{id}`.
   */
  readonly operation: string;
  /**
   * Asked one after the other until there are enough samples.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly requests: readonly SuiteFileDataRequest[];
  /**
   * Answers that are looked at; 5, or as many as there are requests, when absent.
   */
  readonly samples?: number;
  /**
   * What is a sample of its own in an answer, such as `$.items[*]`; the whole answer when absent.
   */
  readonly path?: {
    readonly [k: string]: unknown;
  };
  /**
   * Values on each side before anything is concluded from all being alike; 5 when absent, 1 with a reference.
   */
  readonly samplesMin?: number;
  /**
   * Name of a document of the suite with right answers, one or a list; what earlier runs saw when absent.
   */
  readonly reference?: string;
  /**
   * Kinds of change that fail the case; none when absent: changes are warnings.
   *
   * @maxItems 7
   */
  readonly fail?: readonly (
    | 'field_added'
    | 'field_removed'
    | 'type_changed'
    | 'nullability_changed'
    | 'required_changed'
    | 'enum_grown'
    | 'format_changed'
  )[];
}
/**
 * A request of a data act. An answer other than 2xx fails the case.
 */
export interface SuiteFileDataRequest {
  readonly method?: SuiteFileMethod;
  readonly path: SuiteFileRequestPath;
  readonly target?: SuiteFileTargetName;
  readonly query?: SuiteFileQuery;
  readonly headers?: SuiteFileHeaders;
  /**
   * A JSON body of any type.
   */
  readonly json?: {
    readonly [k: string]: unknown;
  };
  readonly timeoutMs?: SuiteFileTimeoutMs;
}
/**
 * Tests an API with requests made from its OpenAPI document: valid ones, one at each limit and one beyond it, and sequences such as create, read, delete, read.
 */
export interface SuiteFileExplore {
  /**
   * Name of one of the suite's documents; may be left out when there is one.
   */
  readonly document?: string;
  /**
   * Name of one of the environment's targets.
   */
  readonly target?: string;
  /**
   * Which operations of the document are tested; all when absent.
   */
  readonly operations?: {
    /**
     * Operations to test: ids such as `GET /orders/{id}`, operationIds or `tag:NAME`; `*` stands for any text.
     *
     * @minItems 1
     * @maxItems 500
     */
    readonly only?: readonly string[];
    /**
     * Operations to leave alone, written as in `only`.
     *
     * @minItems 1
     * @maxItems 500
     */
    readonly except?: readonly string[];
  };
  /**
   * Headers sent with every request, such as the login's; they are left out where a request is sent without login on purpose.
   */
  readonly headers?: {
    readonly [k: string]: string;
  };
  /**
   * Parameters added to every query, such as a key.
   */
  readonly query?: {
    readonly [k: string]: string;
  };
  /**
   * Values for parameters and fields by name, where only you know which exist.
   */
  readonly values?: {
    /**
     * @minItems 1
     * @maxItems 100
     */
    readonly [k: string]: readonly unknown[];
  };
  /**
   * `safe` sends only GET and HEAD; `all` when absent.
   */
  readonly methods?: 'all' | 'safe';
  /**
   * Requests at most; 2000 when absent.
   */
  readonly requestsMax?: number;
  /**
   * Seconds at most; the case's own time when absent.
   */
  readonly secondsMax?: number;
  /**
   * Requests a second at most; the suite's limit alone when absent.
   */
  readonly requestsPerSecond?: number;
  /**
   * True leaves what the requests make; else it is removed at the end by the API's own DELETE.
   */
  readonly keep?: boolean;
  /**
   * Levels of rules that differ from the usual ones: `fail`, `warn` or `off`.
   */
  readonly rules?: {
    readonly 'server-error'?: SuiteFileExploreLevel;
    readonly 'no-answer'?: SuiteFileExploreLevel;
    readonly 'status-undocumented'?: SuiteFileExploreLevel;
    readonly 'media-type'?: SuiteFileExploreLevel;
    readonly 'response-schema'?: SuiteFileExploreLevel;
    readonly 'response-headers'?: SuiteFileExploreLevel;
    readonly 'invalid-accepted'?: SuiteFileExploreLevel;
    readonly 'valid-refused'?: SuiteFileExploreLevel;
    readonly 'missing-header-accepted'?: SuiteFileExploreLevel;
    readonly 'ignored-auth'?: SuiteFileExploreLevel;
    readonly 'unsupported-method'?: SuiteFileExploreLevel;
    readonly 'use-after-delete'?: SuiteFileExploreLevel;
    readonly 'created-not-readable'?: SuiteFileExploreLevel;
  };
  /**
   * Makes the same requests in every run; the run's own seed when absent.
   */
  readonly seed?: string;
}
/**
 * Looks for sensitive values in clear text in what an API answers.
 */
export interface SuiteFileInspect {
  /**
   * What is asked for.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly requests: readonly SuiteFileDataRequest[];
  /**
   * Headers of the answers are looked at too; true when absent.
   */
  readonly headers?: boolean;
  /**
   * Kinds of value that are looked for; all when absent.
   *
   * @minItems 1
   * @maxItems 12
   */
  readonly kinds?: readonly (
    | 'card-number'
    | 'card-code'
    | 'payment-key'
    | 'iban'
    | 'ssn'
    | 'email'
    | 'phone'
    | 'bearer-token'
    | 'api-key'
    | 'password'
    | 'cookie'
    | 'private-key'
  )[];
  /**
   * Kinds of one's own.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly patterns?: readonly SuiteFileLeakPattern[];
  /**
   * Values that are known and fine.
   *
   * @minItems 1
   * @maxItems 200
   */
  readonly allow?: readonly SuiteFileLeakAllowance[];
  /**
   * JSON Schema of each line: required fields, levels. Lines that are no JSON fail then.
   */
  readonly lines?: {};
}
/**
 * A kind of value by a regular expression.
 */
export interface SuiteFileLeakPattern {
  /**
   * Kebab-case, none of the built-in names.
   */
  readonly name: string;
  readonly matches: SuiteFileRegex;
}
/**
 * Values that may stand in clear text.
 */
export interface SuiteFileLeakAllowance {
  /**
   * The kind.
   */
  readonly kind: string;
  /**
   * Matches the whole value.
   */
  readonly matches: {
    readonly [k: string]: unknown;
  };
  /**
   * Why it is fine.
   */
  readonly reason: string;
}
/**
 * Goes through all pages of a list: they come to an end, nothing comes twice, nothing is missing.
 */
export interface SuiteFileWalk {
  /**
   * Asks for the first page.
   */
  readonly request: {
    readonly [k: string]: unknown;
  };
  /**
   * The elements of a page: the list itself, or each of its elements.
   */
  readonly items: {
    readonly [k: string]: unknown;
  };
  readonly next: SuiteFileNextPage;
  /**
   * Most pages; 200 when absent.
   */
  readonly pagesMax?: number;
  /**
   * What tells elements apart, below an element; the whole element when absent.
   */
  readonly key?: {
    readonly [k: string]: unknown;
  };
  /**
   * Where a page says how many elements all pages have together.
   */
  readonly total?:
    | {
        /**
         * The number.
         */
        readonly path: {
          readonly [k: string]: unknown;
        };
      }
    | {
        /**
         * Name of the header.
         */
        readonly header: string;
      };
  /**
   * Elements of each page but the last, which has at most so many.
   */
  readonly pageSize?: number;
  /**
   * A list that must have the same elements, such as the same one in pages of another size.
   */
  readonly sameAs?: {
    /**
     * Asks for the first page.
     */
    readonly request: {
      readonly [k: string]: unknown;
    };
    /**
     * The elements of a page: the list itself, or each of its elements.
     */
    readonly items: {
      readonly [k: string]: unknown;
    };
    readonly next?: SuiteFileNextPage;
    /**
     * Most pages; 200 when absent.
     */
    readonly pagesMax?: number;
    /**
     * What tells its elements apart; that of the walk when absent.
     */
    readonly key?: {
      readonly [k: string]: unknown;
    };
  };
  /**
   * Fewer elements fail the case; 1 when absent.
   */
  readonly itemsMin?: number;
}
/**
 * An experiment: steady state, then faults, then steady state again. Faults are removed however it ends.
 */
export interface SuiteFileDisturb {
  readonly name: SuiteFileLine;
  /**
   * What is believed about the system under these faults.
   */
  readonly hypothesis: string;
  /**
   * Who or what may be hurt at worst.
   */
  readonly blastRadius: string;
  /**
   * What is so when all is well.
   */
  readonly steadyState: {
    /**
     * Cases of the suite that all pass, before the faults and again afterwards.
     *
     * @minItems 1
     * @maxItems 20
     */
    readonly cases: readonly SuiteFileId[];
  };
  /**
   * Fault proxies by name; they do nothing until a fault is added.
   */
  readonly proxies: {
    readonly [k: string]: SuiteFileDisturbProxy;
  };
  /**
   * What goes wrong, where and when.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly faults: readonly SuiteFileDisturbFault[];
  /**
   * Cases of the suite that run under the faults, in this order.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly cases?: readonly SuiteFileId[];
  /**
   * Times that these cases run.
   */
  readonly rounds?: number;
  /**
   * Milliseconds between the rounds.
   */
  readonly everyMs?: number;
  readonly during?: SuiteFileId;
  /**
   * Cases that look at what is left after recovery, such as that nothing was done twice.
   *
   * @minItems 1
   * @maxItems 20
   */
  readonly afterwards?: readonly SuiteFileId[];
  readonly expect?: SuiteFileDisturbExpectation;
  /**
   * Milliseconds after the faults within which the steady state must be there again.
   */
  readonly recoveryMsMax?: number;
}
/**
 * A proxy on loopback before one upstream: a target of the environment, or a dependency of the system under test.
 */
export interface SuiteFileDisturbProxy {
  readonly target?: SuiteFileTargetName;
  /**
   * URL of a dependency that the environment allows; `tcp://host:port` for one that does not speak HTTP.
   */
  readonly upstream?: string;
  /**
   * Port to listen on, for a system that has the proxy as its dependency's address; any free one when absent.
   */
  readonly listen?: number;
  /**
   * Whether requests are understood and counted; true when absent, except for `tcp://`.
   */
  readonly http?: boolean;
}
/**
 * One fault at one proxy: of connections (latency, down, bandwidth, slow_close, timeout, reset_peer, slicer, limit_data, loss), of requests (status, malformed_json, slow_headers, truncated_body, wrong_content_length) or of names (no_such_host, wrong_host).
 */
export interface SuiteFileDisturbFault {
  readonly proxy: SuiteFileDisturbProxyName;
  /**
   * What goes wrong.
   */
  readonly fault:
    | 'latency'
    | 'down'
    | 'bandwidth'
    | 'slow_close'
    | 'timeout'
    | 'reset_peer'
    | 'slicer'
    | 'limit_data'
    | 'loss'
    | 'status'
    | 'malformed_json'
    | 'slow_headers'
    | 'truncated_body'
    | 'wrong_content_length'
    | 'no_such_host'
    | 'wrong_host';
  /**
   * Which direction a fault of connections hits: `upstream` is towards the target.
   */
  readonly stream?: 'upstream' | 'downstream';
  /**
   * Share of connections, or of requests for faults of requests, that are hit.
   */
  readonly toxicity?: number;
  /**
   * Milliseconds after the first faults until this one begins; 0 when absent.
   */
  readonly afterMs?: number;
  /**
   * Milliseconds until it is removed; with all others when absent.
   */
  readonly durationMs?: number;
  /**
   * Only requests with one of these methods are hit.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: A method in capitals.
   */
  readonly methods?: readonly string[];
  /**
   * Only requests whose path begins so are hit.
   */
  readonly pathPrefix?: string;
  /**
   * Milliseconds by which all data comes later.
   */
  readonly latencyMs?: number;
  /**
   * Milliseconds by which that varies, either way; at most latencyMs.
   */
  readonly jitterMs?: number;
  /**
   * Thousands of bytes that pass in a second.
   */
  readonly kilobytesPerSecond?: number;
  /**
   * Milliseconds: until the end of a connection is passed on, between slices, or between header lines.
   */
  readonly delayMs?: number;
  /**
   * Milliseconds until the connection is closed or reset; `timeout` with 0 holds it until the fault is removed.
   */
  readonly timeoutMs?: number;
  /**
   * Bytes of a slice on average.
   */
  readonly averageBytes?: number;
  /**
   * Bytes by which slices vary, either way; less than averageBytes.
   */
  readonly variationBytes?: number;
  /**
   * Bytes that still pass before the connection ends.
   */
  readonly bytes?: number;
  /**
   * Share of pieces of data that are lost and sent again.
   */
  readonly share?: number;
  /**
   * Milliseconds until a lost piece comes again, twice as long each time it is lost again; 200 when absent.
   */
  readonly stallMs?: number;
  /**
   * Status that the proxy answers with.
   */
  readonly status?: number;
  /**
   * Headers of that answer.
   */
  readonly headers?: {
    /**
     * Value of the header.
     */
    readonly [k: string]: string;
  };
  /**
   * Body of that answer; empty when absent.
   */
  readonly body?: string;
  /**
   * The target does the work first, and its answer is thrown away.
   */
  readonly forward?: boolean;
  /**
   * By how much Content-Length is wrong; not 0.
   */
  readonly byBytes?: number;
  /**
   * URL of the allowed server that answers instead, as after a wrong DNS answer.
   */
  readonly instead?: string;
}
/**
 * What shall be so under the faults; all runs pass when nothing is said.
 */
export interface SuiteFileDisturbExpectation {
  /**
   * Verdicts that runs may have: one list for all cases, or a list by case.
   */
  readonly verdicts?: {
    readonly [k: string]: unknown;
  };
  /**
   * Largest share of runs that do not pass.
   */
  readonly errorRateMax?: number;
  /**
   * Milliseconds that no run may exceed.
   */
  readonly durationMsMax?: number;
  /**
   * Checks that hold for every answer, such as that of a fallback; values that are masked in reports are masked here.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly fallback?: readonly SuiteFileCheck[];
  /**
   * What proxies shall see of the system under test.
   */
  readonly proxies?: {
    readonly [k: string]: SuiteFileDisturbProxyExpectation;
  };
}
/**
 * What one proxy shall see under the faults.
 */
export interface SuiteFileDisturbProxyExpectation {
  readonly requests?: SuiteFileDisturbBounds;
  readonly connections?: SuiteFileDisturbBounds;
  readonly retries?: SuiteFileDisturbBounds;
  /**
   * Most sends of one request.
   */
  readonly sendsPerRequestMax?: number;
  /**
   * POST and PATCH that reached the upstream again without the same Idempotency-Key.
   */
  readonly duplicatesMax?: number;
  /**
   * A circuit breaker of the system: requests stop after failures and begin again after the faults.
   */
  readonly breaker?: {
    /**
     * Failures in a row after which requests stop.
     */
    readonly opensAfter: number;
    /**
     * Requests that may still be tried while it is open.
     */
    readonly probesMax?: number;
    /**
     * Milliseconds after the faults until requests come again; recoveryMsMax when absent.
     */
    readonly closesWithinMs?: number;
  };
}
/**
 * A number that lies within these limits, both included.
 */
export interface SuiteFileDisturbBounds {
  /**
   * The least.
   */
  readonly min?: number;
  /**
   * The most.
   */
  readonly max?: number;
}
/**
 * Holds every example of an OpenAPI document against its schema and, when asked, sends it.
 */
export interface SuiteFileExamples {
  /**
   * Name of one of the suite's documents; may be left out when there is one.
   */
  readonly document?: string;
  /**
   * Name of one of the environment's targets.
   */
  readonly target?: string;
  /**
   * Which operations of the document are looked at; all when absent.
   */
  readonly operations?: {
    /**
     * Operations to look at: ids such as `GET /orders/{id}`, operationIds or `tag:NAME`; `*` stands for any text.
     *
     * @minItems 1
     * @maxItems 500
     */
    readonly only?: readonly string[];
    /**
     * Operations to leave alone, written as in `only`.
     *
     * @minItems 1
     * @maxItems 500
     */
    readonly except?: readonly string[];
  };
  /**
   * Which examples are sent as requests too: `safe` those of GET and HEAD, `all` those of every method; none when absent.
   */
  readonly execute?: 'none' | 'safe' | 'all';
  /**
   * Headers sent with every request, such as the login's.
   */
  readonly headers?: {
    readonly [k: string]: string;
  };
  /**
   * Parameters added to every query, such as a key.
   */
  readonly query?: {
    readonly [k: string]: string;
  };
  /**
   * What the document does not declare fails an answer; it warns when absent.
   */
  readonly strict?: boolean;
  /**
   * Operations without any example fail; they warn when absent.
   */
  readonly required?: boolean;
  /**
   * Requests at most; 500 when absent.
   */
  readonly requestsMax?: number;
}
/**
 * Pause of a user between an answer and the next request, drawn evenly from a range (model `closed`); none when absent.
 */
export interface SuiteFileLoadThinkTime {
  /**
   * Shortest, in milliseconds.
   */
  readonly min: number;
  /**
   * Longest, in milliseconds.
   */
  readonly max: number;
}
/**
 * Fails when p95, or one of the metrics, grows all the time: one-sided Mann-Kendall test over windows, and Sen's slope for how much.
 */
export interface SuiteFileLoadSoak {
  /**
   * Chance of calling a level series a growing one; 0.01 when absent.
   */
  readonly significance?: number;
  /**
   * Growth over the measured time, as a share of the median, below which it does not matter; 0.1 when absent.
   */
  readonly growthMin?: number;
  /**
   * Names of watched metrics, such as one of memory.
   *
   * @minItems 1
   * @maxItems 20
   */
  readonly metrics?: readonly SuiteFileFieldName[];
}
/**
 * Looks for weaknesses of an API from outside; every finding is confirmed by a second request before it is told.
 */
export interface SuiteFileScan {
  /**
   * Document of the suite; its only one when absent.
   */
  readonly document?: {
    readonly [k: string]: unknown;
  };
  /**
   * Target of the environment; that of the suite when absent.
   */
  readonly target?: {
    readonly [k: string]: unknown;
  };
  /**
   * Which operations are looked at; all when absent.
   */
  readonly operations?: {
    /**
     * Only these.
     *
     * @minItems 1
     * @maxItems 100
     */
    readonly include?: readonly SuiteFileScanPattern[];
    /**
     * All but these.
     *
     * @minItems 1
     * @maxItems 100
     */
    readonly exclude?: readonly SuiteFileScanPattern[];
  };
  /**
   * Who is played (anonymous, authenticated) and how: passive looks at ordinary answers only, active attacks without doing harm; all four when absent.
   *
   * @minItems 1
   * @maxItems 4
   */
  readonly profiles?: readonly ('anonymous' | 'authenticated' | 'passive' | 'active')[];
  /**
   * Which checks run; all when absent.
   */
  readonly checks?: {
    /**
     * Only these checks or families such as jwt-*.
     *
     * @minItems 1
     * @maxItems 100
     *
     * Items: Id of a check, or a family.
     */
    readonly include?: readonly string[];
    /**
     * All but these checks or families.
     *
     * @minItems 1
     * @maxItems 100
     *
     * Items: Id of a check, or a family.
     */
    readonly exclude?: readonly string[];
  };
  /**
   * Users of the API by name; two of one role are exchanged for each other.
   */
  readonly identities?: {
    readonly [k: string]: SuiteFileScanIdentity;
  };
  /**
   * Functions that only some roles may use.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly functions?: readonly SuiteFileScanFunctions[];
  /**
   * Values for parameters and body fields by name, where the document's examples do not lead to a success.
   */
  readonly values?: {
    /**
     * Any JSON value.
     */
    readonly [k: string]: {
      readonly [k: string]: unknown;
    };
  };
  readonly login?: SuiteFileScanLogin;
  readonly jwt?: SuiteFileScanJwt;
  readonly rateLimit?: SuiteFileScanRateLimit;
  /**
   * The tier matrix: each row is tried from below and above its limit.
   */
  readonly tiers?: {
    readonly [k: string]: SuiteFileScanTier;
  };
  readonly measures?: SuiteFileScanMeasures;
  /**
   * The target stands behind TLS that the scan does not see: what only HTTPS needs is asked for anyway.
   */
  readonly behindTls?: boolean;
  /**
   * Most requests of the scan; 3000 when absent.
   */
  readonly requestsMax?: number;
  /**
   * Most requests a second; 50 when absent. Rate limit probes go as fast as they need.
   */
  readonly requestsPerSecond?: number;
  /**
   * Findings that somebody accepted for a time.
   *
   * @minItems 1
   * @maxItems 200
   */
  readonly suppressions?: readonly SuiteFileScanSuppression[];
}
/**
 * A user of the API.
 */
export interface SuiteFileScanIdentity {
  /**
   * Headers that prove who it is.
   */
  readonly headers?: {
    /**
     * Value of the header.
     */
    readonly [k: string]: string;
  };
  /**
   * The Set-Cookie line of its login, in place of a cookie header: its flags are looked at too.
   */
  readonly setCookie?: string;
  /**
   * Query parameters that prove who it is.
   */
  readonly query?: {
    /**
     * Value of the parameter.
     */
    readonly [k: string]: string;
  };
  /**
   * Identities of one role may do the same; `user` when absent.
   */
  readonly role?: string;
  /**
   * Name that it logs in with.
   */
  readonly username?: string;
  /**
   * What belongs to it and to nobody else, by parameter, or by path and parameter: `/orders/{id}#id`.
   */
  readonly owns?: {
    /**
     * Values of the parameter.
     *
     * @minItems 1
     * @maxItems 50
     *
     * Items: A value.
     */
    readonly [k: string]: readonly (string | number)[];
  };
}
/**
 * Operations that only some roles may use.
 */
export interface SuiteFileScanFunctions {
  /**
   * The operations.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly operations: readonly SuiteFileScanPattern[];
  /**
   * Roles that may use them.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: A role.
   */
  readonly roles: readonly string[];
}
/**
 * The operation that takes a name and a password; found by its name when absent.
 */
export interface SuiteFileScanLogin {
  readonly operation: SuiteFileScanOperation;
  /**
   * Field of the body for the name; found when absent.
   */
  readonly usernameField?: string;
  /**
   * Field of the body for the password; found when absent.
   */
  readonly passwordField?: string;
  /**
   * Somebody who exists; the first identity's username when absent.
   */
  readonly existingUser?: string;
  /**
   * Wrong passwords after which the API must have begun to slow down; 30 when absent.
   */
  readonly attemptsMax?: number;
}
/**
 * Attacks on JSON Web Tokens; what needs a key that is not given is told as not looked at.
 */
export interface SuiteFileScanJwt {
  /**
   * A token that the API accepts, without scheme.
   */
  readonly token: string;
  /**
   * Header that it goes into, or cookie:NAME, or query:NAME; authorization when absent.
   */
  readonly header?: string;
  /**
   * What stands before it; `Bearer ` when absent for authorization.
   */
  readonly prefix?: string;
  /**
   * An operation that needs the token; the first secured GET when absent.
   */
  readonly operation?: {
    readonly [k: string]: unknown;
  };
  /**
   * PEM of the key that signatures are checked with.
   */
  readonly publicKey?: string;
  /**
   * Path or URL of the key set; /.well-known/jwks.json when absent.
   */
  readonly keySet?: string;
  /**
   * Shared secret that tokens are signed with.
   */
  readonly secret?: string;
  /**
   * PEM of the key that tokens are signed with.
   */
  readonly privateKey?: string;
}
/**
 * What a tier may do, see and take.
 */
export interface SuiteFileScanTier {
  /**
   * One of the identities.
   */
  readonly identity: {
    readonly [k: string]: unknown;
  };
  /**
   * Requests that are allowed in a second.
   */
  readonly requestsPerSecond?: number;
  /**
   * Requests that are allowed in a minute.
   */
  readonly requestsPerMinute?: number;
  /**
   * Operations that it must be granted.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly allowed?: readonly SuiteFileScanPattern[];
  /**
   * Operations that it must be refused.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly forbidden?: readonly SuiteFileScanPattern[];
  /**
   * By operation: names that its answers must have or lack at any depth.
   */
  readonly fields?: {
    /**
     * Names of fields.
     */
    readonly [k: string]: {
      /**
       * These are there.
       *
       * @minItems 1
       * @maxItems 100
       *
       * Items: A name.
       */
      readonly present?: readonly string[];
      /**
       * These are not.
       *
       * @minItems 1
       * @maxItems 100
       *
       * Items: A name.
       */
      readonly absent?: readonly string[];
    };
  };
  /**
   * Nothing younger is shown; 0 means that the newest is shown.
   */
  readonly dataDelayHours?: number;
  /**
   * Most elements of a page.
   */
  readonly pageSizeMax?: number;
}
/**
 * Where the figures of tiers are measured.
 */
export interface SuiteFileScanMeasures {
  /**
   * Operation that requests are counted on.
   */
  readonly rate?: {
    readonly [k: string]: unknown;
  };
  /**
   * Where the age of data shows.
   */
  readonly freshness?: {
    readonly operation: SuiteFileScanOperation;
    /**
     * Times in its answer.
     */
    readonly path: {
      readonly [k: string]: unknown;
    };
    /**
     * Data counts as fresh up to this age; 1 hour when absent.
     */
    readonly freshHours?: number;
  };
  /**
   * Where the size of a page shows.
   */
  readonly paging?: {
    readonly operation: SuiteFileScanOperation;
    /**
     * Query parameter for the size of a page.
     */
    readonly parameter: string;
    /**
     * The list of elements; the longest list of the answer when absent.
     */
    readonly items?: {
      readonly [k: string]: unknown;
    };
  };
}
/**
 * A file for the tool: its text, {base64: …} for bytes, or {file: ./path} to read one that lies beside the suite.
 */
export interface SuiteFileToolFile {
  readonly [k: string]: unknown;
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
 * Common Test Report Format 0.0.0.
 */
export interface CtrfReport {
  readonly reportFormat: 'CTRF';
  readonly specVersion: string;
  readonly results: {};
}
/**
 * SARIF 2.1.0: one run with the findings.
 */
export interface SarifLog {
  readonly version: '2.1.0';
  readonly runs: readonly {}[];
}
/**
 * What is known of a finding over runs. Place and message are null without payload:read.
 */
export interface FindingView {
  readonly fingerprint: string;
  readonly service: string;
  readonly team: string | null;
  readonly owner: string | null;
  readonly check: string;
  readonly severity: 'info' | 'low' | 'medium' | 'high' | 'critical';
  readonly operation: string | null;
  readonly cwe: string | null;
  readonly owasp: string | null;
  readonly asvs: string | null;
  readonly state: 'new' | 'triaged' | 'accepted' | 'false-positive' | 'fixed' | 'reopened';
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly lastRunId: string;
  readonly dueAt: string | null;
  readonly overdue: 'not-fixed' | 'not-triaged' | null;
  readonly fixedAt: string | null;
  readonly reopened: number;
  readonly place: string | null;
  readonly message: string | null;
  readonly remedy: string | null;
}
export interface FindingList {
  readonly items: readonly FindingView[];
  readonly next: string | null;
}
/**
 * What a person decided about a finding, and why.
 */
export interface FindingDecision {
  readonly state: 'triaged' | 'accepted' | 'false-positive';
  readonly reason: string;
  readonly owner?: string;
}
/**
 * Changes of structures, newest first. Values are for readers with payload:read.
 */
export interface DriftList {
  readonly items: readonly {
    readonly service: string;
    readonly operation: string;
    readonly version: number;
    readonly at: string;
    readonly runId: string;
    readonly changes: readonly {
      readonly changeType: string;
      readonly fieldPath: string;
      readonly oldValue?: unknown;
      readonly newValue?: unknown;
    }[];
  }[];
  readonly next: string | null;
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
export interface GetCtrfPath {
  readonly runId: RunId;
}
export interface GetCtrfQuery {}
export interface GetCtrfHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetSarifPath {
  readonly runId: RunId;
}
export interface GetSarifQuery {}
export interface GetSarifHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetSummaryPath {
  readonly runId: RunId;
}
export interface GetSummaryQuery {}
export interface GetSummaryHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface GetReportPath {
  readonly runId: RunId;
}
export interface GetReportQuery {}
export interface GetReportHeaders {
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
export interface ListFindingsPath {}
export interface ListFindingsQuery {
  readonly service?: string;
  readonly state?: 'open' | 'new' | 'triaged' | 'accepted' | 'false-positive' | 'fixed' | 'reopened';
  readonly severity?: 'info' | 'low' | 'medium' | 'high' | 'critical';
  readonly overdue?: 'true' | 'false';
  readonly limit: number;
  readonly cursor?: string;
}
export interface ListFindingsHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface DecideFindingPath {
  readonly service: Id;
  readonly fingerprint: string;
}
export interface DecideFindingQuery {}
export interface DecideFindingHeaders {
  readonly 'x-assay-tenant'?: string;
}
export interface ListDriftPath {}
export interface ListDriftQuery {
  readonly service: string;
  readonly operation?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly cursor?: string;
}
export interface ListDriftHeaders {
  readonly 'x-assay-tenant'?: string;
}

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
  readonly getCtrf: {
    readonly path: GetCtrfPath;
    readonly query: GetCtrfQuery;
    readonly headers: GetCtrfHeaders;
    readonly body: undefined;
    readonly answer: CtrfReport;
  };
  readonly getSarif: {
    readonly path: GetSarifPath;
    readonly query: GetSarifQuery;
    readonly headers: GetSarifHeaders;
    readonly body: undefined;
    readonly answer: SarifLog;
  };
  readonly getSummary: {
    readonly path: GetSummaryPath;
    readonly query: GetSummaryQuery;
    readonly headers: GetSummaryHeaders;
    readonly body: undefined;
    readonly answer: string;
  };
  readonly getReport: {
    readonly path: GetReportPath;
    readonly query: GetReportQuery;
    readonly headers: GetReportHeaders;
    readonly body: undefined;
    readonly answer: undefined;
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
  readonly listFindings: {
    readonly path: ListFindingsPath;
    readonly query: ListFindingsQuery;
    readonly headers: ListFindingsHeaders;
    readonly body: undefined;
    readonly answer: FindingList;
  };
  readonly decideFinding: {
    readonly path: DecideFindingPath;
    readonly query: DecideFindingQuery;
    readonly headers: DecideFindingHeaders;
    readonly body: FindingDecision;
    readonly answer: FindingView;
  };
  readonly listDrift: {
    readonly path: ListDriftPath;
    readonly query: ListDriftQuery;
    readonly headers: ListDriftHeaders;
    readonly body: undefined;
    readonly answer: DriftList;
  };
}

export type OperationId = keyof Operations;
