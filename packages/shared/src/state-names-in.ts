import { iso31661 } from 'iso-3166';
import { ClientError } from './errors.js';
import { LruCache } from './lru-cache.js';
import { stateName } from './state-names.js';

/** Codes of two letters, by which CLDR knows States; the last is user-assigned. */
const TWO_LETTERS: ReadonlyMap<string, string> = new Map([
  ...iso31661.map(({ alpha3, alpha2 }) => [alpha3, alpha2] as const),
  ['XKX', 'XK'],
]);

const LANGUAGES_KEPT = 32;
const TAG_LENGTH_MAX = 35;
const names = new LruCache<string, Intl.DisplayNames>(LANGUAGES_KEPT);

/**
 * Short name of a State in the language of a BCP 47 tag, as CLDR has it, and in English as everywhere else here; null for a language that CLDR has no
 * names in, and a code that is nobody's. Throws INPUT_INVALID for what is no tag.
 */
export function stateNameIn(code: string, tag: string, argument = 'language'): string | null {
  const language = canonical(tag, argument);
  if (language === 'en' || language.startsWith('en-')) return stateName(code);
  const region = TWO_LETTERS.get(code);
  // Of a language that it does not know it would give names in that of the machine.
  if (region === undefined || Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return null;
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  names.set(language, known);
  return known.of(region) ?? null;
}

function canonical(tag: string, argument: string): string {
  try {
    const [language] = tag.length <= TAG_LENGTH_MAX ? Intl.getCanonicalLocales(tag) : [];
    if (language !== undefined) return language;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ClientError(
    'INPUT_INVALID',
    `\`${tag.slice(0, TAG_LENGTH_MAX)}\` is not a language tag (BCP 47)`,
    argument,
  );
}
