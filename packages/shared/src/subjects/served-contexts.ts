import type { Instant } from '../clock.js';
import { ClientError } from '../errors.js';
import type { SignedContext } from './signed-context.js';

const SERVED_MAX = 100_000;

/**
 * Contexts that have served, as long as they are valid: each serves once, so that who reads a call cannot make it again
 * past the ledger. When there are more than it remembers, no other is taken: to forget one would let it serve twice.
 */
export class ServedContexts {
  /** By the second in which they end. */
  readonly #byEnd = new Map<number, Set<string>>();
  readonly #max: number;

  constructor(max = SERVED_MAX) {
    this.#max = max;
  }

  /** How many are remembered. */
  get size(): number {
    return [...this.#byEnd.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Takes a verified context; refuses it the second time. */
  serve({ jti, exp }: Pick<SignedContext, 'jti' | 'exp'>, now: Instant): void {
    for (const end of this.#byEnd.keys()) if (now >= end * 1000) this.#byEnd.delete(end);
    for (const served of this.#byEnd.values()) if (served.has(jti)) refuse('context has served');
    if (this.size >= this.#max) refuse('too many contexts at once');
    const served = this.#byEnd.get(exp);
    if (served === undefined) this.#byEnd.set(exp, new Set([jti]));
    else served.add(jti);
  }
}

function refuse(message: string): never {
  throw new ClientError('CONTEXT_INVALID', message);
}
