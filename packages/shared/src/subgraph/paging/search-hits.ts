import type { CallContext } from '../reading/call-context.js';
import type { SearchWord } from '../search/search-words.js';
import { CommonWords } from './common-words.js';
import { EXACT_MAX } from './exact-max.js';
import type { Counted, Hit, Position } from './search-hit.js';
import type { SearchedKind } from './search-sql.js';
import { type Standing, StandingWords } from './standing-words.js';

/** Only the last word may be a beginning, so that there are two ranks. */
const RANKS: readonly Standing[] = ['whole', 'begun'];

/** What one search finds. Row level security has already removed the words of what the viewer must not see. */
export class Search {
  #stands: Promise<StandingWords | null> | null = null;
  readonly #common: CommonWords;

  constructor(
    readonly context: CallContext,
    readonly kinds: readonly SearchedKind[],
    readonly words: readonly SearchWord[],
  ) {
    this.#common = new CommonWords(context, kinds, words);
  }

  /** The hits behind a position, and one more than the page has. */
  async hits(after: Position | null, size: number): Promise<readonly Hit[]> {
    const standing = await this.#standing();
    if (standing === null || (this.words.length === 1 && standing.isDearByPlace && this.words[0]?.isPrefix)) {
      return this.#common.hits(after, size + 1);
    }
    const hits: Hit[] = [];
    for (const [rank, of] of RANKS.entries()) {
      if (after !== null && rank < after[0]) continue;
      const behind = after?.[0] === rank ? after[1] : null;
      const records = await standing.page({ standing: of, after: behind, limit: size + 1 - hits.length });
      hits.push(...records.map((record) => ({ ...record, rank })));
    }
    return hits;
  }

  async count(): Promise<Counted> {
    const standing = await this.#standing();
    if (standing === null) return this.#common.count();
    const { rows, handlings } = standing;
    return { rows: Math.min(rows, EXACT_MAX), isExact: rows <= EXACT_MAX, handlings };
  }

  #standing(): Promise<StandingWords | null> {
    this.#stands ??= StandingWords.find(this.context, this.kinds, this.words);
    return this.#stands;
  }
}
