import type { RegisterKey } from '../brands.js';
import type { Coordinate } from '../vocabulary.js';

/** Handling rank under one marking policy, 0 (unclassified) to 4 (top secret). */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** A permissive set: the subject needs one of them. ANY sets no limit; the empty set admits nobody. They are never the same. */
export type Permissive = 'ANY' | ReadonlySet<string>;

export interface OriginatorControl {
  /** The organisation whose consent a further recipient needs. */
  readonly organisation: string;
  readonly mode: string;
}

export const TLP_COLOURS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_COLOURS)[number];

/** A security label: STANAG 4774's permissive and restrictive categories, with one rank per marking policy. */
export interface Label {
  /** The canonical text; two labels are equal when their texts are. */
  readonly text: string;
  readonly ranks: ReadonlyMap<string, Rank>;
  /** Restrictive: the subject needs all. */
  readonly compartments: ReadonlySet<string>;
  readonly releasableTo: Permissive;
  readonly nationals: Permissive;
  readonly purposes: Permissive;
  /** Who may be shown it without keeping it; null when nothing is said. */
  readonly displayOnly: ReadonlySet<string> | null;
  readonly originatorControls: readonly OriginatorControl[];
  /** Foreign government information: source States; `~` is a source that must not be named. */
  readonly foreignSources: ReadonlySet<string>;
  readonly tlp: Tlp | null;
}

/** What immunity needs to know of the person concerned (contracts 5, `im`). */
export interface PersonMarks {
  readonly category: string;
  readonly nationalities: ReadonlySet<string>;
  readonly from: string;
  readonly until: string | null;
}

/** What a handling says of the record besides its label. */
export interface RecordMarks {
  /** The agency that made it, `USA.diplomatic-security`. */
  readonly owner: string;
  /** Register keys of the missions concerned. */
  readonly missions: readonly RegisterKey[];
  readonly person: PersonMarks | null;
  /** Pseudonym of the person whom it concerns, which a person-scoped act names. */
  readonly who: string | null;
  readonly tags: ReadonlySet<string>;
  /** Scope key that a record-scoped act names. */
  readonly key: string | null;
}

/** Row label, portion marks and record marks of a record, parsed once from its canonical string and interned. */
export interface Handling {
  readonly text: string;
  /** Number of this handling in this process, from 0: an index for decision tables, never sent or stored. */
  readonly ordinal: number;
  readonly label: Label;
  /** By coordinate; a portion replaces the row label, up or down. */
  readonly portions: ReadonlyMap<Coordinate, Label>;
  readonly record: RecordMarks;
}
