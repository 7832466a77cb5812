import { ClientError } from '../../errors.js';
import { SEARCH_LENGTH_MAX, SEARCH_WORDS_MAX } from '../../schema/connection-args.js';

/** A word that is searched for. */
export interface SearchWord {
  readonly text: string;
  /** Whether it may be the beginning of a longer one. */
  readonly isPrefix: boolean;
}

/** Characters of the longest word that is kept; a longer one is kept, and searched for, by its beginning. */
const WORD_MAX = 40;
/** Characters of the longest beginning inside a text that has no spaces. */
const RUN_MAX = 16;

// Scripts that are written without spaces: a word of them begins at any character.
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const RUN = new RegExp(String.raw`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\p{L}\p{N}])+`, 'gu');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** Letters that no decomposition of Unicode takes a mark from, as readers without that letter write them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  ς: 'σ',
};
const PLAINED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** What German and its neighbours write for a letter with a mark where they cannot write the mark. */
const SPELT_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' };
const APOSTROPHES = /['`\u02b0-\u02ff\u2018\u2019\u0640]/gu;

/** Characters that nobody sees: a soft hyphen, marks of direction, joiners. A space without width parts words, and is none of them. */
const UNSEEN = /(?!\u200b)\p{Cf}/gu;

/** One spelling for all that differ in case, in marks and in compatibility alone: by it a text is kept, and searched. */
function folded(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  // Upwards too: what has two small forms, or a large one of two letters, has one spelling afterwards. Downwards first: `ẞ` is large already.
  return bare
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(PLAINED, (letter) => PLAIN[letter] ?? letter);
}

const runsOf = (text: string): string[] => folded(text).match(RUN) ?? [];
const cut = (word: string, most = WORD_MAX): string => [...word].slice(0, most).join('');

/** The words that a text is found by, each once. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  const lower = text.normalize('NFC').toLowerCase();
  const joined = lower.replace(APOSTROPHES, '');
  const seen = lower.replace(UNSEEN, '');
  const spelt = lower.replace(/[äöüå]/g, (letter) => SPELT_OUT[letter] ?? letter);
  // With an apostrophe, or a joiner, a word is two and is one: nobody knows how another writes it.
  for (const run of [...new Set([lower, joined, seen, spelt])].flatMap(runsOf)) {
    if (IS_UNSPACED.test(run)) for (const at of [...run].keys()) words.add(cut([...run].slice(at).join(''), RUN_MAX));
    else words.add(cut(run));
  }
  return words;
}

/**
 * The words of a question, each once. All of them must be found, and the last may be the beginning of one. Throws
 * INPUT_INVALID for a text that is too long, or of too many words.
 */
export function parseSearch(text: string, argument = 'search'): SearchWord[] {
  if (text.length > SEARCH_LENGTH_MAX) {
    throw new ClientError('INPUT_INVALID', `longer than ${SEARCH_LENGTH_MAX} characters`, argument);
  }
  // What was copied from a page brings along what nobody typed.
  const asked = text.replace(UNSEEN, '');
  const runs = runsOf(asked);
  // A word that is finished, by a space or a full stop after it, is no beginning.
  const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(asked);
  const words = new Map<string, SearchWord>();
  for (const [at, run] of runs.entries()) {
    const isUnspaced = IS_UNSPACED.test(run);
    const word = cut(run, isUnspaced ? RUN_MAX : WORD_MAX);
    const isPrefix = isUnspaced || (isOpen && at === runs.length - 1);
    words.set(word, { text: word, isPrefix: isPrefix && words.get(word)?.isPrefix !== false });
  }
  if (words.size > SEARCH_WORDS_MAX) {
    throw new ClientError('INPUT_INVALID', `\`${words.size}\` words, and ${SEARCH_WORDS_MAX} at most`, argument);
  }
  return [...words.values()];
}
