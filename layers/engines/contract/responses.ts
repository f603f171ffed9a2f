import { fieldOf, isJsonObject, pointerSegment } from '#core/json-types';
import type { Json } from '#core/units';
import { entriesAt, type ObjectPlace } from '#engines/contract/document-reader';
import { contentOf, contentOf2, headersOf, textField, type Reading } from '#engines/contract/media';
import type { Link, Response } from '#engines/contract/model';

const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/iu;
const STATUS_EXPECTED = 'a status (200), a range (2XX) or default';

const linkOf = (name: string, { value, pointer }: ObjectPlace): Link => {
  const parameters = fieldOf(value, 'parameters');
  const requestBody = fieldOf(value, 'requestBody');
  const operation = textField(value, 'operationId') ?? textField(value, 'operationRef');
  return {
    name,
    parameters: isJsonObject(parameters) ? parameters : {},
    pointer,
    ...(operation === undefined ? {} : { operation }),
    ...(requestBody === undefined ? {} : { requestBody }),
  };
};

const responseOf = (
  reading: Reading,
  status: string,
  { value, pointer }: ObjectPlace,
  produces: readonly string[],
): Response => {
  const { reader } = reading;
  const schema = fieldOf(value, 'schema');
  const examples = { value: fieldOf(value, 'examples'), pointer: `${pointer}/examples` };
  const content =
    reader.version !== '2.0'
      ? contentOf(reading, fieldOf(value, 'content'), `${pointer}/content`)
      : schema === undefined
        ? []
        : contentOf2(reading, schema, `${pointer}/schema`, produces, examples);
  const links = entriesAt(reader, fieldOf(value, 'links'), `${pointer}/links`, 'an object of links');
  return {
    status,
    headers: headersOf(reading, fieldOf(value, 'headers'), `${pointer}/headers`),
    content,
    links: links.flatMap(([name, raw]) => {
      const place = reader.object(raw, `${pointer}/links/${pointerSegment(name)}`, 'a link (an object)');
      return place === undefined ? [] : [linkOf(name, place)];
    }),
    pointer,
  };
};

/** A response that many operations refer to is read once. */
const known = new WeakMap<Reading, Map<string, Response>>();

/**
 * The answers that an operation documents.
 *
 * @param produces media types of the operation (2.0 only)
 */
export const responsesOf = (
  reading: Reading,
  value: Json | undefined,
  pointer: string,
  produces: readonly string[],
): readonly Response[] => {
  const { reader } = reading;
  const memory = known.get(reading) ?? new Map<string, Response>();
  known.set(reading, memory);
  if (!isJsonObject(value) && reader.version !== '3.1' && reader.version !== '3.2')
    reader.report(pointer, 'an object of responses', value);
  return entriesAt(reader, value, pointer, 'an object of responses').flatMap(([name, raw]) => {
    if (name.startsWith('x-')) return [];
    const place = `${pointer}/${pointerSegment(name)}`;
    if (!STATUS.test(name)) {
      reader.report(place, STATUS_EXPECTED, name);
      return [];
    }
    const found = reader.object(raw, place, 'a response (an object)');
    if (found === undefined) return [];
    const status = name.toUpperCase().replace('DEFAULT', 'default');
    const key = `${found.pointer} ${produces.join(',')}`;
    const response = memory.get(key) ?? responseOf(reading, status, found, produces);
    memory.set(key, response);
    return [response.status === status ? response : { ...response, status }];
  });
};
