import type { Rank } from '../label.js';
import { controlNamesOf, heldRank, type Mark } from './mark.js';
import { inOwnWords } from './own-words-of.js';
import { settlePrecedence } from './roll-up-controls.js';
import { controlNamed } from './tables/control-marks.js';
import { COMPANIONS, isMeant } from './tables/control-rules.js';
import { COMPARTMENT_RULES, type CompartmentRule } from './tables/control-systems.js';
import { ANY_LEVEL } from './tables/levels.js';
import { orderOwners } from './tables/recipients.js';

/**
 * The same mark with all that the register asks for beside it: a level that is high enough, and the companions of its
 * controls. Records may be labelled with less; a page may not be.
 */
export function completeMark(mark: Mark): Mark {
  if (mark.system === 'CUI' || mark.system === 'TLP' || mark.system === 'CODE') return mark;
  const rules = [...mark.compartments].flatMap((path) => COMPARTMENT_RULES.filter((rule) => rule.path.test(path)));
  const asked = new Set([...rules.flatMap((rule) => rule.with), ...companionsOf(mark)]);
  const settled = settlePrecedence([...mark.controls, ...asked]);
  const rank = raised(mark, rules, settled);
  const controls = new Set(rank === 0 ? settled : settled.filter((name) => controlNamed(name)?.levels[1] !== 0));
  if (controls.has('ORCON') || controls.has('ORCON-USGOV')) controls.delete('RELIDO');
  const complete = { ...mark, rank, controls };
  return inWordsOfLevel(asked.has('NOFORN') ? withNoforn(complete) : complete);
}

/** NOFORN takes the place of every other word of release; and is on no joint mark (H.3, H.8). */
function withNoforn(mark: Mark): Mark {
  const controls = new Set(
    [...mark.controls].filter((word) => word !== 'RELIDO').map((word) => word.replace(/^(SBU|LES)-NF$/, '$1')),
  );
  const alone: Mark = { ...mark, controls, relTo: null, displayOnly: null, releasableTo: null, eyesOnly: null };
  if (mark.system !== 'JOINT') return alone;
  const sources = orderOwners(new Set([...mark.owners, ...(mark.sources ?? [])].filter((owner) => owner !== 'USA')));
  return { ...alone, system: 'US', owners: ['USA'], sources: mark.concealsSource ? null : sources };
}

function inWordsOfLevel(mark: Mark): Mark {
  const [owner = ''] = mark.owners;
  return mark.system === 'OWN' && mark.own?.rank !== mark.rank ? (inOwnWords(mark, owner) ?? mark) : mark;
}

function companionsOf(mark: Mark): string[] {
  const names = controlNamesOf(mark);
  return COMPANIONS.filter(([family, oneOf]) => {
    const isAsked = [...names].some((name) => isMeant(family, name));
    return isAsked && !oneOf.some((name) => names.has(name));
  }).map(([, [companion = 'NOFORN']]) => companion);
}

/** The least rank at or above its own with which every part of a mark may stand. */
function raised(mark: Mark, rules: readonly CompartmentRule[], names: readonly string[]): Rank {
  const ranges = [
    ...rules.map(({ levels }) => levels),
    ...names.flatMap((name) => [controlNamed(name)?.levels ?? ANY_LEVEL]),
  ];
  // What stands on unclassified information alone asks for no level: above it, it is left out.
  const lowest = ranges.map(([low]) => low).sort((a, b) => b - a)[0] ?? 0;
  return heldRank(mark) < lowest ? lowest : mark.rank;
}
