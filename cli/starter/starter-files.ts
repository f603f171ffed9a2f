import type { SuiteDefinition } from '#core/suite';
import {
  createSecretLines,
  environmentText,
  serviceText,
  type CatalogTexts,
  type SecretToFill,
} from '../import/catalog-texts.ts';
import { suiteFileText } from '../import/suite-file.ts';
import { labelOf, listOf, nodeOf, textOf, type ApiDocument } from './document.ts';
import { pathNames, type Operation } from './operations.ts';
import { resourcesOf } from './resources.ts';
import { safeText } from './sample.ts';
import { slug } from './slug.ts';
import { starterSuites } from './starter-suites.ts';
import { tokenPlanOf, type Provided } from './token-plan.ts';

export interface StarterFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Starter {
  readonly service: string;
  readonly environment: string;
  readonly target: string;
  /** Names of the secrets that the environment refers to. */
  readonly secrets: readonly string[];
  readonly suites: readonly SuiteDefinition[];
  readonly files: readonly StarterFile[];
  readonly remarks: readonly string[];
}

export const TARGET_DEFAULT = 'http://127.0.0.1:8080';
/** Methods that a suite may send. */
const SENDABLE = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']);
const HEALTH_NAMES = ['healthz', 'health', 'livez', 'readyz', 'ping', 'status'];
/** `/health`, `/v1/health`, `/actuator/health`: a name further down is likely to be a thing of the API. */
const HEALTH_SEGMENTS_MAX = 3;

const fillServer = (url: string, variables: unknown): string =>
  url.replaceAll(
    /\{([^{}]+)\}/g,
    (_found, name: string) => labelOf(nodeOf(nodeOf(variables)[name])['default']) ?? 'example',
  );

/** The base URL that a document gives; an address without a host lies below the default target. */
const onDefault = (url: string): string =>
  URL.canParse(url) ? url : `${TARGET_DEFAULT}/${url.replace(/^(?:\.?\.?\/)+/, '')}`;

/** What the document itself says about where the API is; undefined when it says nothing. */
const documentServer = ({ root, version }: ApiDocument): string | undefined => {
  if (version === '2.0') {
    const host = textOf(root['host']);
    const base = textOf(root['basePath']) ?? '';
    const schemes = listOf(root['schemes']);
    const scheme = schemes.includes('https') || schemes.length === 0 ? 'https' : String(schemes[0]);
    return host === undefined ? (base === '' ? undefined : base) : `${scheme}://${host}${base}`;
  }
  const server = nodeOf(listOf(root['servers'])[0]);
  const url = textOf(server['url']);
  return url === undefined || url === '' || url === '/' ? undefined : fillServer(url, server['variables']);
};

/** An http or https base URL without query, user and trailing slash; undefined when it is none. */
export const baseUrl = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
};

const healthRank = (path: string): number => {
  const segments = path.split('/').filter((part) => part !== '');
  return segments.length > HEALTH_SEGMENTS_MAX ? -1 : HEALTH_NAMES.indexOf(segments.at(-1)?.toLowerCase() ?? '');
};

const healthPath = (operations: readonly Operation[]): string | undefined =>
  operations
    .filter(
      (one) =>
        one.method === 'GET' &&
        one.credentials.length === 0 &&
        pathNames(one.path).length === 0 &&
        !one.parameters.some((parameter) => parameter.required),
    )
    .map((one) => one.path)
    .filter((path) => healthRank(path) >= 0)
    .sort((a, b) => healthRank(a) - healthRank(b) || a.length - b.length)[0];

const titleOf = ({ root }: ApiDocument, fallback: string): string => {
  const title = safeText(textOf(nodeOf(root['info'])['title']) ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return (title === '' ? fallback : title).slice(0, 200);
};

const versionOf = ({ root }: ApiDocument): string | undefined => {
  const version = (labelOf(nodeOf(root['info'])['version']) ?? '')
    .replace(/^[^A-Za-z0-9]+/, '')
    .replaceAll(/[^A-Za-z0-9._+-]/g, '-')
    .slice(0, 64);
  return version === '' ? undefined : version;
};

export interface StarterOptions {
  readonly service?: string;
  readonly target?: string;
}

const serverRemarks = (server: string | undefined, target: string): string[] => {
  const change = 'change it in environment.yaml, or give --target';
  if (server === undefined) return [`the document names no server, so the target is ${target}: ${change}`];
  if (!URL.canParse(server))
    return [`the document's server ${JSON.stringify(server)} names no host, so the target is ${target}: ${change}`];
  return baseUrl(server) === undefined
    ? [
        `the document's server ${JSON.stringify(server)} is no http or https address, so the target is ${target}: ${change}`,
      ]
    : [];
};

const otherServers = ({ root }: ApiDocument, target: string): string[] =>
  listOf(root['servers'])
    .slice(0, 20)
    .map(nodeOf)
    .flatMap((server) => {
      const url = textOf(server['url']);
      const shown = url === undefined ? undefined : baseUrl(fillServer(url, server['variables']));
      const words = textOf(server['description'])?.replaceAll(/\s+/g, ' ').slice(0, 100);
      return shown === undefined || shown === target
        ? []
        : [`Another server of the document: ${shown}${words === undefined ? '' : ` (${words})`}`];
    });

const secretsOf = (provided: ReadonlyMap<string, Provided>): SecretToFill[] =>
  [...provided.values()].filter((one) => one.isSecret).map(({ name, words, target }) => ({ name, words, target }));

const fillRemarks = (service: string, provided: ReadonlyMap<string, Provided>): string[] => {
  const secrets = secretsOf(provided);
  const variables = [...provided.values()].filter((one) => !one.isSecret);
  return [
    ...(variables.length === 0
      ? []
      : [
          `look at the variables in environment.yaml: ${variables.map(({ name, words }) => `${name} (${words})`).join(', ')}`,
        ]),
    ...(secrets.length === 0
      ? []
      : [
          `cases that need credentials wait for the ${secrets.length === 1 ? 'secret' : 'secrets'} ${secrets.map(({ name }) => name).join(', ')}: see environment.yaml; on the one-machine cloud: ${createSecretLines(service, secrets)[0]}`,
        ]),
  ];
};

const oddMethods = (operations: readonly Operation[]): string[] =>
  operations
    .filter(({ method }) => !SENDABLE.has(method))
    .map(({ method, path }) => `${method} ${path} was left out: suites cannot send ${method}`);

/** Service, environment and suites for a document. Pure: the same document gives the same files. */
export const makeStarter = (
  document: ApiDocument,
  described: readonly Operation[],
  options: StarterOptions,
): Starter => {
  const operations = described.filter(({ method }) => SENDABLE.has(method));
  const title = titleOf(document, 'my service');
  const service = options.service ?? slug(title, 50, 'my-service');
  const environment = `${service.slice(0, 58)}-test`;
  const server = documentServer(document);
  const target = baseUrl(options.target ?? onDefault(server ?? TARGET_DEFAULT)) ?? TARGET_DEFAULT;
  const tokens = tokenPlanOf(document, operations, target);
  const provided = new Map<string, Provided>();
  const resources = resourcesOf(document, operations);
  const made = starterSuites({ document, operations, resources, tokens, judges: new Map(), provided }, service);
  const needsOauth = [...provided.values()].some((one) => one.target === 'oauth');
  const health = healthPath(operations);
  const version = versionOf(document);
  const texts: CatalogTexts = {
    service,
    title,
    environment,
    targets: { default: target, ...(tokens.oauth === undefined || !needsOauth ? {} : { oauth: tokens.oauth.base }) },
    variables: Object.fromEntries(
      [...provided.values()].filter((one) => !one.isSecret).map((one) => [one.name, safeText(one.example)]),
    ),
    secrets: secretsOf(provided),
    notes: otherServers(document, target),
    ...(health === undefined ? {} : { health }),
    ...(version === undefined ? {} : { version }),
  };
  return {
    service,
    environment,
    target,
    secrets: texts.secrets.map(({ name }) => name),
    suites: made.suites.map((one) => one.definition),
    files: [
      { path: 'service.yaml', text: serviceText(texts) },
      { path: 'environment.yaml', text: environmentText(texts) },
      ...made.suites.map((suite) => ({ path: `suites/${suite.definition.suite}.yaml`, text: suiteFileText(suite) })),
    ],
    remarks: [
      ...new Set(document.remarks),
      ...oddMethods(described),
      ...(options.target === undefined ? serverRemarks(server, target) : []),
      ...made.remarks,
      ...fillRemarks(service, provided),
    ],
  };
};
