/** Deployed functions, and copies of them that differ in their environment alone. */
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { clientOf } from '../../../local/published-names.ts';

export interface FunctionCopy extends AsyncDisposable {
  readonly arn: string;
}

export interface Answered {
  /** Whether the function threw, timed out or died. */
  readonly failed: boolean;
  readonly answer: unknown;
}

export interface NewFunction {
  readonly name: string;
  readonly zip: Uint8Array;
  readonly variables: Readonly<Record<string, string>>;
  /** Settings to take over; those of a plain Node function when absent. */
  readonly like?: FunctionConfiguration;
}

export interface Functions {
  /** ARN of the function that a folder of functions/ became. */
  arnOf(folder: string): string;
  /** The same code and settings with these variables added. Removed when disposed. */
  copyOf(folder: string, variables: Readonly<Record<string, string>>): Promise<FunctionCopy>;
  create(wanted: NewFunction): Promise<FunctionCopy>;
  invoke(arn: string, event: object): Promise<Answered>;
}

const listAll = async (client: LambdaClient): Promise<readonly FunctionConfiguration[]> => {
  const found: FunctionConfiguration[] = [];
  let Marker: string | undefined;
  do {
    const page = await client.send(new ListFunctionsCommand({ Marker }));
    found.push(...(page.Functions ?? []));
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  return found;
};

const codeOf = async (client: LambdaClient, name: string | undefined): Promise<Uint8Array> => {
  const { Code } = await client.send(new GetFunctionCommand({ FunctionName: name }));
  const answer = await fetch(Code?.Location ?? 'invalid:');
  if (!answer.ok) throw new Error(`the code of ${String(name)} answered ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
};

const create = async (
  client: LambdaClient,
  { name, zip, variables, like = {} }: NewFunction,
): Promise<FunctionCopy> => {
  const { FunctionArn = '' } = await client.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: like.Runtime ?? 'nodejs24.x',
      Handler: like.Handler ?? 'index.handler',
      Role: like.Role ?? 'arn:aws:iam::000000000000:role/conformance',
      Timeout: like.Timeout ?? 30,
      MemorySize: like.MemorySize ?? 256,
      Code: { ZipFile: zip },
      Environment: { Variables: { ...like.Environment?.Variables, ...variables } },
    }),
  );
  return {
    arn: FunctionArn,
    [Symbol.asyncDispose]: async () => {
      await client.send(new DeleteFunctionCommand({ FunctionName: name }));
    },
  };
};

/** Reads what is deployed. */
export const openFunctions = async (endpoint: string): Promise<Functions> => {
  const client = new LambdaClient(clientOf(endpoint));
  const deployed = await listAll(client);
  const codes = new Map<string, Promise<Uint8Array>>();
  let made = 0;
  const found = (folder: string): FunctionConfiguration => {
    const wanted = `-${folder.replaceAll('-', '')}function`;
    const one = deployed.find(({ FunctionName = '' }) => FunctionName.toLowerCase().includes(wanted));
    if (one === undefined) throw new Error(`no function ${folder} is deployed`);
    return one;
  };
  return {
    arnOf: (folder) => found(folder).FunctionArn ?? '',
    copyOf: async (folder, variables) => {
      const like = found(folder);
      const code = codes.get(folder) ?? codeOf(client, like.FunctionName);
      codes.set(folder, code);
      made += 1;
      return create(client, { name: `${folder}-copy-${String(made)}`, zip: await code, variables, like });
    },
    create: (wanted) => create(client, wanted),
    invoke: async (arn, event) => {
      const { FunctionError, Payload } = await client.send(
        new InvokeCommand({ FunctionName: arn, Payload: Buffer.from(JSON.stringify(event)) }),
      );
      const text = Buffer.from(Payload ?? []).toString('utf8');
      return { failed: FunctionError !== undefined, answer: JSON.parse(text === '' ? 'null' : text) as unknown };
    },
  };
};
