/** Requests are counted by second: one counts as long as its second is one of the last 300, so for more than 299 s and at most 300 s. */
const SLOT_MS = 1000;
const SLOTS = 300;
/** What a window looks back on. */
export const WINDOW_MS = SLOT_MS * SLOTS;

/** How many requests of the last five minutes there were and how many failed, in the same memory for any number of them (2.4 KB). */
export class OutcomeWindow {
  readonly #requestsBySlot = new Uint32Array(SLOTS);
  readonly #failuresBySlot = new Uint32Array(SLOTS);
  #latest = Number.NEGATIVE_INFINITY;
  #requests = 0;
  #failures = 0;

  get requests(): number {
    return this.#requests;
  }

  get failures(): number {
    return this.#failures;
  }

  add(failed: boolean, nowMs: number): void {
    // A clock that was set back goes on counting in the latest second.
    const slot = Math.max(this.#latest, Math.floor(nowMs / SLOT_MS));
    if (slot > this.#latest) this.#forgetUntil(slot);
    const index = slot % SLOTS;
    this.#requestsBySlot[index] = (this.#requestsBySlot[index] ?? 0) + 1;
    this.#requests += 1;
    if (!failed) return;
    this.#failuresBySlot[index] = (this.#failuresBySlot[index] ?? 0) + 1;
    this.#failures += 1;
  }

  clear(): void {
    this.#requestsBySlot.fill(0);
    this.#failuresBySlot.fill(0);
    this.#requests = 0;
    this.#failures = 0;
  }

  #forgetUntil(slot: number): void {
    if (slot - this.#latest >= SLOTS) this.clear();
    else {
      for (let passed = this.#latest + 1; passed <= slot; passed += 1) {
        const index = passed % SLOTS;
        this.#requests -= this.#requestsBySlot[index] ?? 0;
        this.#failures -= this.#failuresBySlot[index] ?? 0;
        this.#requestsBySlot[index] = 0;
        this.#failuresBySlot[index] = 0;
      }
    }
    this.#latest = slot;
  }
}
