const TOKEN =
  /[\s]*(?:("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([[\]{},:]))/y;

const SPACE = /\s*/y;

type State = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

/** What may come after a value inside a list, an object or at the top. */
const afterValue = (open: readonly string[]): State | 'end' => (open.length === 0 ? 'end' : 'comma or end');

/** Whether a bracket, comma or colon fits, and what may follow; undefined when it does not fit. */
const afterMark = (mark: string, state: State, open: string[]): State | 'end' | undefined => {
  const last = open.at(-1);
  if ((mark === '[' || mark === '{') && state.startsWith('value')) {
    open.push(mark);
    return mark === '[' ? 'value or end' : 'name or end';
  }
  if ((mark === ']' && last === '[') || (mark === '}' && last === '{')) {
    if (!state.endsWith('or end')) return undefined;
    open.pop();
    return afterValue(open);
  }
  if (mark === ',' && state === 'comma or end') return last === '[' ? 'value' : 'name';
  return mark === ':' && state === 'colon' ? 'value' : undefined;
};

/** Offset of the first character at which a text is no JSON any more; its length when it only ends too early. */
export const jsonFaultOffset = (text: string): number => {
  const open: string[] = [];
  let state: State | 'end' = 'value';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    const start = at + (SPACE.exec(text)?.[0].length ?? 0);
    if (state === 'end' || start >= text.length) return start;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return start;
    const [whole, name, number, word, mark = ''] = found;
    let next: State | 'end' | undefined;
    if (name !== undefined && state.startsWith('name')) next = 'colon';
    else if ((name ?? number ?? word) !== undefined) next = state.startsWith('value') ? afterValue(open) : undefined;
    else next = afterMark(mark, state, open);
    if (next === undefined) return start;
    state = next;
    at += whole.length;
  }
};
