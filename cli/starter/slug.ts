const ID_MAX = 63;

/** Lower-case letters, digits and hyphens, beginning with a letter or digit; `fallback` when nothing is left. */
export const slug = (text: string, max: number, fallback: string): string => {
  const words = text
    .slice(0, 1_000)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  const clean = words
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, max)
    .replace(/-+$/, '');
  return clean === '' ? fallback : clean;
};

/** Gives each text an id of its own: the second of the same name gets `-2`. */
export const uniqueIds = (): ((wanted: string) => string) => {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    const base = wanted.slice(0, ID_MAX).replace(/-+$/, '');
    let id = base;
    for (let count = counts.get(base) ?? 2; taken.has(id); count += 1) {
      id = `${base.slice(0, ID_MAX - String(count).length - 1).replace(/-+$/, '')}-${String(count)}`;
      counts.set(base, count + 1);
    }
    taken.add(id);
    return id;
  };
};
