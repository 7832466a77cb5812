import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate, WithheldCode } from '@chancery/shared/vocabulary';
import { z } from 'zod';
import type { Alarm, HandlingRegistry } from './handling-registry.js';

/** What an answer tells of values that the subgraph withheld: the handlings by coordinate, and whether its facts were old. */
export const withheldSchema = z.object({
  withheld: z.record(z.string(), z.array(z.int())).optional(),
  stale: z.boolean().optional(),
  /** Until when all that it decided for the answer holds; told of events. */
  until: z.number().optional(),
});
export type ToldWithheld = z.infer<typeof withheldSchema>;

export interface WithholdingsOptions {
  /** The subgraph that labels a type; null for one that has no handling of its own. */
  readonly ownerOf: (typeName: string) => string | null;
  readonly handlings: HandlingRegistry;
  readonly alarm: Alarm;
}

/**
 * What the subgraphs of one request have withheld by their own decision. Each value is decided twice, here and where it is
 * kept, and neither decision can open what the other has closed.
 */
export class Withholdings {
  readonly #options: WithholdingsOptions;
  readonly #codes = new Map<string, Map<Handling, WithheldCode>>();
  readonly #alarmed = new Set<Coordinate>();
  #heldUntil: Instant = NEVER;

  constructor(options: WithholdingsOptions) {
    this.#options = options;
  }

  /** The earliest date by which one of them may decide otherwise. */
  get heldUntil(): Instant {
    return this.#heldUntil;
  }

  /** Takes over what one answer tells, after its handlings are known; of the subgraph's own types alone. */
  take(subgraph: string, { withheld = {}, stale = false, until = NEVER }: ToldWithheld): void {
    this.#heldUntil = Math.min(this.#heldUntil, until);
    const { ownerOf, handlings } = this.#options;
    for (const [coordinate, integers] of Object.entries(withheld)) {
      if (ownerOf(coordinate.slice(0, coordinate.indexOf('.'))) !== subgraph) continue;
      const codes = this.#codes.get(coordinate) ?? new Map<Handling, WithheldCode>();
      this.#codes.set(coordinate, codes);
      for (const integer of integers) {
        const handling = handlings.handlingOf(subgraph, integer);
        if (handling !== null) codes.set(handling, stale ? 'ACTS_STALE' : 'POLICY_ERROR');
      }
    }
  }

  /**
   * Why a value that the gateway would give is withheld after all; null when its subgraph gave it. The two decide by the
   * same policy, snapshot and time, so that they differ is for the operator to know.
   */
  overrule(coordinate: Coordinate, handling: Handling): WithheldCode | null {
    const code = this.#codes.get(coordinate)?.get(handling) ?? null;
    if (code !== null && !this.#alarmed.has(coordinate)) {
      this.#alarmed.add(coordinate);
      this.#options.alarm(`a subgraph withheld ${coordinate} where the gateway would not: ${code}`);
    }
    return code;
  }
}
