import type { AccessDecision } from '@chancery/ledger/entry';
import type { MarkedValue } from '@chancery/shared/clearance/banner';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Coordinate, Purpose } from '@chancery/shared/vocabulary';
import { GraphQLError } from 'graphql';
import type { Asking } from '../identify/identify.js';
import { CONSULT } from '../limit/limits.js';

/** A decision that a request asked about without reading the value, as it is recorded. */
export interface ConsultedItem {
  readonly coordinate: Coordinate;
  readonly handling: Handling | null;
  readonly label: Label | null;
  readonly letter: AccessDecision;
  readonly count: number;
  readonly rules: readonly string[];
  readonly acts: readonly string[];
}

/** What one execution was asked about records beside reading them: for the ledger, and for the banner over what tells of them. */
export class Consulted {
  readonly items: ConsultedItem[] = [];
  readonly records: string[] = [];
  /** Handlings of rows that the answer tells of. */
  readonly told: Handling[] = [];
  /** What such rows are marked with, where an answer tells of them otherwise. */
  readonly marked: MarkedValue[] = [];
  /** Whether any of those was made for exercises. */
  isExercise = false;
  #asked = 0;

  /** True when nothing was. */
  get isEmpty(): boolean {
    return this.items.length === 0 && this.records.length === 0;
  }

  /** Counts a question. Throws in the caller's words beyond as many as one request may ask. */
  begin(): void {
    this.#asked += 1;
    if (this.#asked <= CONSULT.questionsMax) return;
    const extensions = { code: 'INPUT_INVALID' };
    throw new GraphQLError(`a request asks at most ${CONSULT.questionsMax} such questions`, { extensions });
  }
}

/** Answers one kind of question; null where there is nothing to tell. */
export type Consultation<Arguments> = (
  asking: Asking,
  question: Arguments,
  consulted: Consulted,
) => Promise<object | null>;

/** Answers questions about what may be read, and about the ledger, rather than reading a record. */
export interface Consultations {
  readonly explain: Consultation<ExplainArguments>;
  readonly canShare: Consultation<ShareArguments>;
  readonly sight: Consultation<SightArguments>;
  readonly maySee: Consultation<MaySeeArguments>;
  readonly recordHistory: Consultation<HistoryArguments>;
  readonly receipt: Consultation<ReceiptArguments>;
  readonly namedPerson: Consultation<PersonArguments>;
}

export interface SightArguments {
  readonly id: string;
  readonly coordinate: string;
  readonly asOf?: string | null;
  readonly onlyOpen?: boolean | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface MaySeeArguments {
  readonly person: MaySeePerson;
  readonly coordinate: string;
  readonly asOf?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Of whom is asked what may be seen: a person of the own State by pseudonym, or somebody described of an agency. */
export interface MaySeePerson {
  readonly subject?: string | null;
  readonly agency?: string | null;
  readonly nationalities?: readonly string[] | null;
  readonly clearances?: readonly { readonly policy: string; readonly rank: number }[] | null;
  readonly compartments?: readonly string[] | null;
  readonly purpose?: Purpose | null;
  readonly caseId?: string | null;
}

export interface HistoryArguments {
  readonly id: string;
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface PersonArguments {
  readonly pseudonym: string;
  readonly issuer: string;
  readonly subjects: readonly string[];
}

export interface ReceiptArguments {
  readonly id: string;
}

export interface ExplainArguments {
  readonly id: string;
  readonly coordinate: string;
  readonly asOf?: string | null;
}

export interface ShareArguments {
  readonly id: string;
  readonly coordinate: string;
  readonly partner: string;
  readonly purpose: string;
}
