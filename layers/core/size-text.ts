const KB = 1024;
const MB = 1024 * KB;

const rounded = (size: number): string => String(Math.round(size * 10) / 10);

/** A number of bytes as people say it: `512 bytes`, `1.5 KB`, `8 MB`. Units are powers of 1024. */
export const sizeText = (bytes: number): string => {
  if (bytes < KB) return `${String(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < MB ? `${rounded(bytes / KB)} KB` : `${rounded(bytes / MB)} MB`;
};

/** What came beside a limit, in the limit's own words; by the byte where both would read the same. */
export const sizeBeside = (bytes: number, limitBytes: number): string => {
  const [text, limit] = [sizeText(bytes), sizeText(limitBytes)];
  return text === limit ? `${text} and ${sizeText(Math.abs(bytes - limitBytes))}` : text;
};
