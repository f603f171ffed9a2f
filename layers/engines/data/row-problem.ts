/** What is wrong with a row of data, and where. */
export interface RowProblem {
  readonly message: string;
  /** From 1, not counting a header line. */
  readonly row?: number;
  /** Line of the text that the row begins in, from 1. */
  readonly line?: number;
}

/** Rows that cannot be read on, or used at all. */
export class RowError extends Error {
  override readonly name = 'RowError';
  readonly problem: RowProblem;
  constructor(problem: RowProblem) {
    const place = [
      ...(problem.row === undefined ? [] : [`row ${String(problem.row)}`]),
      ...(problem.line === undefined ? [] : [`line ${String(problem.line)}`]),
    ].join(', ');
    super(place === '' ? problem.message : `${place}: ${problem.message}`);
    this.problem = problem;
  }
}

/** Text of a file in a message: short, on one line. */
export const quoted = (text: string): string => JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 60)}…`);
