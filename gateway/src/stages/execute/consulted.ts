import type { AccessDecision } from '@chancery/ledger/entry';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Coordinate } from '@chancery/shared/vocabulary';
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
  #asked = 0;

  /** Counts a question. Throws in the caller's words beyond as many as one request may ask. */
  begin(): void {
    this.#asked += 1;
    if (this.#asked <= CONSULT.questionsMax) return;
    const extensions = { code: 'INPUT_INVALID' };
    throw new GraphQLError(`a request asks about at most ${CONSULT.questionsMax} values`, { extensions });
  }
}

/** Answers questions about what may be read, rather than reading it. */
export interface Consultations {
  explain(asking: Asking, question: ExplainArguments, consulted: Consulted): Promise<object | null>;
  canShare(asking: Asking, question: ShareArguments, consulted: Consulted): Promise<object | null>;
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
