import type { Mark } from './mark.js';
import { NATO_ADDITIONS } from './tables/control-marks.js';
import { MARKING_ORGANISATIONS, treatyWords } from './tables/own-words.js';

/** A mark in the words of an organisation; null where it has none for it. */
export function inOwnWords(mark: Mark, owner: string): Mark | null {
  const own = MARKING_ORGANISATIONS.has(owner) ? treatyWords(owner, mark.rank) : undefined;
  if (own === undefined) return null;
  const additions = [...mark.controls].filter((name) => NATO_ADDITIONS.has(name));
  const hasMore =
    mark.controls.size > additions.length ||
    mark.compartments.size > 0 ||
    mark.relTo !== null ||
    mark.displayOnly !== null;
  const isSpaced = additions.every((name) => name === 'ATOMAL') && mark.releasableTo !== null;
  const needsRegister = hasMore || (additions.length > 0 && mark.releasableTo !== null && !isSpaced);
  const ownStyle = needsRegister ? 'register' : additions.length > 0 && !isSpaced ? 'sections' : 'spaced';
  if ((needsRegister && owner !== 'NATO') || mark.eyesOnly !== null) return null;
  return { ...mark, system: 'OWN', own, ownStyle };
}
