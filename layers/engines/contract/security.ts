import { fieldOf, isJsonObject, pointerSegment, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { entriesAt, itemsAt, type ObjectPlace } from '#engines/contract/document-reader';
import { textField, type Reading } from '#engines/contract/media';
import type { OAuthFlow, SecurityAlternative, SecurityScheme } from '#engines/contract/model';

const KINDS = 'one of apiKey, http, oauth2, openIdConnect, mutualTLS';
const OLD_KINDS = 'one of basic, apiKey, oauth2';

const OLD_FLOWS: { readonly [flow: string]: OAuthFlow['flow'] } = {
  implicit: 'implicit',
  password: 'password',
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};
const FLOWS: readonly OAuthFlow['flow'][] = [
  'implicit',
  'password',
  'clientCredentials',
  'authorizationCode',
  'deviceAuthorization',
];

const flowOf = (flow: OAuthFlow['flow'], value: JsonObject): OAuthFlow => {
  const authorizationUrl = textField(value, 'authorizationUrl');
  const tokenUrl = textField(value, 'tokenUrl');
  const scopes = fieldOf(value, 'scopes');
  return {
    flow,
    scopes: isJsonObject(scopes) ? Object.keys(scopes) : [],
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
  };
};

const flowsOf = ({ reader }: Reading, { value, pointer }: ObjectPlace): readonly OAuthFlow[] => {
  if (reader.version === '2.0') {
    const flow = OLD_FLOWS[textField(value, 'flow') ?? ''];
    if (flow === undefined)
      reader.report(`${pointer}/flow`, `one of ${Object.keys(OLD_FLOWS).join(', ')}`, value['flow']);
    return flow === undefined ? [] : [flowOf(flow, value)];
  }
  const flows = fieldOf(value, 'flows');
  if (!isJsonObject(flows)) reader.report(`${pointer}/flows`, 'an object of OAuth flows', flows);
  return FLOWS.flatMap((flow) => {
    const found = isJsonObject(flows) ? fieldOf(flows, flow) : undefined;
    return isJsonObject(found) ? [flowOf(flow, found)] : [];
  });
};

const apiKeyOf = ({ reader }: Reading, { value, pointer }: ObjectPlace): SecurityScheme | undefined => {
  const name = textField(value, 'name');
  const place = textField(value, 'in');
  if (name === undefined) reader.report(`${pointer}/name`, 'the name of the header, query parameter or cookie', null);
  if (place !== 'header' && place !== 'query' && place !== 'cookie') {
    reader.report(`${pointer}/in`, 'one of header, query, cookie', place);
    return undefined;
  }
  return name === undefined ? undefined : { type: 'apiKey', name, in: place };
};

const httpOf = ({ reader }: Reading, { value, pointer }: ObjectPlace): SecurityScheme | undefined => {
  const scheme = textField(value, 'scheme');
  if (scheme === undefined) {
    reader.report(`${pointer}/scheme`, 'an HTTP authentication scheme, such as bearer', null);
    return undefined;
  }
  const bearerFormat = textField(value, 'bearerFormat');
  return { type: 'http', scheme: scheme.toLowerCase(), ...(bearerFormat === undefined ? {} : { bearerFormat }) };
};

const schemeOf = (reading: Reading, place: ObjectPlace): SecurityScheme | undefined => {
  const { value, pointer } = place;
  const isOld = reading.reader.version === '2.0';
  const type = textField(value, 'type');
  if (type === 'apiKey') return apiKeyOf(reading, place);
  if (type === 'oauth2') return { type, flows: flowsOf(reading, place) };
  if (type === 'basic' && isOld) return { type: 'http', scheme: 'basic' };
  if (type === 'http' && !isOld) return httpOf(reading, place);
  if (type === 'mutualTLS' && !isOld) return { type };
  if (type === 'openIdConnect' && !isOld) {
    const url = textField(value, 'openIdConnectUrl');
    return { type, ...(url === undefined ? {} : { url }) };
  }
  reading.reader.report(`${pointer}/type`, isOld ? OLD_KINDS : KINDS, fieldOf(value, 'type'));
  return undefined;
};

export type SecuritySchemes = { readonly [name: string]: SecurityScheme };

/** The ways of the document to show who calls, by name. */
export const securitySchemesOf = (reading: Reading): SecuritySchemes => {
  const { reader } = reading;
  const home = reader.version === '2.0' ? '/securityDefinitions' : '/components/securitySchemes';
  const found: [string, SecurityScheme][] = [];
  for (const [name, raw] of entriesAt(reader, reader.at(home), home, 'an object of security schemes')) {
    const place = reader.object(raw, `${home}/${pointerSegment(name)}`, 'a security scheme (an object)');
    const scheme = place === undefined ? undefined : schemeOf(reading, place);
    if (scheme !== undefined) found.push([name, scheme]);
  }
  return Object.fromEntries(found);
};

/** The alternatives of an operation or a document; a scheme that is not defined is a problem and stays in. */
export const securityOf = (
  { reader }: Reading,
  value: Json | undefined,
  pointer: string,
  schemes: SecuritySchemes,
): readonly SecurityAlternative[] =>
  itemsAt(reader, value, pointer, 'a list of security requirements').map((raw, at) => {
    const needed: { [name: string]: Json } = {};
    const place = `${pointer}/${String(at)}`;
    for (const [name, scopes] of entriesAt(reader, raw, place, 'a security requirement (an object)')) {
      const list = itemsAt(reader, scopes, `${place}/${pointerSegment(name)}`, 'a list of scopes');
      setField(
        needed,
        name,
        list.filter((scope) => typeof scope === 'string'),
      );
      if (!Object.hasOwn(schemes, name)) reader.report(place, 'the name of a security scheme', name);
    }
    return needed as SecurityAlternative;
  });
