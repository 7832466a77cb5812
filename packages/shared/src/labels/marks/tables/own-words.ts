import type { Rank } from '../../label.js';
import type { MarkForm } from '../mark-form.js';

/** A classification in the words of who marked it, and not in those of the United States' register. */
export interface OwnWords {
  readonly policy: string;
  readonly rank: Rank;
  readonly words: Readonly<Record<MarkForm, string>>;
  /** For nationals of the marking State alone. */
  readonly nationalsOnly: boolean;
  /** False for a second spelling, which is read and printed back, and never chosen. */
  readonly isPreferred: boolean;
}

const own = (
  policy: string,
  rank: Rank,
  banner: string,
  portion: string = banner,
  { nationalsOnly = false, isPreferred = true } = {},
): OwnWords => ({ policy, rank, words: { banner, portion }, nationalsOnly, isPreferred });

/** Levels of NATO, and of the European Union, whose LIMITE is a distribution mark below its levels. */
const TREATY_WORDS: readonly OwnWords[] = [
  own('NATO', 0, 'NATO UNCLASSIFIED', 'NU'),
  own('NATO', 1, 'NATO RESTRICTED', 'NR'),
  own('NATO', 2, 'NATO CONFIDENTIAL', 'NC'),
  own('NATO', 3, 'NATO SECRET', 'NS'),
  own('NATO', 4, 'COSMIC TOP SECRET', 'CTS'),
  own('EU', 0, 'LIMITE'),
  own('EU', 1, 'RESTREINT UE/EU RESTRICTED', 'R-UE/EU-R'),
  own('EU', 2, 'CONFIDENTIEL UE/EU CONFIDENTIAL', 'C-UE/EU-C'),
  own('EU', 3, 'SECRET UE/EU SECRET', 'S-UE/EU-S'),
  own('EU', 4, 'TRÈS SECRET UE/EU TOP SECRET', 'TS-UE/EU-TS'), // 2013/488/EU, article 2(2)
  own('EU', 4, 'TRES SECRET UE/EU TOP SECRET', 'TS-UE/EU-TS', { isPreferred: false }),
  // ST/SGB/2007/6; UN RESTRICTED is of the register's appendix C.
  own('UN', 0, 'UN UNCLASSIFIED'),
  own('UN', 1, 'UN RESTRICTED'),
  own('UN', 2, 'UN CONFIDENTIAL'),
  own('UN', 3, 'UN STRICTLY CONFIDENTIAL'),
];

const BRITISH: readonly (readonly [Rank, string])[] = [
  [0, 'OFFICIAL'],
  [0, 'UK OFFICIAL'],
  [1, 'OFFICIAL-SENSITIVE'],
  [1, 'UK OFFICIAL-SENSITIVE'],
  [3, 'UK SECRET'],
  [4, 'UK TOP SECRET'],
];

const FRENCH: readonly (readonly [Rank, string])[] = [
  [1, 'DIFFUSION RESTREINTE'],
  [4, 'TRÈS SECRET'],
  [4, 'TRES SECRET'],
];

/**
 * Marks that States write on their own papers, as far as their words are theirs alone. SECRET by itself is the United
 * States'; beside a national caveat it is not.
 */
const NATIONAL_WORDS: readonly OwnWords[] = [
  ...BRITISH.map(([rank, words]) => own('GBR', rank, words)),
  ...[...BRITISH, [3, 'SECRET'] as const, [4, 'TOP SECRET'] as const].map(([rank, words]) =>
    own('GBR', rank, `${words} UK EYES ONLY`, undefined, { nationalsOnly: true }),
  ),
  own('DEU', 1, 'VS-NfD'),
  own('DEU', 1, 'VS-NFD', undefined, { isPreferred: false }),
  own('DEU', 1, 'VS-NUR FÜR DEN DIENSTGEBRAUCH', undefined, { isPreferred: false }),
  own('DEU', 2, 'VS-VERTRAULICH'),
  own('DEU', 3, 'GEHEIM'),
  own('DEU', 4, 'STRENG GEHEIM'),
  ...FRENCH.map(([rank, words]) => own('FRA', rank, words)),
  ...[...FRENCH, [3, 'SECRET'] as const].map(([rank, words]) =>
    own('FRA', rank, `${words} SPÉCIAL FRANCE`, undefined, { nationalsOnly: true }),
  ),
];

/** The longest words first, so that none is cut short by another. */
const ALL_WORDS: readonly OwnWords[] = [...TREATY_WORDS, ...NATIONAL_WORDS];

const longestFirst: Readonly<Record<MarkForm, readonly OwnWords[]>> = {
  banner: sortedByLength('banner'),
  portion: sortedByLength('portion'),
};

/** The mark in own words that stands whole at a place of a text; undefined where none does. */
export function ownWordsAt(text: string, position: number, form: MarkForm): OwnWords | undefined {
  return longestFirst[form].find(({ words }) => {
    const end = position + words[form].length;
    return text.startsWith(words[form], position) && /^(?:$| |\)|\/\/)/.test(text.slice(end, end + 2));
  });
}

/** A portion of NATO with what it adds, in one word. */
export interface NatoAbbreviation {
  readonly word: string;
  readonly own: OwnWords;
  readonly addition: string;
}

/** Words of the older register, still in its machine-readable form (CVEnumISMClassificationAll): read, and printed as sections. */
const NATO_ABBREVIATIONS: readonly NatoAbbreviation[] = (
  [
    ['CTSA', 4, 'ATOMAL'],
    ['NSAT', 3, 'ATOMAL'],
    ['NCA', 2, 'ATOMAL'],
    ['CTS-BALK', 4, 'BALK'],
    ['CTS-B', 4, 'BOHEMIA'],
  ] as const
).flatMap(([word, rank, addition]) => {
  const own = treatyWords('NATO', rank);
  return own === undefined ? [] : [{ word, own, addition }];
});

/** The abbreviation that stands whole at a place of a portion; undefined where none does. */
export function natoAbbreviationAt(text: string, position: number): NatoAbbreviation | undefined {
  return NATO_ABBREVIATIONS.find(({ word }) => text.startsWith(`${word})`, position));
}

/** What an organisation marks a rank with; undefined where it has no such level, or is none that has marks here. */
export function treatyWords(policy: string, rank: Rank): OwnWords | undefined {
  return TREATY_WORDS.find((own) => own.policy === policy && own.rank === rank && own.isPreferred);
}

/** Organisations that have marks of their own. */
export const MARKING_ORGANISATIONS: ReadonlySet<string> = new Set(TREATY_WORDS.map(({ policy }) => policy));

/** Levels of organisations, for the table of levels. */
export const TREATY_LEVELS: readonly OwnWords[] = TREATY_WORDS.filter(
  ({ policy, rank, isPreferred }) => isPreferred && policy !== 'UN' && !(policy === 'EU' && rank === 0),
);

function sortedByLength(form: MarkForm): OwnWords[] {
  return [...ALL_WORDS].sort((a, b) => b.words[form].length - a.words[form].length);
}
