import type { Instant } from '@chancery/shared/clock';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { PolicyEngine } from '../engine.js';

/** What the reader of an explanation may be told, each settled by the engine for the reader's own profile. */
export interface Reader {
  /** The marks of the record: who sees a row may see its marking. */
  readonly marks: boolean;
  /** What the record marks of a person. */
  readonly person: boolean;
  /** The clearances of the subject: its own State's. */
  readonly subject: boolean;
  /** The acts on a mission, and what follows from them. */
  acts(mission: string | null): boolean;
  /** The legal status of a mission. */
  status(mission: string | null): boolean;
}

/** What is explained, as far as it decides what a reader may be told. */
export interface ReaderInput {
  readonly profile: Profile;
  readonly asker: Profile;
  /** Of the whole record. */
  readonly whole: Handling;
  /** Narrowed to the coordinate. */
  readonly narrowed: Handling;
  readonly category: Category;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** The register's own record of a mission. */
function registerHandling(mission: string | null): Handling {
  const concerning = mission === null ? '' : `;m=${mission}`;
  return parseHandling(`l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register${concerning}`);
}

/** Settles what the reader may be told. */
export function readerOf(input: ReaderInput, engine: PolicyEngine): Reader {
  const { profile, asker, whole, narrowed, category, view, now } = input;
  const reads = (kind: Category, handling: Handling): boolean =>
    engine.decide(asker, kind, handling, 'read', view, now).effect === 'allow';
  const seesRow = reads('EXISTENCE', handlingAt(whole, 'EXISTENCE', 'EXISTENCE', 0));
  // A value that hides from the reader must not be told to be there.
  const marks = seesRow && engine.decide(asker, category, narrowed, 'read', view, now).effect !== 'hide';
  return {
    marks,
    person: marks && reads('PERSON_STATUS', narrowed),
    subject: asker.subject.represents === profile.subject.represents,
    acts: (mission) => reads('LEGAL_ACT', registerHandling(mission)),
    status: (mission) => reads('LEGAL_STATUS', registerHandling(mission)),
  };
}
