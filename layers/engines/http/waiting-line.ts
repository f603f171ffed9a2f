import type { LoadJob } from '#engines/http/load-connection';

/** Requests that wait for a connection, first come first served: a list whose front is taken off without moving the rest. */
export interface WaitingLine {
  readonly push: (job: LoadJob) => void;
  readonly unshift: (job: LoadJob) => void;
  readonly shift: () => LoadJob | undefined;
  readonly first: () => LoadJob | undefined;
  readonly length: number;
}

/** Places at the front that may be empty before the rest is moved up. */
const GAP_MAX = 1024;

class Line implements WaitingLine {
  #jobs: (LoadJob | undefined)[] = [];
  #front = 0;

  push(job: LoadJob): void {
    this.#jobs.push(job);
  }

  unshift(job: LoadJob): void {
    if (this.#front === 0) {
      this.#jobs.unshift(job);
      return;
    }
    this.#front -= 1;
    this.#jobs[this.#front] = job;
  }

  shift(): LoadJob | undefined {
    const job = this.#jobs[this.#front];
    if (job === undefined) return undefined;
    this.#jobs[this.#front] = undefined;
    this.#front += 1;
    if (this.#front > GAP_MAX && this.#front * 2 > this.#jobs.length) {
      this.#jobs = this.#jobs.slice(this.#front);
      this.#front = 0;
    }
    return job;
  }

  first(): LoadJob | undefined {
    return this.#jobs[this.#front];
  }

  get length(): number {
    return this.#jobs.length - this.#front;
  }
}

export const waitingLine = (): WaitingLine => new Line();
