import { liftingReach } from '../mandatory/lifting-reach.js';
import { perObject } from '../per-object.js';
import { LIMITS, type MemoryLimits } from './limits.js';
import { RecordClasses } from './record-classes.js';

/** What the evaluations of one engine share. Everything in it follows from a snapshot or a handling, and from no profile. */
export class EngineMemory {
  #classes: RecordClasses;
  /** Law: what the acts of a snapshot reach follows from the snapshot. */
  readonly reachOf = perObject(liftingReach);

  constructor(readonly limits: MemoryLimits = LIMITS) {
    this.#classes = new RecordClasses(limits);
  }

  /** The generation of classes that an evaluation is opened with; it keeps it until it ends. */
  get classes(): RecordClasses {
    if (this.#classes.isFull) this.#classes = new RecordClasses(this.limits);
    return this.#classes;
  }
}
