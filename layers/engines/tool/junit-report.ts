/** JUnit XML as pytest, Newman, Jest, Surefire, Playwright, Locust, Hurl, go-junit-report and googletest write it; there is no standard. */
import type { ToolAttachment, ToolCase } from '#core/acts/tool';
import type { Verdict } from '#core/words';
import { readXml } from '#engines/tool/read-xml';
import type { XmlElement } from '#engines/tool/read-xml';
import { UnreadableReport, toolCase } from '#engines/tool/report';

const named = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  element.children.filter(({ name }) => names.includes(name));

/** Seconds; some tools write `1,234.5`. */
const millisecondsOf = (element: XmlElement): number | undefined => {
  const text = element.attributes.get('time')?.replaceAll(',', '');
  return text === undefined || text.trim() === '' ? undefined : Number(text) * 1000;
};

/** What failed and rerun elements say: the message first, else the first line of the text. */
const saidBy = (element: XmlElement | undefined): { readonly message?: string; readonly detail?: string } => {
  if (element === undefined) return {};
  const message = element.attributes.get('message')?.trim() ?? '';
  const text = element.text.trim();
  return { message: message === '' ? (text.split('\n')[0] ?? '') : message, detail: text };
};

const ATTACHMENT = /\[\[ATTACHMENT\|([^\]\n]{1,500})\]\]/gu;

const attachmentsOf = (element: XmlElement): readonly ToolAttachment[] =>
  named(element, 'system-out').flatMap(({ text }) =>
    [...text.matchAll(ATTACHMENT)].map(([, path = '']) => ({ name: path.split('/').at(-1) ?? path, path })),
  );

/** googletest marks what it did not run. */
const wasNotRun = ({ attributes }: XmlElement): boolean =>
  attributes.get('status') === 'notrun' ||
  attributes.get('result') === 'suppressed' ||
  attributes.get('status') === 'disabled';

const caseOf = (element: XmlElement, suite: readonly string[]): ToolCase => {
  const { attributes } = element;
  const [failure] = named(element, 'failure');
  const [error] = named(element, 'error');
  const [skipped] = named(element, 'skipped');
  const [flaky] = named(element, 'flakyFailure', 'flakyError');
  let verdict: Verdict = 'passed';
  if (error !== undefined) verdict = 'errored';
  else if (failure !== undefined) verdict = 'failed';
  else if (skipped !== undefined || wasNotRun(element)) verdict = 'skipped';
  const className = attributes.get('classname') ?? attributes.get('class') ?? '';
  const [file, line] = [attributes.get('file'), attributes.get('line')];
  return toolCase({
    name: attributes.get('name') ?? '',
    suite: className === '' || className === suite.at(-1) ? suite : [...suite, className],
    verdict,
    durationMs: millisecondsOf(element),
    ...saidBy(error ?? failure ?? skipped ?? flaky),
    flaky: verdict === 'passed' && flaky !== undefined,
    place: file === undefined ? undefined : `${file}${line === undefined ? '' : `:${line}`}`,
    attachments: attachmentsOf(element),
  });
};

const countOf = (cases: readonly ToolCase[], verdict: Verdict): number =>
  cases.filter((item) => item.verdict === verdict).length;

/**
 * Trouble that a suite counts but that no test case of it tells, such as a script that Newman could not run: one errored case, so that it
 * does not get lost.
 */
const untold = (element: XmlElement, suite: readonly string[], cases: readonly ToolCase[]): readonly ToolCase[] => {
  const stated = (name: string): number => Number(element.attributes.get(name) ?? '0') || 0;
  const told = countOf(cases, 'errored') + countOf(cases, 'failed');
  const missing = stated('errors') + stated('failures') - told;
  if (missing <= 0) return [];
  const output = named(element, 'system-err')
    .map(({ text }) => text)
    .join('\n');
  return [
    toolCase({
      name: 'outside of its test cases',
      suite,
      verdict: 'errored',
      message: `expected a test case for each failure and error of the suite, got ${String(missing)} more than test cases tell`,
      detail: output,
    }),
  ];
};

const suiteCases = (element: XmlElement, above: readonly string[]): readonly ToolCase[] => {
  const name = element.attributes.get('name') ?? '';
  const suite = name === '' ? above : [...above, name];
  const cases = element.children.flatMap((child) => {
    if (child.name === 'testcase') return [caseOf(child, suite)];
    return child.name === 'testsuite' ? suiteCases(child, suite) : [];
  });
  return [...cases, ...untold(element, suite, cases)];
};

/** @throws UnreadableReport */
export const readJUnit = (text: string): readonly ToolCase[] => {
  const root = readXml(text);
  if (root.name === 'testsuite') return suiteCases(root, []);
  if (root.name !== 'testsuites')
    throw new UnreadableReport(`expected <testsuites> or <testsuite> as the outermost element, got <${root.name}>`);
  return named(root, 'testsuite').flatMap((suite) => suiteCases(suite, []));
};
