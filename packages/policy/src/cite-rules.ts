import { STANDING_TEXTS } from './decide/standing-citations.js';
import type { Citation } from './decision.js';
import { RULE_TEXTS } from './generated/rule-texts.js';

const TEXTS = new Map([...Object.entries(STANDING_TEXTS), ...Object.entries(RULE_TEXTS)]);

/** What a caller is told of rules that refuse a write, by their ids; of an id that is of no rule, nothing. */
export function citeRules(ids: readonly string[]): readonly Citation[] {
  return ids.flatMap((rule) => {
    const text = TEXTS.get(rule);
    if (text === undefined) return [];
    const { instrument, article, citation } = text;
    // A rule that no policy holds is cited as the catalogue cites it, `VCDR art 9(1)-(2)`.
    const [source = citation, ...place] = citation.split(' ');
    return [{ rule, instrument: instrument ?? source, article: article ?? place.join(' ') }];
  });
}
