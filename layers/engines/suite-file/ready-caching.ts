import { isJsonObject } from '#core/json-types';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { NOTHING_MADE, REQUEST_PARAMETERS, requestParts, typeProblems } from '#engines/suite-file/ready-parameters';
import type { ReadyFragment } from '#engines/suite-file/ready-parameters';

/** No entity tag of anybody: a cache that holds it has something that has changed since. */
const STALE_TAG = '"assay-stale"';

const requestFor = (method: string, args: ReadonlyMap<string, Json>, tag?: string): JsonObject => {
  const { headers, ...rest } = requestParts(args);
  const all = { ...(isJsonObject(headers) ? headers : {}), ...(tag === undefined ? {} : { 'If-None-Match': tag }) };
  return { method, path: args.get('path') ?? '', ...rest, ...(Object.keys(all).length === 0 ? {} : { headers: all }) };
};

const varyChecks = (vary: Json | undefined): JsonObject[] =>
  Array.isArray(vary)
    ? (vary as readonly Json[]).map((name) => ({ header: 'vary', contains: name }))
    : [{ header: 'vary', exists: true, warn: true }];

const casesFor = (args: ReadonlyMap<string, Json>): JsonObject[] => {
  const path = asText(args.get('path') ?? '');
  const cacheControl = args.get('cacheControl');
  return [
    {
      id: 'first',
      name: `GET ${path} says how it may be kept`.slice(0, 300),
      request: requestFor('GET', args),
      checks: [
        { status: 200 },
        { header: 'etag', matches: '^(W/)?"[^"]*"$' },
        { header: 'cache-control', exists: true, ...(cacheControl === undefined ? {} : { contains: cacheControl }) },
        ...varyChecks(args.get('vary')),
      ],
      captures: {
        etag: { header: 'etag' },
        cacheControl: { header: 'cache-control' },
        contentType: { header: 'content-type' },
      },
    },
    {
      id: 'not-modified',
      name: `GET ${path} with its entity tag is not sent again`.slice(0, 300),
      request: requestFor('GET', args, '{{etag}}'),
      checks: [{ status: 304 }, { bodyBytes: { equals: 0 } }, { header: 'etag', equals: '{{etag}}' }],
    },
    {
      id: 'changed',
      name: `GET ${path} with an old entity tag is sent again`.slice(0, 300),
      request: requestFor('GET', args, STALE_TAG),
      checks: [{ status: 200 }, { header: 'etag', equals: '{{etag}}' }, { bodyBytes: { '>': 0 } }],
    },
    {
      id: 'head',
      name: `HEAD ${path} has the headers of GET`.slice(0, 300),
      request: requestFor('HEAD', args),
      checks: [
        { status: 200 },
        { header: 'etag', equals: '{{etag}}' },
        { header: 'cache-control', equals: '{{cacheControl}}' },
        { header: 'content-type', equals: '{{contentType}}' },
        { bodyBytes: { equals: 0 } },
      ],
    },
  ];
};

/** Answers can be kept and asked for again (RFC 9110, sections 8.8.3 and 13.1.2; RFC 9111). */
export const cachingFragment: ReadyFragment = {
  description:
    'Cache-Control, ETag and Vary are there, a known entity tag gives 304, an old one 200, HEAD has the headers of GET.',
  parameters: {
    path: { description: 'The path of something that does not change meanwhile.' },
    cacheControl: { description: 'A text that Cache-Control must contain, such as `max-age`.', optional: true },
    vary: { description: 'Names that Vary must contain; when absent a missing Vary is a warning.', optional: true },
    ...REQUEST_PARAMETERS,
  },
  make: (args) => {
    const problems = typeProblems(args, { path: 'text', headers: 'object', cacheControl: 'text', vary: 'list' });
    if (problems.length > 0 || !args.has('path')) return { ...NOTHING_MADE, problems };
    return { cases: casesFor(args), problems };
  },
};
