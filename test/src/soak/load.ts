import { setTimeout as pause } from 'node:timers/promises';
import type { MeasuredCase, Tokens } from '../deployment/cases.js';
import type { Client } from '../deployment/client.js';
import { judge, type Reply, type Verdict, type VerdictKind } from '../deployment/verdict.js';

/** What came of the requests of a round. */
export interface Tally {
  readonly tried: number;
  readonly kinds: Readonly<Record<VerdictKind, number>>;
  /** How often each code was told. */
  readonly codes: ReadonlyMap<string, number>;
  /** Receipts of all answers with data. */
  readonly receipts: readonly string[];
  /** What was wrong, as it came. */
  readonly wrongs: readonly WrongAnswer[];
}

export interface WrongAnswer {
  readonly why: string;
  readonly case: MeasuredCase;
  readonly text: string;
}

export interface LoadOptions {
  readonly cases: readonly MeasuredCase[];
  readonly client: Client;
  readonly tokens: Tokens;
  /** Requests at once. */
  readonly inFlight: number;
  /** What each waits before its next: a soak is no load test. */
  readonly thinkMs: number;
}

const AFTER_CUT_MS = 200;

/** Some callers who ask one case after the other, until they are stopped. */
export class Load {
  readonly #options: LoadOptions;
  readonly #counts: Record<VerdictKind, number> = { whole: 0, partial: 0, refused: 0, cut: 0, wrong: 0 };
  readonly #codes = new Map<string, number>();
  readonly #receipts: string[] = [];
  readonly #wrongs: WrongAnswer[] = [];
  readonly #running: Promise<void>[];
  #isStopping = false;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#running = Array.from({ length: options.inFlight }, (_, index) => this.#askOn(index));
  }

  /** Ends it, after the answers that are on their way. */
  async stop(): Promise<Tally> {
    this.#isStopping = true;
    await Promise.all(this.#running);
    return {
      tried: Object.values(this.#counts).reduce((sum, count) => sum + count, 0),
      kinds: this.#counts,
      codes: this.#codes,
      receipts: this.#receipts,
      wrongs: this.#wrongs,
    };
  }

  async #askOn(first: number): Promise<void> {
    const { cases, inFlight, thinkMs } = this.#options;
    // Each caller has its own stretch of the cases, so that all are asked before one is asked again.
    for (let at = first; !this.#isStopping; at += inFlight) {
      const measured = cases[at % cases.length];
      if (measured === undefined) return;
      const { kind } = await this.#askOnce(measured);
      await pause(kind === 'cut' ? AFTER_CUT_MS : thinkMs);
    }
  }

  async #askOnce(measured: MeasuredCase): Promise<Verdict> {
    const { client, tokens } = this.#options;
    const reply = await client.ask(tokens.question(measured)).catch((error: unknown) => String(error));
    const verdict: Verdict =
      typeof reply === 'string' ? { kind: 'wrong', receipt: null, says: [reply] } : judge(measured.reference, reply);
    this.#count(verdict, measured, typeof reply === 'string' ? null : reply);
    return verdict;
  }

  #count({ kind, receipt, says }: Verdict, measured: MeasuredCase, reply: Reply | null): void {
    this.#counts[kind] += 1;
    if (receipt !== null) this.#receipts.push(receipt);
    if (kind === 'wrong') this.#wrongs.push({ why: says.join(), case: measured, text: reply?.text ?? '' });
    else for (const code of says) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
  }
}
