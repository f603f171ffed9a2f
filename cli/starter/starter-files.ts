import { stringify } from 'yaml';
import type { EnvironmentDefinition } from '#core/environment';
import type { SuiteDefinition } from '#core/suite';
import { labelOf, listOf, nodeOf, textOf, type ApiDocument } from './document.ts';
import { pathNames, type Operation } from './operations.ts';
import { safeText } from './sample.ts';
import { slug, starterSuites } from './starter-suites.ts';

export interface StarterFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Starter {
  readonly service: string;
  readonly environment: string;
  readonly target: string;
  readonly suites: readonly SuiteDefinition[];
  readonly files: readonly StarterFile[];
  readonly remarks: readonly string[];
}

export const TARGET_DEFAULT = 'http://127.0.0.1:8080';
/** Of the one-machine cloud. */
const TENANT_LOCAL = 'local';
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

const yaml = (value: object): string =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, defaultStringType: 'PLAIN' });

const serviceText = (service: string, title: string, environment: string, version: string | undefined): string =>
  `# Who owns this service, and where it is tested when nobody says otherwise.\n${yaml({
    service,
    name: title,
    owner: 'somebody@example.com',
    defaultEnvironment: environment,
    ...(version === undefined ? {} : { version }),
  })}`;

/** Name of the secret that the written environment proposes, in a tenant. */
const secretName = (tenant: string, service: string): string => `assay/${tenant}/${service}`;

const createSecretLines = (service: string, credentials: readonly string[]): string[] => {
  const value = JSON.stringify(Object.fromEntries(credentials.map((name) => [name, '…'])));
  return [
    `npm run -s secret -- ${secretName(TENANT_LOCAL, service)} '${value}'`,
    `aws secretsmanager create-secret --name ${secretName('TENANT', service)} --secret-string '${value}'`,
  ];
};

const secretExample = (target: string, service: string, credentials: readonly string[]): string => {
  const [local, onAws] = createSecretLines(service, credentials);
  return `
# Credentials are secrets of AWS Secrets Manager below assay/{tenant}/, bound to the hosts that may receive them. Take them out of the variables
# above and put this in their place; the tenant of the one-machine cloud is \`${TENANT_LOCAL}\`.
#
# secrets:
${credentials.map((name) => `#   ${name}: { ref: '${secretName(TENANT_LOCAL, service)}#${name}', hosts: ['${new URL(target).host}'] }\n`).join('')}#
# Create the secret, in the one-machine cloud or in AWS:
#   ${local ?? ''}
#   ${onAws ?? ''}
`;
};

const HEALTH_EXAMPLE = `
# With a health path, a run asks it first and ends as inconclusive, not as failed, when the target does not answer:
#
# health: { path: /healthz }
`;

const environmentText = (environment: EnvironmentDefinition, service: string, credentials: readonly string[]): string =>
  [
    '# One place where the service runs. `default` is where requests go: point it at a test system.\n',
    yaml(environment),
    environment.health === undefined ? HEALTH_EXAMPLE : '',
    credentials.length === 0
      ? ''
      : secretExample(environment.targets['default'] ?? TARGET_DEFAULT, service, credentials),
  ].join('');

const suiteText = (suite: SuiteDefinition): string =>
  [
    '# Written by assay init: a start, yours to change. Cases tagged `writes` may change data; those that are advisory never shut the gate',
    '# and become blocking once `advisory: true` is taken away.',
    yaml(suite),
  ].join('\n');

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

/** Service, environment and suites for a document. Pure: the same document gives the same files. */
export const makeStarter = (
  document: ApiDocument,
  operations: readonly Operation[],
  options: StarterOptions,
): Starter => {
  const title = titleOf(document, 'my service');
  const service = options.service ?? slug(title, 50, 'my-service');
  const environment = `${service.slice(0, 58)}-test`;
  const server = documentServer(document);
  const target = baseUrl(options.target ?? onDefault(server ?? TARGET_DEFAULT)) ?? TARGET_DEFAULT;
  const suites = starterSuites(document, service, operations);
  const credentials = [...new Set(operations.flatMap((one) => one.credentials.map(({ variable }) => variable)))];
  const health = healthPath(operations);
  const definition: EnvironmentDefinition = {
    name: environment,
    targets: { default: target },
    ...(credentials.length === 0 ? {} : { variables: Object.fromEntries(credentials.map((name) => [name, ''])) }),
    ...(health === undefined ? {} : { health: { path: health } }),
  };
  return {
    service,
    environment,
    target,
    suites,
    files: [
      { path: 'service.yaml', text: serviceText(service, title, environment, versionOf(document)) },
      { path: 'environment.yaml', text: environmentText(definition, service, credentials) },
      ...suites.map((suite) => ({ path: `suites/${suite.suite}.yaml`, text: suiteText(suite) })),
    ],
    remarks: [
      ...new Set(document.remarks),
      ...(options.target === undefined ? serverRemarks(server, target) : []),
      ...(credentials.length === 0
        ? []
        : [
            `cases that need credentials (${credentials.join(', ')}) are advisory until you provide them: see environment.yaml; on the one-machine cloud: ${createSecretLines(service, credentials)[0] ?? ''}`,
          ]),
    ],
  };
};
