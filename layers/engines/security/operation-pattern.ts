/** Which operations a pattern means: `GET /orders/{id}`, `/orders/*`, `DELETE *`, `/admin/**`. */

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`);

const pathExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split(/(\*\*|\*)/u)
      .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : escaped(part)))
      .join('')}$`,
    'u',
  );

/** @param pattern a method, a path with `*` (one segment) and `**` (any rest), or both; `*` alone means every operation */
export const matchesOperation = (
  pattern: string,
  operation: { readonly method: string; readonly path: string; readonly operationId?: string },
): boolean => {
  const text = pattern.trim();
  if (text === '*' || text === operation.operationId) return true;
  const [, method, path] = /^(?:([A-Za-z]+)\s+)?(\S+)$/u.exec(text) ?? [];
  if (path === undefined) return false;
  if (method !== undefined && method.toUpperCase() !== operation.method) return false;
  return path === '*' || pathExpression(path).test(operation.path);
};
