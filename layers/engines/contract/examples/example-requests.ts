/** Requests whose values are all a document's own examples. */
import type { Json } from '#core/units';
import { examplesIn } from '#engines/contract/examples/collect-examples';
import type { Example, Media, Operation, Parameter } from '#engines/contract/model';
import { keyOf, type Inputs } from '#engines/generated/request-inputs';
import { mediaOf } from '#engines/generated/request-maker';

export interface ExampleRequest {
  /** Name that its examples share, where they have names. */
  readonly name?: string;
  readonly inputs: Inputs;
}

export interface ExampleRequests {
  readonly requests: readonly ExampleRequest[];
  /** Needed values that the document gives no example for. */
  readonly missing: readonly string[];
}

/** Requests of one operation; more examples of one body are validated, not sent. */
const REQUESTS_MAX = 20;

const usable = (examples: readonly Example[]): readonly Example[] =>
  examples.filter((one) => one.isSerialized !== true);

const chosen = (examples: readonly Example[], name: string | undefined): Example | undefined =>
  examples.find((one) => name !== undefined && one.name === name) ?? examples[0];

const ofParameter = (one: Parameter): readonly Example[] => {
  const own = usable([...one.examples, ...(one.content?.examples ?? [])]);
  return own.length > 0 ? own : examplesIn(one.schema ?? one.content?.schema);
};

const ofMedia = (media: Media): readonly Example[] => {
  const own = usable(media.examples);
  return own.length > 0 ? own : examplesIn(media.schema);
};

const namesOf = (operation: Operation, body: readonly Example[]): readonly (string | undefined)[] => {
  const paths = operation.parameters.filter((one) => one.in === 'path' || one.required).flatMap(ofParameter);
  const names = new Set([...body, ...paths].flatMap(({ name }) => name ?? []));
  return names.size === 0 ? [undefined] : [...names].slice(0, REQUESTS_MAX);
};

/** A body whose examples have no names is sent once for each of them. */
const bodiesFor = (examples: readonly Example[], name: string | undefined): readonly (Example | undefined)[] => {
  const isNamed = examples.some((one) => one.name !== undefined);
  if (examples.length === 0 || isNamed) return [chosen(examples, name)];
  return examples.slice(0, REQUESTS_MAX);
};

/** The requests that an operation's examples make: one for each name that they share, or for each body. */
export const exampleRequests = (operation: Operation): ExampleRequests => {
  const media = mediaOf(operation).find((one) => ofMedia(one).length > 0);
  const bodies = media === undefined ? [] : ofMedia(media);
  const missing = operation.parameters
    .filter((one) => one.required && ofParameter(one).length === 0)
    .map((one) => `${one.in} ${one.name}`);
  if (operation.requestBody?.required === true && bodies.length === 0) missing.push('the request body');
  if (missing.length > 0) return { requests: [], missing };
  const requests = namesOf(operation, bodies).flatMap((name) => {
    const parameters: { [key: string]: Json } = {};
    for (const one of operation.parameters) {
      const example = chosen(ofParameter(one), name);
      if (example !== undefined) parameters[keyOf(one)] = example.value;
    }
    return bodiesFor(bodies, name).map((body): ExampleRequest => {
      const sent = body === undefined || media === undefined ? {} : { body: { media, value: body.value } };
      return { inputs: { parameters, ...sent }, ...(name === undefined ? {} : { name }) };
    });
  });
  return { requests, missing };
};

/** The status that an answer's example of the same name stands under. */
export const statusNamed = ({ responses }: Operation, name: string | undefined): string | undefined =>
  name === undefined
    ? undefined
    : responses.find(({ content }) => content.some(({ examples }) => examples.some((one) => one.name === name)))
        ?.status;
