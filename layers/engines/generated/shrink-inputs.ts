/** Smaller requests: one step towards less each, most promising first. */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { keyOf, type Inputs } from './request-inputs.ts';

const smallerTexts = (text: string): string[] => {
  // By characters: half of one is none.
  const characters = [...text];
  const cut = (count: number): string => characters.slice(0, count).join('');
  return [...new Set(['', 'a', cut(Math.ceil(characters.length / 2)), cut(characters.length - 1)])].filter(
    (one) => one.length < text.length,
  );
};

const CHILDREN_MAX = 40;

/** Values that are simpler than a value, large steps before small ones. */
const smaller = (value: Json): Json[] => {
  if (typeof value === 'string') return smallerTexts(value);
  if (typeof value === 'number') return [0, 1, Math.trunc(value)].filter((one) => Math.abs(one) < Math.abs(value));
  if (Array.isArray(value)) {
    const list = (value as readonly Json[]).slice(0, CHILDREN_MAX);
    if (value.length === 0) return [];
    return [
      [],
      ...(list.length > 1
        ? [list.slice(0, 1), list.slice(0, Math.ceil(list.length / 2)), value.slice(0, -1) as Json[]]
        : []),
      ...list.flatMap((one, at) =>
        smaller(one)
          .slice(0, 4)
          .map((less) => [...list.slice(0, at), less, ...list.slice(at + 1)]),
      ),
    ];
  }
  if (!isJsonObject(value)) return [];
  const entries = Object.entries(value).slice(0, CHILDREN_MAX);
  return [
    ...(entries.length > 1 ? [{}] : []),
    ...entries.map(([name]) => Object.fromEntries(entries.filter(([one]) => one !== name))),
    ...entries.flatMap(([name, one]) =>
      smaller(one)
        .slice(0, 4)
        .map((less) => ({ ...value, [name]: less })),
    ),
  ];
};

/** Requests that say less than this one; path parameters lead to what exists and stay as they are, unless one is what it is about. */
export const smallerInputs = (operation: Operation, inputs: Inputs, isAbout: (key: string) => boolean): Inputs[] => {
  const without = (key: string): Inputs => ({
    ...inputs,
    parameters: Object.fromEntries(Object.entries(inputs.parameters).filter(([name]) => name !== key)),
  });
  const optional = operation.parameters.filter((one) => !one.required && inputs.parameters[keyOf(one)] !== undefined);
  const all = operation.parameters.filter(
    (one) => inputs.parameters[keyOf(one)] !== undefined && (one.in !== 'path' || isAbout(keyOf(one))),
  );
  const { body } = inputs;
  return [
    ...(optional.length > 1
      ? [
          {
            ...inputs,
            parameters: Object.fromEntries(
              Object.entries(inputs.parameters).filter(([key]) => !optional.some((one) => keyOf(one) === key)),
            ),
          },
        ]
      : []),
    ...optional.map((one) => without(keyOf(one))),
    ...(body === undefined || operation.requestBody?.required === true ? [] : [{ parameters: inputs.parameters }]),
    ...(body === undefined || body.raw !== undefined
      ? []
      : smaller(body.value).map((value) => ({ ...inputs, body: { ...body, value } }))),
    ...all.flatMap((one) =>
      smaller(inputs.parameters[keyOf(one)] ?? null).map((value) => ({
        ...inputs,
        parameters: { ...inputs.parameters, [keyOf(one)]: value },
      })),
    ),
  ];
};
