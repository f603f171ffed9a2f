/**
 * Requirement C4, row 10. The oracle keeps every request of the run in a list and reads the requirement off it; the circuit keeps counts.
 * Times are whole seconds there, at which both mean the same by "the last five minutes".
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Circuit, circuitBreaker } from '#engines/client/circuit-breaker';
import type { CircuitOutcome } from '#engines/client/circuit-breaker';

const START = 1_800_000_000_000;
const MINUTE = 60_000;

/** The requirement, word by word, with all the memory it wants. */
class Oracle {
  state: 'closed' | 'open' | 'half-open' = 'closed';
  #log: { atMs: number; failed: boolean }[] = [];
  #openedAtMs = 0;
  #era = 0;
  #probe: number | undefined;
  #probes: boolean[] = [];
  #ids = 0;

  ask(nowMs: number): { id: number; era: number } | undefined {
    if (this.state === 'open' && nowMs - this.#openedAtMs >= 30_000) this.#go('half-open');
    if (this.state === 'open' || (this.state === 'half-open' && this.#probe !== undefined)) return undefined;
    const id = (this.#ids += 1);
    if (this.state === 'half-open') this.#probe = id;
    return { id, era: this.#era };
  }

  tell({ id, era }: { id: number; era: number }, outcome: CircuitOutcome, nowMs: number): void {
    if (era !== this.#era) return;
    if (this.state === 'half-open') {
      if (this.#probe === id) this.#probe = undefined;
      if (outcome === 'neither') return;
      this.#probes.push(outcome === 'success');
      if (outcome === 'failure') this.#trip(nowMs);
      else if (this.#probes.length === 3) this.#go('closed');
      return;
    }
    if (outcome === 'neither') return;
    this.#log.push({ atMs: nowMs, failed: outcome === 'failure' });
    const recent = this.#log.filter(({ atMs }) => nowMs - atMs < 5 * MINUTE);
    const failed = recent.filter((entry) => entry.failed).length;
    if (recent.length >= 10 && failed / recent.length >= 0.5) this.#trip(nowMs);
  }

  #trip(nowMs: number): void {
    this.#openedAtMs = nowMs;
    this.#go('open');
  }

  #go(state: 'closed' | 'open' | 'half-open'): void {
    this.state = state;
    this.#era += 1;
    this.#log = [];
    this.#probes = [];
    this.#probe = undefined;
  }
}

interface Plan {
  readonly pauseS: number;
  readonly takesSteps: number;
  readonly outcome: CircuitOutcome;
}

const plans = fc.array(
  fc.record({
    pauseS: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40), fc.nat(400)),
    takesSteps: fc.oneof(fc.constant(0), fc.nat(5)),
    outcome: fc.constantFrom<CircuitOutcome>('failure', 'failure', 'success', 'success', 'neither'),
  }),
  { minLength: 10, maxLength: 60 },
);

/** Plays requests that overlap: each ends some steps after it began. */
const play = (
  schedule: readonly Plan[],
  seen: (step: { nowMs: number; admitted: boolean; expected: boolean; probing: number }) => void,
): { circuit: Circuit; oracle: Oracle; opened: number } => {
  const circuit = new Circuit('https://api.test GET /');
  const oracle = new Oracle();
  let opened = 0;
  let nowMs = START;
  let open: {
    endsAt: number;
    permit: number;
    ticket: { id: number; era: number };
    outcome: CircuitOutcome;
    probe: boolean;
  }[] = [];
  schedule.forEach(({ pauseS, takesSteps, outcome }, step) => {
    nowMs += pauseS * 1000;
    const ticket = oracle.ask(nowMs);
    const permit = circuit.admit(nowMs);
    if (ticket !== undefined && permit !== undefined)
      open.push({ endsAt: step + takesSteps, permit, ticket, outcome, probe: oracle.state === 'half-open' });
    const probing = open.filter(({ probe, ticket: { era } }) => probe && era === open.at(-1)?.ticket.era).length;
    seen({ nowMs, admitted: permit !== undefined, expected: ticket !== undefined, probing });
    for (const one of open.filter(({ endsAt }) => endsAt <= step)) {
      const before = oracle.state;
      oracle.tell(one.ticket, one.outcome, nowMs);
      circuit.settle(one.permit, one.outcome, nowMs);
      if (oracle.state === 'open' && before !== 'open') opened += 1;
    }
    open = open.filter(({ endsAt }) => endsAt > step);
  });
  return { circuit, oracle, opened };
};

describe('the circuit of an endpoint (C4, row 10)', () => {
  test('does what the oracle does in 10,000 random schedules, with exactly one probe at a time', () => {
    let openings = 0;
    let closings = 0;
    fc.assert(
      fc.property(plans, (schedule) => {
        let wrong: object | undefined;
        const { circuit, oracle, opened } = play(schedule, (step) => {
          if (step.admitted !== step.expected || step.probing > 1) wrong ??= step;
        });

        openings += opened;
        if (opened > 0 && circuit.isClosed) closings += 1;
        return wrong === undefined && circuit.openings === opened && circuit.isClosed === (oracle.state === 'closed');
      }),
      { numRuns: 10_000 },
    );
    // The schedules reach the states that they are about.
    expect(openings).toBeGreaterThan(1000);
    expect(closings).toBeGreaterThan(10);
  });

  test('at any millisecond it opens for 50 % of the last 299 s and the last 300 s alike', () => {
    const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.boolean()), {
      minLength: 10,
      maxLength: 60,
    });
    fc.assert(
      fc.property(times, (requests) => {
        const circuit = new Circuit('e');
        const log: { atMs: number; failed: boolean }[] = [];
        let nowMs = START;
        const trips = (lookBackMs: number): boolean => {
          const recent = log.filter(({ atMs }) => nowMs - atMs < lookBackMs);
          return recent.length >= 10 && recent.filter(({ failed }) => failed).length * 2 >= recent.length;
        };
        for (const [pauseMs, failed] of requests) {
          nowMs += pauseMs;
          log.push({ atMs: nowMs, failed });
          circuit.settle(circuit.admit(nowMs) ?? -1, failed ? 'failure' : 'success', nowMs);
          const strict = trips(299_000);
          const edge = log.some(({ atMs }) => nowMs - atMs >= 299_000 && nowMs - atMs <= 300_000);
          if (!edge && circuit.isClosed === strict) return false;
          if (!circuit.isClosed || strict) break;
        }
        return true;
      }),
      { numRuns: 2000 },
    );
  });

  const failing = (circuit: Circuit, count: number, nowMs: number): void => {
    for (let request = 0; request < count; request += 1) circuit.settle(circuit.admit(nowMs) ?? -1, 'failure', nowMs);
  };

  test('nine failures are not enough, ten are', () => {
    const circuit = new Circuit('e');

    failing(circuit, 9, START);
    const before = circuit.isClosed;
    failing(circuit, 1, START);

    expect([before, circuit.isClosed]).toEqual([true, false]);
    expect(circuit.refusedUntilMs(START)).toBe(START + 30_000);
    expect(circuit.admit(START + 29_999)).toBeUndefined();
    expect(circuit.admit(START + 30_000)).toBeDefined();
  });

  test('an answer to a request from before it opened changes nothing', () => {
    const circuit = new Circuit('e');
    const late = circuit.admit(START) ?? -1;
    failing(circuit, 10, START);
    const probe = circuit.admit(START + 30_000) ?? -1;

    circuit.settle(late, 'failure', START + 30_001);

    expect(circuit.admit(START + 30_001)).toBeUndefined();
    circuit.settle(probe, 'success', START + 30_002);
    expect(circuit.admit(START + 30_002)).toBeDefined();
  });

  test('a probe that was given up makes room for another', () => {
    const circuit = new Circuit('e');
    failing(circuit, 10, START);
    circuit.settle(circuit.admit(START + 30_000) ?? -1, 'neither', START + 30_001);

    expect(circuit.admit(START + 30_001)).toBeDefined();
  });

  test('a clock set back by an hour keeps it open for 30 s, not for an hour', () => {
    const circuit = new Circuit('e');
    failing(circuit, 10, START);

    expect(circuit.admit(START - 60 * MINUTE)).toBeUndefined();
    expect(circuit.admit(START - 60 * MINUTE + 30_000)).toBeDefined();
  });
});

test('C4: endpoints beyond a thousand push out the oldest closed one; their openings stay counted', () => {
  const breaker = circuitBreaker();
  const first = breaker.circuit('first');
  const closed = breaker.circuit('closed');
  for (let request = 0; request < 10; request += 1) first.settle(first.admit(START) ?? -1, 'failure', START);

  for (let number = 0; number < 5000; number += 1) breaker.circuit(`endpoint ${String(number)}`);

  expect(breaker.circuit('first')).toBe(first);
  expect(breaker.circuit('closed')).not.toBe(closed);
  expect(breaker.opened()).toEqual({ openings: 1, endpoints: [{ endpoint: 'first', openings: 1 }] });
});
