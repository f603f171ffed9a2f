import type { CommandContext } from '../../command-context.ts';

/** Text that stays and, on a terminal, one line below it that is drawn over itself. */
export interface Screen {
  /** Writes results to stay. */
  readonly print: (text: string) => void;
  /** Shows how far it is. */
  readonly progress: (line: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Without a terminal a line now and then is enough to see that it goes on. */
const PLAIN_EVERY_MS = 5000;

/** @param print where results go */
export const makeScreen = (context: CommandContext, print: (text: string) => void): Screen => {
  const { world } = context;
  const { stderr, env } = world;
  if (!stderr.isTTY || env['TERM'] === 'dumb' || env['CI'] !== undefined) {
    let lastAtMs = world.nowMs();
    return {
      print,
      progress: (line) => {
        if (world.nowMs() - lastAtMs < PLAIN_EVERY_MS) return;
        lastAtMs = world.nowMs();
        context.note(`${line}\n`);
      },
      end: () => undefined,
    };
  }
  let drawn = '';
  const clear = (): void => {
    if (drawn !== '') stderr.write('\r\u001B[2K');
  };
  const draw = (line: string): void => {
    drawn = line;
    // A line that the terminal wraps could not be taken back.
    if (line !== '') stderr.write(`\u001B[?7l${line}\u001B[?7h`);
  };
  return {
    print: (text) => {
      clear();
      print(text);
      draw(drawn);
    },
    progress: (line) => {
      clear();
      draw(line);
    },
    end: () => {
      clear();
      drawn = '';
    },
  };
};
