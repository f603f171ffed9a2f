import type { OperationChoice } from '#core/acts/explore';
import type { Operation } from '#engines/contract/model';

/** Matches without a regular expression: a `*` stands for any text. */
const isLike = (pattern: string, text: string): boolean => {
  const parts = pattern.split('*');
  const [first = ''] = parts;
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? '';
  return text.length - last.length >= at && text.endsWith(last);
};

const isNamed = (pattern: string, { id, operationId, tags }: Operation): boolean => {
  const tag = /^tag:(.+)$/u.exec(pattern)?.[1];
  if (tag !== undefined) return tags.some((one) => isLike(tag, one));
  return isLike(pattern, id) || (operationId !== undefined && isLike(pattern, operationId));
};

/** Whether a definition wants an operation tested. */
export const choosesOperation = (choice: OperationChoice | undefined, operation: Operation): boolean =>
  (choice?.only === undefined || choice.only.some((pattern) => isNamed(pattern, operation))) &&
  !(choice?.except ?? []).some((pattern) => isNamed(pattern, operation));
