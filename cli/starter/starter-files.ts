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
const HEALTH_PATHS = ['/healthz', '/health', '/livez', '/readyz', '/ping', '/status'];

const fillServer = (url: string, variables: unknown): string =>
  url.replaceAll(
    /\{([^{}]+)\}/g,
    (_found, name: string) => labelOf(nodeOf(nodeOf(variables)[name])['default']) ?? 'example',
  );

/** Where the document says that the API is; a path alone is below the default target. */
const documentTarget = ({ root, version }: ApiDocument): string | undefined => {
  if (version === '2.0') {
    const host = textOf(root['host']);
    const base = textOf(root['basePath']) ?? '';
    const schemes = listOf(root['schemes']);
    const scheme = schemes.includes('https') || schemes.length === 0 ? 'https' : String(schemes[0]);
    return host === undefined ? (base === '' ? undefined : `${TARGET_DEFAULT}${base}`) : `${scheme}://${host}${base}`;
  }
  const server = nodeOf(listOf(root['servers'])[0]);
  const url = textOf(server['url']);
  if (url === undefined || url === '' || url === '/') return undefined;
  const filled = fillServer(url, server['variables']);
  return filled.startsWith('/') ? `${TARGET_DEFAULT}${filled}` : filled;
};

/** An http or https base URL without query, user and trailing slash; undefined when it is none. */
export const baseUrl = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
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
    .sort((a, b) => HEALTH_PATHS.indexOf(a) - HEALTH_PATHS.indexOf(b))
    .find((path) => HEALTH_PATHS.includes(path));

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

const secretExample = (target: string, variable: string): string => `
# A credential is a secret of AWS Secrets Manager, bound to the hosts that may receive it. Move ${variable} there:
#
# secrets:
#   ${variable}:
#     ref: my-team/my-secret#${variable}
#     hosts: ['${new URL(target).host}']
`;

const environmentText = (environment: EnvironmentDefinition, credentials: readonly string[]): string =>
  `# One place where the service runs. \`default\` is where requests go: point it at a test system.\n${yaml(environment)}${
    credentials[0] === undefined ? '' : secretExample(environment.targets['default'] ?? TARGET_DEFAULT, credentials[0])
  }`;

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

/** Service, environment and suites for a document. Pure: the same document gives the same files. */
export const makeStarter = (
  document: ApiDocument,
  operations: readonly Operation[],
  options: StarterOptions,
): Starter => {
  const title = titleOf(document, 'my service');
  const service = options.service ?? slug(title, 50, 'my-service');
  const environment = `${service.slice(0, 58)}-test`;
  const wanted = options.target ?? documentTarget(document);
  const target = baseUrl(wanted ?? TARGET_DEFAULT) ?? TARGET_DEFAULT;
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
      { path: 'environment.yaml', text: environmentText(definition, credentials) },
      ...suites.map((suite) => ({ path: `suites/${suite.suite}.yaml`, text: suiteText(suite) })),
    ],
    remarks: [
      ...new Set(document.remarks),
      ...(wanted === undefined
        ? [`the document names no server, so the target is ${TARGET_DEFAULT}: change it in environment.yaml`]
        : []),
      ...(credentials.length === 0
        ? []
        : [
            `cases that need credentials (${credentials.join(', ')}) are advisory until you provide them: see environment.yaml`,
          ]),
    ],
  };
};
