import type { YAMLParseError, YAMLWarning } from 'yaml';

/** What the reader met, and what to do about it, by the codes of the YAML library; its own words are those of a grammar. */
const WORDS: { readonly [code: string]: string } = {
  ALIAS_PROPS: 'an alias with an anchor or tag of its own: take that away, or put the value in quotes',
  BAD_ALIAS: 'a "*" or "&" without a name after it: put the value in quotes',
  BAD_COLLECTION_TYPE: 'a tag that does not fit its value: take the tag away, or put the value in quotes',
  BAD_DIRECTIVE: 'a "%" at the beginning of a line: put the value in quotes',
  BAD_DQ_ESCAPE: 'a backslash in double quotes that begins no escape: write two of them, or use single quotes',
  BAD_INDENT: 'a line that is indented otherwise than its neighbours: line it up with them',
  BAD_SCALAR_START: 'a value that begins with a character which YAML keeps for itself: put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon in one line, or a list there: put a value that holds ": " in quotes',
  BLOCK_IN_FLOW: 'a list or fields of several lines within brackets: write it without brackets, or all within them',
  KEY_OVER_1024_CHARS: 'a field name of more than 1024 characters',
  MISSING_CHAR: 'a quote or bracket that is not closed, or a comma or space that is missing',
  MULTILINE_IMPLICIT_KEY: 'a line that is no "field: value": put a text of several lines in quotes, or after "|"',
  MULTIPLE_DOCS: 'a second document after "---": one file holds one',
  TAB_AS_INDENT: 'a tab in front of a line: indent with spaces',
  UNEXPECTED_TOKEN: 'something after the end of a value: put the whole value in quotes',
};

/**
 * The syntax problem to tell: the first one in the text. One wrong character makes the library find more of them in what follows, which are
 * gone when the first is repaired. Remarks on tags stand for themselves and are all told.
 */
export const syntaxProblems = (
  errors: readonly YAMLParseError[],
  warnings: readonly YAMLWarning[],
): readonly { readonly message: string; readonly offset: number }[] => {
  const [first] = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  return (first === undefined ? warnings : [first]).map(({ code, message, pos }) => ({
    message: `expected YAML or JSON, got ${WORDS[code] ?? `text that is neither: ${message.split('\n')[0] ?? ''}`}`,
    offset: pos[0],
  }));
};
