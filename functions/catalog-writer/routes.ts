import { environmentView, revisionTag, serviceView, suiteView } from '#core/catalog-view';
import type { ApiCall, ApiUseCases } from '#ports/api';
import { createUpload } from './create-upload.ts';
import type { CreateUploadPorts } from './create-upload.ts';
import { putEnvironment } from './put-environment.ts';
import type { PutEnvironment, PutEnvironmentPorts } from './put-environment.ts';
import { putService } from './put-service.ts';
import type { PutService } from './put-service.ts';
import { putSuite } from './put-suite.ts';
import type { PutSuite, PutSuitePorts } from './put-suite.ts';
import type { Change, Written } from './write-item.ts';

export type CatalogWriterPorts = PutSuitePorts & PutEnvironmentPorts & CreateUploadPorts;

const changeOf = ({
  principal,
  requestId,
  headers,
}: Pick<ApiCall<'putService' | 'putSuite' | 'putEnvironment'>, 'principal' | 'requestId' | 'headers'>): Change => {
  const ifMatch = headers['if-match'];
  return { principal, requestId, ...(ifMatch === undefined ? {} : { ifMatch }) };
};

const answer = <T extends { readonly revision: number }, V>({ item, outcome }: Written<T>, view: (item: T) => V) => ({
  status: outcome === 'created' ? 201 : 200,
  headers: { ETag: revisionTag(item.revision) },
  body: view(item),
});

const suiteBody = (body: ApiCall<'putSuite'>['body']): PutSuite['body'] =>
  'upload' in body ? { upload: body.upload } : { definition: body satisfies object };

/** The routes of this function, each with its use case. */
export const catalogWriterRoutes = (
  ports: CatalogWriterPorts,
): ApiUseCases<'putService' | 'putSuite' | 'putEnvironment' | 'createUpload'> => {
  const service = putService(ports);
  const suite = putSuite(ports);
  const environment = putEnvironment(ports);
  const upload = createUpload(ports);
  return {
    putService: async (call, signal) =>
      answer(
        await service(
          { ...changeOf(call), service: call.path.service, definition: call.body as PutService['definition'] },
          signal,
        ),
        serviceView,
      ),
    putSuite: async (call, signal) =>
      answer(await suite({ ...changeOf(call), suite: call.path.suite, body: suiteBody(call.body) }, signal), suiteView),
    putEnvironment: async (call, signal) =>
      answer(
        await environment(
          {
            ...changeOf(call),
            environment: call.path.environment,
            definition: call.body as PutEnvironment['definition'],
          },
          signal,
        ),
        environmentView,
      ),
    createUpload: async ({ principal, body }) => ({ status: 201, body: await upload({ principal, ...body }) }),
  };
};
