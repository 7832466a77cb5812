import { ClientError, InternalError } from '@chancery/shared/errors';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { ADMISSION } from '../limit/limits.js';
import { Room } from './room.js';

/** What waits to be recorded. */
export interface Waiting {
  readonly entries: number;
  readonly bytes: number;
}

export interface AdmissionOptions {
  readonly limits: { readonly [K in keyof typeof ADMISSION]: number };
  readonly ledger: { waiting(): Waiting; healthy(): boolean };
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** What is admitted, in the words of a refusal. */
  readonly what?: string;
}

/** Gives back the place of a request, once. */
export type Leave = () => void;

/**
 * Admits requests before any work is done for them: so many at once of a subject, of an agency and of all together, and none that
 * could not be recorded. Who is not admitted is told so; nobody waits in a line where its answer would grow old.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #bySubject = new Map<string, number>();
  readonly #byAgency = new Map<string, number>();
  readonly #room: Room;
  #all = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    const { allMax: most, allLeast: least, slowMs } = options.limits;
    this.#room = new Room({ most, least, slowMs, now: options.now });
  }

  /** Begins to measure an answer; what it gives is called when the answer is whole. */
  measure(): () => void {
    const begunAt = this.#options.now();
    return () => this.#room.answeredIn(this.#options.now() - begunAt);
  }

  /** Throws RATE_EXCEEDED, OVERLOADED or AUDIT_UNAVAILABLE. */
  enter({ id, agency }: Pick<Subject, 'id' | 'agency'>): Leave {
    const { limits, what = 'requests' } = this.#options;
    const { subjectMax, agencyMax, allMax } = limits;
    const subject = `${agency} ${id}`;
    // One's own excess first: it is told as such, however busy the others are.
    if (countOf(this.#bySubject, subject) >= subjectMax) {
      throw new ClientError('RATE_EXCEEDED', `more than ${subjectMax} ${what} at once of one subject`);
    }
    if (countOf(this.#byAgency, agency) >= agencyMax) {
      throw new ClientError('RATE_EXCEEDED', `more than ${agencyMax} ${what} at once of one agency`);
    }
    if (this.#all >= allMax || (this.#all >= this.#room.limit && !this.#isWithinShare(agency))) {
      throw new InternalError('OVERLOADED', `${this.#all} ${what} are being answered`);
    }
    this.#assertRecordable();
    this.#add(subject, agency, 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.#add(subject, agency, -1);
      isHeld = false;
    };
  }

  /** Whoever made the room small by asking for much keeps nobody out who asks for little. */
  #isWithinShare(agency: string): boolean {
    const agencies = this.#byAgency.size + (this.#byAgency.has(agency) ? 0 : 1);
    return countOf(this.#byAgency, agency) < Math.floor(this.#room.limit / agencies);
  }

  #assertRecordable(): void {
    const { ledger, limits } = this.#options;
    if (!ledger.healthy()) throw new InternalError('AUDIT_UNAVAILABLE', 'the ledger is down');
    const { entries, bytes } = ledger.waiting();
    if (entries > limits.ledgerEntriesMax || bytes > limits.ledgerBytesMax) {
      throw new InternalError('OVERLOADED', `${entries} entries of ${bytes} bytes wait for the ledger`);
    }
  }

  #add(subject: string, agency: string, difference: 1 | -1): void {
    this.#all += difference;
    change(this.#bySubject, subject, difference);
    change(this.#byAgency, agency, difference);
  }
}

const countOf = (counts: ReadonlyMap<string, number>, key: string): number => counts.get(key) ?? 0;

/** Nobody is remembered who has nothing in flight: subjects come without end. */
function change(counts: Map<string, number>, key: string, difference: number): void {
  const count = countOf(counts, key) + difference;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
