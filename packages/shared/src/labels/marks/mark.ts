import type { Rank, Tlp } from '../label.js';
import { protectedRank } from './tables/levels.js';
import type { OwnWords } from './tables/own-words.js';

/** Whose rules a mark is written by. */
export type MarkSystem =
  /** Of the United States, `SECRET//NOFORN`. */
  | 'US'
  /** Of another State in the words of the register, `//GBR SECRET`. */
  | 'FOREIGN'
  /** Of a State that must not be named, `(//FGI S)`; a portion alone. */
  | 'CONCEALED'
  /** Of the United States with others, `//JOINT SECRET GBR USA//REL TO USA, GBR`. */
  | 'JOINT'
  /** Of an organisation or a State in its own words, `NATO SECRET`, `VS-NfD`. */
  | 'OWN'
  /** Controlled unclassified information, `CUI//SP-PRVCY`. */
  | 'CUI'
  | 'TLP'
  /** A handling code of Europol, `H2`. */
  | 'CODE';

/** How a mark in own words was written: `NATO SECRET ATOMAL`, `NATO SECRET//ATOMAL`, `//NATO SECRET//ATOMAL`. */
export type OwnStyle = 'spaced' | 'sections' | 'register';

/** Lists of a mark; each is null where the mark has none. */
export interface MarkLists {
  readonly relTo: readonly string[] | null;
  readonly displayOnly: readonly string[] | null;
  /** Release by a State or an organisation that leaves the United States out. */
  readonly releasableTo: readonly string[] | null;
  /** National caveat of another State than the United States. */
  readonly eyesOnly: readonly string[] | null;
  /** Foreign sources that are named. */
  readonly sources: readonly string[] | null;
}

/** A mark as it was written, or as it is to be: every part of it in its place. */
export interface Mark extends MarkLists {
  readonly system: MarkSystem;
  /** In the order of the mark; empty for TLP and codes, and for a JOINT portion that leans on its page. */
  readonly owners: readonly string[];
  readonly rank: Rank;
  readonly own: OwnWords | null;
  readonly ownStyle: OwnStyle;
  /** Control systems and special access programmes with what is below them, as paths: `SI-G-ABCD`. */
  readonly compartments: ReadonlySet<string>;
  /** Names of controls; those with lists are in the lists. */
  readonly controls: ReadonlySet<string>;
  /** Foreign information whose source must not be named. */
  readonly concealsSource: boolean;
  /** `REL` in a portion: to those of its page. */
  readonly leansOnPage: boolean;
  readonly tlp: Tlp | null;
  /** CONTROLLED, where a banner says it instead of CUI. */
  readonly saysControlled: boolean;
}

/** A mark that says nothing: what the parts of another are put into. */
export const NO_MARK: Mark = {
  system: 'US',
  owners: [],
  rank: 0,
  own: null,
  ownStyle: 'spaced',
  compartments: new Set(),
  controls: new Set(),
  concealsSource: false,
  leansOnPage: false,
  relTo: null,
  displayOnly: null,
  releasableTo: null,
  eyesOnly: null,
  sources: null,
  tlp: null,
  saysControlled: false,
};

/** Every control of a mark by name, those with lists too: what the rules of the register are asked about. */
export function controlNamesOf(mark: Mark): Set<string> {
  const names = new Set(mark.controls);
  if (mark.relTo !== null || mark.leansOnPage) names.add('REL TO');
  if (mark.displayOnly !== null) names.add('DISPLAY ONLY');
  if (mark.releasableTo !== null) names.add('RELEASABLE TO');
  if (mark.eyesOnly !== null) names.add('EYES ONLY');
  return names;
}

/** The rank that a mark is protected at: RESTRICTED in the words of the register as CONFIDENTIAL, in NATO's own as it is. */
export function heldRank({ system, rank }: Mark): Rank {
  return system === 'OWN' ? rank : protectedRank(rank);
}
