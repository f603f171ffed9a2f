import { isHttpFault } from '#core/acts/disturb';
import type { DisturbDefinition, PlannedFault, ProxyDefinition } from '#core/acts/disturb';
import { pointerSegment } from '#core/json-types';

/** What is wrong with a definition that its schema cannot say; `pointer` leads into it. */
export interface DefinitionProblem {
  readonly pointer: string;
  readonly message: string;
}

const SCHEMES = ['http:', 'https:', 'tcp:'];

/** Whether a proxy understands requests. */
export const speaksHttp = ({ http, upstream }: ProxyDefinition): boolean =>
  http ?? upstream?.startsWith('tcp:') !== true;

type Add = (pointer: string, message: string) => void;

const urlProblem = (text: string, schemes: readonly string[]): string | undefined => {
  const url = URL.parse(text);
  if (url !== null && schemes.includes(url.protocol) && url.hostname !== '') return undefined;
  return `expected a URL with ${schemes.join(', ').replaceAll(':', '')}, got ${text.slice(0, 100)}`;
};

const checkProxy = (proxy: ProxyDefinition, pointer: string, add: Add): void => {
  const { target, upstream, http } = proxy;
  if ((target === undefined) === (upstream === undefined))
    add(pointer, `expected exactly one of target and upstream, got ${target === undefined ? 'none' : 'both'}`);
  const problem = upstream === undefined ? undefined : urlProblem(upstream, SCHEMES);
  if (problem !== undefined) add(`${pointer}/upstream`, problem);
  if (http === true && upstream?.startsWith('tcp:') === true)
    add(`${pointer}/http`, 'expected an upstream with http or https for a proxy that understands requests, got tcp');
  if (http === false && target !== undefined)
    add(
      `${pointer}/http`,
      'expected true for a proxy before a target: requests have to name the host that they are meant for',
    );
};

const attributeProblem = (fault: PlannedFault): readonly [string, string] | undefined => {
  if (fault.fault === 'latency' && (fault.jitterMs ?? 0) > fault.latencyMs)
    return ['jitterMs', `expected at most latencyMs (${String(fault.latencyMs)}), got ${String(fault.jitterMs)}`];
  if (fault.fault === 'slicer' && (fault.variationBytes ?? 0) >= fault.averageBytes)
    return [
      'variationBytes',
      `expected less than averageBytes (${String(fault.averageBytes)}), got ${String(fault.variationBytes)}`,
    ];
  if (fault.fault === 'wrong_content_length' && fault.byBytes === 0)
    return ['byBytes', 'expected a number other than 0, got 0: the length would be right'];
  if (fault.fault === 'down' && (fault.toxicity ?? 1) < 1)
    return ['toxicity', `expected 1 for "down", which hits everybody, got ${String(fault.toxicity)}`];
  if (fault.fault === 'wrong_host') {
    const problem = urlProblem(fault.instead, SCHEMES);
    return problem === undefined ? undefined : ['instead', problem];
  }
  return undefined;
};

const checkFault = (fault: PlannedFault, pointer: string, { proxies }: DisturbDefinition, add: Add): void => {
  const proxy = Object.hasOwn(proxies, fault.proxy) ? proxies[fault.proxy] : undefined;
  if (proxy === undefined) {
    add(`${pointer}/proxy`, `expected one of the proxies (${Object.keys(proxies).join(', ')}), got ${fault.proxy}`);
    return;
  }
  const isOfRequests = isHttpFault(fault);
  if (isOfRequests && !speaksHttp(proxy))
    add(`${pointer}/fault`, `expected a fault of connections for a proxy without http, got ${fault.fault}`);
  if (!isOfRequests && (fault.methods !== undefined || fault.pathPrefix !== undefined))
    add(pointer, `expected no methods or pathPrefix beside a fault of connections, got them with ${fault.fault}`);
  const problem = attributeProblem(fault);
  if (problem !== undefined) add(`${pointer}/${problem[0]}`, problem[1]);
};

const checkExpectation = (definition: DisturbDefinition, add: Add): void => {
  const { expect, proxies, during, cases = [] } = definition;
  for (const [name, wanted] of Object.entries(expect?.proxies ?? {})) {
    const pointer = `/expect/proxies/${pointerSegment(name)}`;
    const proxy = Object.hasOwn(proxies, name) ? proxies[name] : undefined;
    if (proxy === undefined) {
      add(pointer, `expected one of the proxies (${Object.keys(proxies).join(', ')}), got ${name}`);
      continue;
    }
    const { connections: _, ...ofRequests } = wanted;
    if (Object.keys(ofRequests).length > 0 && !speaksHttp(proxy))
      add(pointer, 'expected only connections for a proxy without http: it does not know requests');
    const perRun = wanted.retries ?? wanted.sendsPerRequestMax ?? wanted.duplicatesMax;
    if (perRun !== undefined && during !== undefined)
      add(
        pointer,
        'expected no retries, sendsPerRequestMax or duplicatesMax beside "during": its requests cannot be told from those of the cases',
      );
    if (wanted.breaker !== undefined && cases.length === 0)
      add(`${pointer}/breaker`, 'expected cases that ask while the breaker is open, got none');
  }
};

const checkPorts = (definition: DisturbDefinition, add: Add): void => {
  const taken = new Map<number, string>();
  const targets = new Map<string, string>();
  for (const [name, { listen, target }] of Object.entries(definition.proxies)) {
    const pointer = `/proxies/${pointerSegment(name)}`;
    const other = listen === undefined ? undefined : taken.get(listen);
    if (other !== undefined) add(`${pointer}/listen`, `expected a port of its own, got that of ${other}`);
    if (listen !== undefined) taken.set(listen, name);
    const sibling = target === undefined ? undefined : targets.get(target);
    if (sibling !== undefined) add(`${pointer}/target`, `expected a target of its own, got that of ${sibling}`);
    if (target !== undefined) targets.set(target, name);
  }
};

/** @returns everything that is wrong, in the order of the definition; nothing for one that can run */
export const disturbProblems = (definition: DisturbDefinition): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const add: Add = (pointer, message) => problems.push({ pointer, message });
  if ((definition.cases ?? []).length === 0 && definition.during === undefined)
    add('/cases', 'expected cases that run under the faults, or a case in "during", got neither');
  for (const [name, proxy] of Object.entries(definition.proxies))
    checkProxy(proxy, `/proxies/${pointerSegment(name)}`, add);
  checkPorts(definition, add);
  for (const [at, fault] of definition.faults.entries()) checkFault(fault, `/faults/${String(at)}`, definition, add);
  checkExpectation(definition, add);
  return problems;
};
