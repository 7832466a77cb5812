// First: it sets the flag without which V8 can abort the process in WebAssembly.
import '../compile/cedar-wasm.js';
import { setImmediate } from 'node:timers/promises';
import { InternalError } from '@chancery/shared/errors';
import { init, type Z3_ast, type Z3_model, type Z3_solver } from 'z3-solver';

/** A solver that keeps what it was told, and is asked about statements without keeping them. */
export interface Solver {
  /** Declarations, definitions and assertions in SMT-LIB 2, a command each. */
  tell(commands: readonly string[]): void;
  /** Whether a statement can hold together with what was told. */
  check(statement: string): Promise<boolean>;
  /**
   * The least way in which a statement holds, in the order of the symbols: each is false wherever those before it let
   * it be. The same whichever way the solver finds first. Null when there is none.
   */
  least(statement: string, symbols: readonly string[]): Promise<ReadonlySet<string> | null>;
  close(): Promise<void>;
}

const SAT = 1;
const UNSAT = -1;

/** Opens Z3. One a process: starting it costs a quarter of a second and a hundred megabytes. */
export async function openSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const context = Z3.mk_context(Z3.mk_config());
  const parser = Z3.mk_parser_context(context);
  Z3.parser_context_inc_ref(context, parser);
  const solver: Z3_solver = Z3.mk_simple_solver(context);
  Z3.solver_inc_ref(context, solver);

  // Text goes in by calls that return when it is read: z3's own asynchronous call reads it after its memory is reused.
  const read = (text: string): readonly Z3_ast[] => {
    const parsed = Z3.parser_context_from_string(context, parser, text);
    const code = Z3.get_error_code(context);
    if (code !== 0) throw new InternalError('INTERNAL', `z3: ${Z3.get_error_msg(context, code)}`);
    return Array.from({ length: Z3.ast_vector_size(context, parsed) }, (_, index) => {
      return Z3.ast_vector_get(context, parsed, index);
    });
  };
  const assert = (text: string): void => {
    for (const each of read(text)) Z3.solver_assert(context, solver, each);
  };
  const isSat = async (assumptions: readonly Z3_ast[]): Promise<boolean> => {
    const verdict = await Z3.solver_check_assumptions(context, solver, [...assumptions]);
    if (verdict === SAT) return true;
    if (verdict === UNSAT) return false;
    // `unknown` proves nothing either way.
    throw new InternalError('INTERNAL', `z3 does not know: ${Z3.solver_get_reason_unknown(context, solver)}`);
  };
  const within = async <T>(statement: string, ask: () => Promise<T>): Promise<T> => {
    Z3.solver_push(context, solver);
    try {
      assert(`(assert ${statement})`);
      return await ask();
    } finally {
      Z3.solver_pop(context, solver, 1);
    }
  };
  const bool = Z3.mk_bool_sort(context);
  const literals = new Map<string, Z3_ast>();
  // The bars are how SMT-LIB quotes a name; the name itself has none.
  const literalOf = (symbol: string): Z3_ast => {
    const known = literals.get(symbol) ?? Z3.mk_const(context, Z3.mk_string_symbol(context, symbol.slice(1, -1)), bool);
    literals.set(symbol, known);
    return known;
  };

  /** What a model leaves open is taken to be false, as it may be. */
  const holdsIn = (model: Z3_model, literal: Z3_ast): boolean => {
    const declared = Z3.get_app_decl(context, Z3.to_app(context, literal));
    const value = Z3.model_get_const_interp(context, model, declared);
    return value !== null && Z3.get_bool_value(context, value) === SAT;
  };

  return {
    tell: (commands) => {
      for (const each of commands) assert(each);
    },
    check: (statement) => within(statement, () => isSat([])),
    least: (statement, symbols) =>
      within(statement, async () => {
        if (!(await isSat([]))) return null;
        let model = Z3.solver_get_model(context, solver);
        const held = new Set<string>();
        for (const symbol of symbols) {
          const positive = literalOf(symbol);
          const negative = Z3.mk_not(context, positive);
          if (holdsIn(model, positive)) {
            if (await isSat([negative])) model = Z3.solver_get_model(context, solver);
            else held.add(symbol);
          }
          Z3.solver_assert(context, solver, held.has(symbol) ? positive : negative);
        }
        return held;
      }),
    close: async () => {
      // A thread that has just answered still says so; were it ended before that is heard, z3 would complain on stderr.
      await setImmediate();
      em.PThread.terminateAllThreads();
    },
  };
}
