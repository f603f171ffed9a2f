import type { CensusLocales } from '#core/acts/census';
import type { DataRequest } from '#core/acts/data-request';
import type { CheckOutcome } from '#core/case-result';
import { shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import { checked, headerOf, type AskedJson, type Asker } from '#engines/data-quality/ask';
import { applyPath } from '#engines/functional/json-path';

const inLocale = (request: DataRequest, locale: string, parameter: CensusLocales['parameter']): DataRequest => {
  if (parameter !== undefined && 'query' in parameter)
    return { ...request, query: { ...request.query, [parameter.query]: locale } };
  const name = parameter === undefined ? 'accept-language' : parameter.header;
  return { ...request, headers: { ...request.headers, [name]: locale } };
};

const saidBy = (answer: AskedJson, says: CensusLocales['says']): Json | undefined =>
  says !== undefined && 'path' in says
    ? applyPath(says.path, answer.json).values[0]
    : headerOf(answer.headers, says === undefined ? 'content-language' : says.header);

/** `de-CH` says `de` too: languages are compared as far as the shorter tag goes (RFC 4647, section 3.3.1). */
const isSameLocale = (said: Json | undefined, wanted: string): boolean => {
  if (typeof said !== 'string') return false;
  const [one, other] = [said.trim().toLowerCase().replaceAll('_', '-'), wanted.toLowerCase().replaceAll('_', '-')];
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
};

/** Each locale answers in itself, and with a text that no other locale has. @throws NoAnswer, WrongAnswer */
export const localeChecks = async (rules: CensusLocales, asking: Asker): Promise<CheckOutcome[]> => {
  const { request, values, parameter, text, says } = rules;
  const checks: CheckOutcome[] = [];
  const texts = new Map<string, string>();
  for (const locale of values) {
    const answer = await asking.askJson(inLocale(request, locale, parameter));
    const said = saidBy(answer, says);
    // Where nothing is said to tell the locale and a text does, the text is enough.
    if (says !== undefined || text === undefined || said !== undefined)
      checks.push(
        checked(
          `${locale} is answered in ${locale}`,
          isSameLocale(said, locale)
            ? undefined
            : {
                expected: locale,
                got: said ?? null,
                path: says === undefined ? 'content-language' : 'path' in says ? says.path : says.header,
                message: `expected ${locale}, got ${shortJson(said)}`,
              },
        ),
      );
    if (text === undefined) continue;
    const [value] = applyPath(text, answer.json).values;
    const key = JSON.stringify(value ?? null);
    const other = texts.get(key);
    texts.set(key, locale);
    const misfit = (message: string) => ({ path: text, ...(value === undefined ? {} : { got: value }), message });
    checks.push(
      checked(
        `${locale} has a text of its own`,
        typeof value !== 'string' || value === ''
          ? misfit(`expected a text at ${text}, got ${shortJson(value, 60)}`)
          : other === undefined
            ? undefined
            : misfit(`expected another text than in ${other}, got ${shortJson(value, 60)}`),
      ),
    );
  }
  return checks;
};
