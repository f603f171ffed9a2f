import type { ApiUseCases } from '#ports/api';
import { checkReadiness } from './check-readiness.ts';
import type { CheckReadinessPorts } from './check-readiness.ts';

export interface SystemReaderPorts extends CheckReadinessPorts {
  /** The OpenAPI document as JSON text. */
  readonly openApiDocument: string;
  /** Release that runs here. */
  readonly version: string;
}

const RETRY_AFTER_SECONDS = 10;

/** Relative to where the document was served, so it is right behind every stage, custom domain and port. */
const HERE = { url: '.', description: 'Where this document was served.' };

/** The routes of this function, each with its use case. */
export const systemReaderRoutes = ({
  openApiDocument,
  version,
  ...ports
}: SystemReaderPorts): ApiUseCases<'getHealth' | 'getReadiness' | 'getOpenApi'> => {
  const ready = checkReadiness(ports);
  const document = JSON.parse(openApiDocument) as { readonly [field: string]: unknown };
  return {
    getHealth: async () => ({ status: 200, body: { status: 'ok', version } }),
    getReadiness: async (_call, signal) => {
      const body = await ready(signal);
      return body.status === 'ok'
        ? { status: 200, body }
        : { status: 503, headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) }, body };
    },
    getOpenApi: async () => ({ status: 200, body: { ...document, servers: [HERE] } }),
  };
};
