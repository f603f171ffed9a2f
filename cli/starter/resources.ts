import { nodeOf, textOf, type ApiDocument, type Node } from './document.ts';
import { operationKey, pathNames, type Operation } from './operations.ts';
import { flatSchema, propertiesOf, typeOf } from './schema-view.ts';

/** Where the id of a thing comes from. */
export interface Source {
  readonly operation: Operation;
  /** JSONPath into its answer, or a header that ends with the id. */
  readonly from: { readonly path: string } | { readonly header: string };
  /** The thing is made by the call, so that changing and removing it harms nobody. */
  readonly isOwn: boolean;
}

/** Words for the same thing: `order-id`, `orderId` and `order_id`. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

export const singular = (word: string): string =>
  word
    .replace(/ies$/i, 'y')
    .replace(/(ss|x|ch|sh)es$/i, '$1')
    .replace(/([^su])s$/i, '$1');

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '');
const isName = (segment: string): boolean => segment.startsWith('{');

/** Whether a name is that of an id; the ids of things have to exist. */
export const isIdName = (name: string): boolean =>
  /(?:^|[a-z0-9_.-])(?:Id|ID|Ids|IDs|Uuid|UUID|Guid)$|(?:^|[_.-])(?:id|ids|uuid|guid)$/.test(name);

/** `order` of `orderId`, `order_id` and `orderIds`; undefined for `id` alone. */
export const nounOf = (name: string): string | undefined => {
  const noun = name.replace(/[_.-]?(?:ids?|uuid|guid|slug|key|code|name|number|no)$/i, '');
  return noun === '' || noun === name ? undefined : plain(singular(noun));
};

/** The last word of a path that is no parameter, in singular. */
export const pathNoun = (path: string): string => {
  const word = segments(path).findLast((part) => !isName(part)) ?? 'item';
  return singular(word.replace(/\.[a-z]+$/i, ''));
};

const idNames = (name: string, noun: string): string[] => [
  plain(name),
  ...(isIdName(name) || nounOf(name) === undefined ? ['id'] : []),
  plain(`${noun}id`),
  'id',
  'uuid',
  'guid',
  plain(`${noun}uuid`),
];

const step = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `['${name.replaceAll(/[\\']/g, '\\$&')}']`;

const isPlainValue = (schema: Node): boolean => ['string', 'integer', 'number', undefined].includes(typeOf(schema));

/** JSONPath, without `$`, of the field that holds the id: at the top, else in an envelope such as `data`. */
const idBelow = (root: Node, raw: unknown, names: readonly string[], depth = 0): string | undefined => {
  const fields = propertiesOf(root, flatSchema(root, raw));
  for (const wanted of names) {
    const found = fields.find(([name, schema]) => plain(name.replace(/^_/, '')) === wanted && isPlainValue(schema));
    if (found !== undefined) return step(found[0]);
  }
  if (depth > 0) return undefined;
  const envelopes = fields.filter(
    ([name, schema]) => typeOf(schema) === 'object' && !/meta|link|page|error/i.test(name),
  );
  for (const [name, schema] of envelopes) {
    const inner = idBelow(root, schema, names, depth + 1);
    if (inner !== undefined) return `${step(name)}${inner}`;
  }
  return undefined;
};

const idInList = (root: Node, raw: unknown, names: readonly string[], noun: string): string | undefined => {
  const schema = flatSchema(root, raw);
  const inItems = (list: Node): string | undefined => {
    const id = idBelow(root, list['items'], names, 1);
    return id === undefined ? undefined : `[0]${id}`;
  };
  if (typeOf(schema) === 'array') return inItems(schema);
  const lists = propertiesOf(root, schema).filter(([, one]) => typeOf(one) === 'array');
  const rank = ([name]: [string, Node]): number =>
    plain(singular(name)) === noun
      ? 0
      : ['items', 'data', 'results', 'content', 'value', 'records'].includes(name)
        ? 1
        : 2;
  for (const [name, list] of lists.sort((a, b) => rank(a) - rank(b))) {
    const id = inItems(list);
    if (id !== undefined) return `${step(name)}${id}`;
  }
  return undefined;
};

const successes = (operation: Operation): Operation['answers'] =>
  operation.answers.filter(({ status }) => status.startsWith('2'));

const trim = (path: string): string => path.replace(/\/+$/, '');

/** Verbs at the end of a path: the call does something instead of adding something. */
const ACTION =
  /(?:^|[-_/:.])(?:activate|approve|archive|block|cancel|capture|clear|close|confirm|deactivate|delete|destroy|disable|drop|enable|expire|export|finalize|flush|import|invalidate|kill|lock|logout|merge|migrate|publish|purge|refund|reject|release|remove|reset|restart|restore|revert|revoke|rollback|rotate|send|shutdown|signout|start|stop|suspend|terminate|transfer|trigger|truncate|unlock|unpublish|wipe|void)(?:$|[-_/:.])/i;
export const isAction = (operation: Operation): boolean =>
  ACTION.test(segments(operation.path).findLast((part) => !isName(part)) ?? '') ||
  /^(?:logout|signOut|log_out|sign_out|revoke|purge|reset|wipe|shutdown|terminate|delete|remove|cancel|deactivate)/i.test(
    operation.id ?? '',
  );

export interface Resources {
  /** What gives the value of a name in a path: `{orderId}` of `/orders/{orderId}/lines`. */
  readonly ofPath: (operation: Operation, name: string) => Source[];
  /** What gives the value of a field or parameter such as `cartId`. */
  readonly ofName: (name: string) => Source[];
  /** JSONPath of the field of an operation's answer that repeats the id in its path. */
  readonly echoOf: (operation: Operation, name: string) => string | undefined;
  /** What puts things into a thing of that collection: `POST /carts/{cartId}/lines` of `/carts`. */
  readonly fillers: (collection: string) => Operation[];
}

const linkedSource = (operations: readonly Operation[], wanted: Operation, name: string): Source[] =>
  operations.flatMap((operation) =>
    successes(operation).flatMap(({ links }) =>
      links.flatMap((link): Source[] => {
        const isMeant = wanted.id !== undefined && textOf(link['operationId']) === wanted.id;
        const parameters = nodeOf(link['parameters']);
        const expression = textOf(parameters[name] ?? parameters[`path.${name}`]);
        const pointer = /^\$response\.body#(\/.*)$/.exec(expression ?? '')?.[1];
        if (!isMeant || pointer === undefined) return [];
        const path = pointer
          .split('/')
          .slice(1)
          .map((part) => (/^\d+$/.test(part) ? `[${part}]` : step(part)));
        return [{ operation, from: { path: `$${path.join('')}` }, isOwn: operation.method === 'POST' }];
      }),
    ),
  );

const created = (root: Node, operation: Operation | undefined, names: readonly string[]): Source[] => {
  if (operation === undefined || isAction(operation)) return [];
  for (const answer of successes(operation)) {
    const path = answer.schema === undefined ? undefined : idBelow(root, answer.schema, names);
    if (path !== undefined) return [{ operation, from: { path: `$${path}` }, isOwn: true }];
    if (answer.headers.includes('location')) return [{ operation, from: { header: 'location' }, isOwn: true }];
  }
  return [];
};

const listed = (root: Node, operation: Operation | undefined, names: readonly string[], noun: string): Source[] => {
  const schema = operation === undefined ? undefined : successes(operation).find((one) => one.schema)?.schema;
  const path = schema === undefined ? undefined : idInList(root, schema, names, noun);
  return operation === undefined || path === undefined ? [] : [{ operation, from: { path: `$${path}` }, isOwn: false }];
};

/** Path of the collection of each noun, the one with the fewest ids in it. */
const collectionsOf = (operations: readonly Operation[]): ReadonlyMap<string, string> => {
  const collections = new Map<string, string>();
  for (const { method, path } of operations) {
    const last = segments(path).at(-1);
    if (!['POST', 'GET'].includes(method) || last === undefined || isName(last)) continue;
    const noun = plain(singular(last));
    const known = collections.get(noun);
    if (known === undefined || pathNames(path).length < pathNames(known).length) collections.set(noun, path);
  }
  return collections;
};

const isFiller = (operation: Operation, collection: string): boolean => {
  const home = trim(collection);
  const path = trim(operation.path);
  const rest = path.startsWith(`${home}/{`) ? segments(path.slice(home.length)) : [];
  const isBelow = rest.length === 2 && !isName(rest[1] ?? '{');
  return operation.method === 'POST' && isBelow && operation.body !== undefined && !isAction(operation);
};

/** Which operations make or list the things whose ids others need. */
export const resourcesOf = ({ root }: ApiDocument, operations: readonly Operation[]): Resources => {
  const byKey = new Map(operations.map((one) => [`${one.method} ${trim(one.path)}`, one]));
  const collections = collectionsOf(operations);
  const inCollection = (collection: string, name: string): Source[] => {
    const noun = plain(pathNoun(collection));
    const names = idNames(name, noun);
    return [
      ...created(root, byKey.get(`POST ${trim(collection)}`), names),
      ...listed(root, byKey.get(`GET ${trim(collection)}`), names, noun),
    ];
  };
  const ofName = (name: string): Source[] => {
    const noun = nounOf(name);
    const collection = noun === undefined ? undefined : collections.get(noun);
    return collection === undefined ? [] : inCollection(collection, name);
  };
  return {
    ofName,
    ofPath: (operation, name) => {
      const prefix = operation.path.slice(0, operation.path.indexOf(`{${name}}`));
      const found = prefix.endsWith('/') ? inCollection(prefix, name) : [];
      return [...linkedSource(operations, operation, name), ...found, ...(found.length > 0 ? [] : ofName(name))].filter(
        (source) => operationKey(source.operation) !== operationKey(operation),
      );
    },
    echoOf: (operation, name) => {
      const schema = successes(operation).find((one) => one.schema)?.schema;
      const names = idNames(name, plain(pathNoun(operation.path)));
      const id = schema === undefined ? undefined : idBelow(root, schema, names);
      return id === undefined ? undefined : `$${id}`;
    },
    fillers: (collection) => operations.filter((one) => isFiller(one, collection)),
  };
};
