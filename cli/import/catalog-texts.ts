import { Document, stringify } from 'yaml';
import type { EnvironmentDefinition } from '#core/environment';

/** A value that people have to put into the environment. */
export interface SecretToFill {
  readonly name: string;
  /** What it is, for people; never the value. */
  readonly words: string;
  /** The target whose host may receive it. */
  readonly target: string;
  /** Further targets that get it. */
  readonly others?: readonly string[];
}

export interface CatalogTexts {
  readonly service: string;
  readonly title: string;
  readonly version?: string;
  readonly environment: string;
  readonly targets: { readonly [name: string]: string };
  readonly variables: EnvironmentDefinition['variables'];
  readonly secrets: readonly SecretToFill[];
  readonly health?: string;
  /** Further lines for the head of the environment. */
  readonly notes: readonly string[];
}

/** Of the one-machine cloud. */
const TENANT_LOCAL = 'local';

const yaml = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** Name of the secret that the written environment proposes, in a tenant. */
const secretName = (tenant: string, service: string): string => `assay/${tenant}/${service}`;

/** How to create the proposed secret: on the one-machine cloud, and in AWS. */
export const createSecretLines = (
  service: string,
  secrets: readonly SecretToFill[],
): [local: string, onAws: string] => {
  const value = JSON.stringify(Object.fromEntries(secrets.map(({ name }) => [name, '…'])));
  return [
    `npm run -s secret -- ${secretName(TENANT_LOCAL, service)} '${value}'`,
    `aws secretsmanager create-secret --name ${secretName('TENANT', service)} --secret-string '${value}'`,
  ];
};

export const serviceText = ({ service, title, environment, version }: CatalogTexts): string => {
  const document = new Document({
    service,
    name: title,
    owner: 'somebody@example.com',
    defaultEnvironment: environment,
    ...(version === undefined ? {} : { version }),
  });
  document.commentBefore = ' Who owns this service, and where it is tested when nobody says otherwise.';
  return document.toString({ lineWidth: 0 });
};

const HEALTH_EXAMPLE = `
# With a health path, a run asks it first and ends as inconclusive, not as failed, when the target does not answer:
#
# health: { path: /healthz }
`;

const secretsHead = ({ service, secrets }: CatalogTexts): string => {
  const [local, onAws] = createSecretLines(service, secrets);
  const words = secrets
    .map(({ name, words: what }) => `#   ${name}: ${what.replaceAll(/\s+/g, ' ').slice(0, 200)}\n`)
    .join('');
  return `
# Values that only you know, bound to the hosts that may receive them:
${words}# They are read from AWS Secrets Manager below assay/{tenant}/; the tenant of the one-machine cloud is \`${TENANT_LOCAL}\`. Create the secret there or in AWS:
#   ${local}
#   ${onAws}
`;
};

export const environmentDefinition = (texts: CatalogTexts): EnvironmentDefinition => {
  const { environment, targets, variables = {}, secrets, health, service } = texts;
  const hostOf = (target: string): string => new URL(targets[target] ?? targets['default'] ?? 'http://127.0.0.1').host;
  return {
    name: environment,
    targets,
    ...(Object.keys(variables).length === 0 ? {} : { variables }),
    ...(secrets.length === 0
      ? {}
      : {
          secrets: Object.fromEntries(
            secrets.map(({ name, target, others = [] }) => [
              name,
              {
                ref: `${secretName(TENANT_LOCAL, service)}#${name}`,
                hosts: [...new Set([target, ...others].map(hostOf))],
              },
            ]),
          ),
        }),
    ...(health === undefined ? {} : { health: { path: health } }),
  };
};

export const environmentText = (texts: CatalogTexts): string => {
  const { secrets: bound, health, ...rest } = environmentDefinition(texts);
  return [
    '# One place where the service runs. `default` is where requests go: point it at a test system.\n',
    ...texts.notes.map((note) => `# ${note.replaceAll(/\s+/g, ' ')}\n`),
    yaml(rest),
    bound === undefined ? '' : `${secretsHead(texts)}${yaml({ secrets: bound })}`,
    health === undefined ? HEALTH_EXAMPLE : yaml({ health }),
  ].join('');
};
