// First: it sets the flag without which V8 can abort the process in WebAssembly.
import '../compile/cedar-wasm.js';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { InternalError } from '@chancery/shared/errors';
import { init, type Z3_ast, type Z3_context, type Z3_model, type Z3_parser_context, type Z3_solver } from 'z3-solver';

/** A solver that keeps what it was told, and is asked about statements without keeping them. */
export interface Solver {
  /** Declarations, definitions and assertions in SMT-LIB 2, a command each. */
  tell(commands: readonly string[]): void;
  /** Whether a statement can hold together with what was told. */
  check(statement: string): Promise<boolean>;
  /** One way in which a statement holds, whichever the solver finds; null when there is none. */
  find(statement: string, symbols: readonly string[]): Promise<ReadonlySet<string> | null>;
  /**
   * The least way in which a statement holds, in the order of the symbols: each is false wherever those before it let
   * it be. The same whichever way the solver finds first.
   */
  least(statement: string, symbols: readonly string[]): Promise<ReadonlySet<string> | null>;
  close(): Promise<void>;
}

type Z3Api = Awaited<ReturnType<typeof init>>;

const SAT = 1;
const UNSAT = -1;
const TURNS_MAX = 1000;

class Z3Solver implements Solver {
  readonly #z3: Z3Api['Z3'];
  readonly #em: Z3Api['em'];
  readonly #context: Z3_context;
  readonly #parser: Z3_parser_context;
  readonly #solver: Z3_solver;
  readonly #literals = new Map<string, Z3_ast>();

  constructor({ Z3, em }: Z3Api) {
    this.#z3 = Z3;
    this.#em = em;
    this.#context = Z3.mk_context(Z3.mk_config());
    this.#parser = Z3.mk_parser_context(this.#context);
    Z3.parser_context_inc_ref(this.#context, this.#parser);
    this.#solver = Z3.mk_simple_solver(this.#context);
    Z3.solver_inc_ref(this.#context, this.#solver);
  }

  tell(commands: readonly string[]): void {
    for (const each of commands) this.#assert(each);
  }

  check(statement: string): Promise<boolean> {
    return this.#within(statement, () => this.#isSat([]));
  }

  find(statement: string, symbols: readonly string[]): Promise<ReadonlySet<string> | null> {
    return this.#within(statement, async () => {
      if (!(await this.#isSat([]))) return null;
      const model = this.#model();
      return new Set(symbols.filter((symbol) => this.#holdsIn(model, this.#literalOf(symbol))));
    });
  }

  least(statement: string, symbols: readonly string[]): Promise<ReadonlySet<string> | null> {
    return this.#within(statement, async () => {
      if (!(await this.#isSat([]))) return null;
      let model = this.#model();
      const held = new Set<string>();
      for (const symbol of symbols) {
        const positive = this.#literalOf(symbol);
        const negative = this.#z3.mk_not(this.#context, positive);
        if (this.#holdsIn(model, positive)) {
          if (await this.#isSat([negative])) model = this.#model();
          else held.add(symbol);
        }
        this.#z3.solver_assert(this.#context, this.#solver, held.has(symbol) ? positive : negative);
      }
      return held;
    });
  }

  async close(): Promise<void> {
    // A thread that has just answered still says so; were it ended before that is heard, it might never end.
    for (let turn = 0; turn < TURNS_MAX && this.#threads().running.length > 0; turn += 1) await setImmediate();
    const { running, idle } = this.#threads();
    for (const each of [...running, ...idle]) each.unref();
    this.#em.PThread.terminateAllThreads();
  }

  /** z3 tells no types of its threads: Node's workers. */
  #threads(): { readonly running: readonly Worker[]; readonly idle: readonly Worker[] } {
    const { runningWorkers, unusedWorkers } = this.#em.PThread;
    return { running: [...runningWorkers], idle: [...unusedWorkers] };
  }

  /** Text goes in by a call that returns when it is read: z3's own asynchronous call reads it after its memory is reused. */
  #assert(text: string): void {
    const parsed = this.#z3.parser_context_from_string(this.#context, this.#parser, text);
    const code = this.#z3.get_error_code(this.#context);
    if (code !== 0) throw new InternalError('INTERNAL', `z3: ${this.#z3.get_error_msg(this.#context, code)}`);
    for (let index = 0; index < this.#z3.ast_vector_size(this.#context, parsed); index += 1) {
      const assertion = this.#z3.ast_vector_get(this.#context, parsed, index);
      this.#z3.solver_assert(this.#context, this.#solver, assertion);
    }
  }

  async #within<T>(statement: string, ask: () => Promise<T>): Promise<T> {
    this.#z3.solver_push(this.#context, this.#solver);
    try {
      this.#assert(`(assert ${statement})`);
      return await ask();
    } finally {
      this.#z3.solver_pop(this.#context, this.#solver, 1);
    }
  }

  async #isSat(assumptions: readonly Z3_ast[]): Promise<boolean> {
    const verdict = await this.#z3.solver_check_assumptions(this.#context, this.#solver, [...assumptions]);
    if (verdict === SAT) return true;
    if (verdict === UNSAT) return false;
    // `unknown` proves nothing either way.
    const reason = this.#z3.solver_get_reason_unknown(this.#context, this.#solver);
    throw new InternalError('INTERNAL', `z3 does not know: ${reason}`);
  }

  #model(): Z3_model {
    return this.#z3.solver_get_model(this.#context, this.#solver);
  }

  /** What a model leaves open is taken to be false, as it may be. */
  #holdsIn(model: Z3_model, literal: Z3_ast): boolean {
    const declared = this.#z3.get_app_decl(this.#context, this.#z3.to_app(this.#context, literal));
    const value = this.#z3.model_get_const_interp(this.#context, model, declared);
    return value !== null && this.#z3.get_bool_value(this.#context, value) === SAT;
  }

  #literalOf(symbol: string): Z3_ast {
    const known = this.#literals.get(symbol);
    if (known !== undefined) return known;
    // The bars are how SMT-LIB quotes a name; the name itself has none.
    const name = this.#z3.mk_string_symbol(this.#context, symbol.slice(1, -1));
    const literal = this.#z3.mk_const(this.#context, name, this.#z3.mk_bool_sort(this.#context));
    this.#literals.set(symbol, literal);
    return literal;
  }
}

/** Opens Z3. One a process: starting it costs a quarter of a second and a hundred megabytes. */
export async function openSolver(): Promise<Solver> {
  return new Z3Solver(await init());
}
