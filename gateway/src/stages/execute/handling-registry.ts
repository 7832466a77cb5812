import { type HandlingNumber, isHandlingNumber } from '@chancery/shared/brands';
import { InternalError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';

export type Alarm = (message: string) => void;

/**
 * What each subgraph's handling integers mean. An integer means one text for ever: a subgraph that changes its mind could
 * re-label records that were already decided, so its answer is refused and the operator is told.
 */
export class HandlingRegistry {
  readonly #known = new Map<string, Map<HandlingNumber, Handling | null>>();
  readonly #texts = new Map<string, Map<HandlingNumber, string>>();

  constructor(readonly alarm: Alarm) {}

  /** Takes over `extensions.handlings` of a subgraph's answer. Throws when it contradicts an earlier one. */
  learn(subgraph: string, handlings: unknown): void {
    if (typeof handlings !== 'object' || handlings === null || Array.isArray(handlings)) return;
    const texts = this.#of(this.#texts, subgraph);
    const sent = handlings as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(sent)) {
      const [integer, text] = [Number(key), sent[key]];
      // `Number('')` is 0: only an integer's own text names it.
      if (!isHandlingNumber(integer) || String(integer) !== key || typeof text !== 'string') continue;
      const known = texts.get(integer);
      if (known === text) continue;
      if (known !== undefined) this.#contradiction(subgraph, integer);
      texts.set(integer, text);
      this.#of(this.#known, subgraph).set(integer, this.#parse(subgraph, integer, text));
    }
  }

  /** Null when the integer is missing, unknown, or its text does not parse: the object is then denied. */
  handlingOf(subgraph: string, integer: unknown): Handling | null {
    if (!isHandlingNumber(integer)) return null;
    return this.#known.get(subgraph)?.get(integer) ?? null;
  }

  #contradiction(subgraph: string, integer: number): never {
    const message = `subgraph ${subgraph} changed the text of handling ${integer}`;
    this.alarm(message);
    throw new InternalError('SUBGRAPH_UNREACHABLE', message);
  }

  #parse(subgraph: string, integer: number, text: string): Handling | null {
    try {
      return parseHandling(text);
    } catch {
      this.alarm(`subgraph ${subgraph} sent a handling ${integer} that does not parse`);
      return null;
    }
  }

  #of<V>(maps: Map<string, Map<HandlingNumber, V>>, subgraph: string): Map<HandlingNumber, V> {
    const known = maps.get(subgraph);
    if (known) return known;
    const made = new Map<HandlingNumber, V>();
    maps.set(subgraph, made);
    return made;
  }
}
