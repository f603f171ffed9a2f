/** Made-up creatures, the same in each run: everything follows from the number of a creature. */

export const CREATURES = 57;
export const KINDS = ['ember', 'moss', 'tide', 'gale', 'stone', 'spark', 'frost', 'shade'] as const;
export const HABITATS = ['cave', 'forest', 'lake', 'meadow', 'peak', 'shore'] as const;
export const SKILLS = 12;
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const SYLLABLES = ['bo', 'ka', 'lu', 'mi', 'no', 'pe', 'ra', 'shi', 'to', 'vu', 'wen', 'zor'];

/** A number from 0 below `bound` that looks like chance. */
const mixed = (id: number, salt: number, bound: number): number =>
  (Math.imul((id + 1) * 2_654_435_761, (salt + 7) * 40_503) >>> 8) % bound;

const syllables = (id: number, count: number): string =>
  Array.from({ length: count }, (_, at) => SYLLABLES[mixed(id, at, SYLLABLES.length)] ?? 'bo').join('');

export const nameOf = (id: number): string => `${syllables(id, 2)}-${String(id)}`;

const SKILL_WORDS: { readonly [language in Language]: readonly [string, string] } = {
  en: ['Quick', 'Skill'],
  de: ['Schnelle', 'Fähigkeit'],
  fr: ['Rapide', 'Talent'],
  es: ['Rápida', 'Habilidad'],
};

export const skillName = (id: number, language: Language): string => {
  const [adjective, noun] = SKILL_WORDS[language];
  return `${adjective} ${noun} ${String(id)}`;
};

export interface Creature {
  readonly id: number;
  readonly name: string;
  readonly height: number;
  readonly weight: number | string;
  readonly habitat?: string;
  readonly kinds: readonly { readonly slot: number; readonly kind: string }[];
  readonly skills: readonly { readonly id: number; readonly url: string; readonly hidden: boolean }[];
  readonly stats: { readonly [name: string]: number };
  readonly cry: string | null;
  readonly updatedAt: string;
}

/** A creature as it was written down; nothing of it depends on the time. */
export const creature = (id: number): Creature => {
  const first = mixed(id, 1, KINDS.length);
  const second = mixed(id, 2, KINDS.length);
  const skillIds = [1 + mixed(id, 3, SKILLS), 1 + mixed(id, 4, SKILLS)].filter(
    (one, at, all) => all.indexOf(one) === at,
  );
  return {
    id,
    name: nameOf(id),
    height: (3 + mixed(id, 5, 30)) / 10,
    weight: 10 + mixed(id, 6, 900),
    habitat: HABITATS[mixed(id, 7, HABITATS.length)] ?? 'cave',
    kinds: (second === first ? [first] : [first, second]).map((at, slot) => ({
      slot: slot + 1,
      kind: KINDS[at] ?? 'ember',
    })),
    skills: skillIds.map((one, at) => ({ id: one, url: `/api/v1/skills/${String(one)}`, hidden: at > 0 })),
    stats: { power: mixed(id, 8, 100), pace: mixed(id, 9, 100), guard: mixed(id, 10, 100) },
    cry: id % 3 === 0 ? null : `/cries/${String(id)}.ogg`,
    updatedAt: '2026-01-01T00:00:00Z',
  };
};
