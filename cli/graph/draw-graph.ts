import type { GraphCase, GraphEdge, GraphView } from './graph-view.ts';

/** What groups cases in the picture, from the outside in. */
interface Groups {
  readonly setup: readonly GraphCase[];
  readonly flows: readonly { readonly id: string; readonly title: string; readonly cases: readonly GraphCase[] }[];
  readonly alone: readonly GraphCase[];
  readonly teardown: readonly GraphCase[];
}

const groupsOf = ({ cases, flows }: GraphView): Groups => ({
  setup: cases.filter(({ stage }) => stage === 'setup'),
  teardown: cases.filter(({ stage }) => stage === 'teardown'),
  alone: cases.filter(({ stage, flow }) => stage === 'cases' && flow === undefined),
  flows: flows.map(({ id, name }) => ({
    id,
    title: name === undefined ? `flow ${id}` : `flow ${id}: ${name}`,
    cases: cases.filter(({ flow }) => flow === id),
  })),
});

const words = ({ kind, variables, inferred }: GraphEdge): string =>
  `${kind}${variables.length === 0 ? '' : `: ${variables.join(', ')}`}${inferred ? '' : ' (stated)'}`;

const labelOf = ({ id, name }: GraphCase): readonly string[] => (name === id ? [id] : [id, name]);

/** Ids of cases may hold what Mermaid reads as syntax, so nodes are numbered. */
const numbered = ({ cases }: GraphView): ReadonlyMap<string, string> =>
  new Map(cases.map(({ id }, at) => [id, `c${String(at + 1)}`]));

/** Mermaid's own way to write what would end a text or be taken for HTML. */
const mermaidText = (text: string): string =>
  `"${text.replaceAll('#', '#35;').replaceAll('&', '#amp;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;')}"`;

const mermaidNode = (item: GraphCase, nodes: ReadonlyMap<string, string>, indent: string): string => {
  const label = labelOf(item)
    .map((line) => mermaidText(line).slice(1, -1))
    .join('<br/>');
  const shape = item.token ? `(["${label}"])` : `["${label}"]`;
  return `${indent}${nodes.get(item.id) ?? ''}${shape}${item.advisory ? ':::advisory' : ''}\n`;
};

const mermaidGroup = (
  [id, title]: readonly [string, string],
  cases: readonly GraphCase[],
  nodes: ReadonlyMap<string, string>,
): string =>
  cases.length === 0
    ? ''
    : `  subgraph ${id}[${mermaidText(title)}]\n${cases.map((item) => mermaidNode(item, nodes, '    ')).join('')}  end\n`;

/**
 * The picture as Mermaid, which GitHub, GitLab and many editors draw. An arrow leads from what comes first to what needs it: dotted where
 * it was inferred from variables, solid where `dependsOn` states it.
 */
export const mermaidOf = (view: GraphView): string => {
  const nodes = numbered(view);
  const { setup, flows, alone, teardown } = groupsOf(view);
  const rest = [...alone, ...flows.flatMap((flow) => flow.cases)];
  const afterSetup = setup.length > 0 && rest.length > 0;
  const inner = [
    ...alone.map((item) => mermaidNode(item, nodes, '  ')),
    ...flows.map((flow, at) => mermaidGroup([`f${String(at + 1)}`, flow.title], flow.cases, nodes)),
  ].join('');
  const edges = view.edges
    .filter(({ ofStage }) => !ofStage)
    .map((edge) => {
      const arrow = edge.inferred ? '-.->' : '-->';
      return `  ${nodes.get(edge.to) ?? ''} ${arrow}|${mermaidText(words(edge))}| ${nodes.get(edge.from) ?? ''}\n`;
    });
  return [
    `%% ${view.suite}\nflowchart TD\n`,
    mermaidGroup(['setup', 'setup: before every case'], setup, nodes),
    afterSetup ? `  subgraph cases["cases"]\n${inner}  end\n  setup ==> cases\n` : inner,
    mermaidGroup(['teardown', 'teardown: after all, whatever happened'], teardown, nodes),
    ...(teardown.length > 0 && afterSetup ? ['  cases ==> teardown\n'] : []),
    ...edges,
    ...(view.cases.some(({ advisory }) => advisory) ? ['  classDef advisory stroke-dasharray: 4 4\n'] : []),
  ].join('');
};

const dotText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const dotNode = (item: GraphCase, indent: string): string => {
  const label = labelOf(item)
    .map((line) => dotText(line).slice(1, -1))
    .join('\\n');
  const attributes = [
    `label="${label}"`,
    ...(item.token ? ['shape=oval'] : []),
    ...(item.advisory ? ['style=dashed'] : []),
  ];
  return `${indent}${dotText(item.id)} [${attributes.join(', ')}];\n`;
};

const dotGroup = (id: string, title: string, cases: readonly GraphCase[]): string =>
  cases.length === 0
    ? ''
    : `  subgraph ${dotText(`cluster_${id}`)} {\n    label=${dotText(title)};\n${cases.map((item) => dotNode(item, '    ')).join('')}  }\n`;

/** The picture for Graphviz. */
export const dotOf = (view: GraphView): string => {
  const { setup, flows, alone, teardown } = groupsOf(view);
  const edges = view.edges.map((edge) => {
    // Drawn for completeness, without a label that would stand there once for each case.
    if (edge.ofStage) return `  ${dotText(edge.to)} -> ${dotText(edge.from)} [style=dotted, color=gray];\n`;
    const style = edge.inferred ? 'dashed' : 'solid';
    return `  ${dotText(edge.to)} -> ${dotText(edge.from)} [label=${dotText(words(edge))}, style=${style}];\n`;
  });
  return [
    `digraph ${dotText(view.suite)} {\n  node [shape=box];\n`,
    dotGroup('setup', 'setup', setup),
    ...alone.map((item) => dotNode(item, '  ')),
    ...flows.map((flow) => dotGroup(`flow_${flow.id}`, flow.title, flow.cases)),
    dotGroup('teardown', 'teardown', teardown),
    ...edges,
    '}\n',
  ].join('');
};
