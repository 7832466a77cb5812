/** Why a composition is refused: where, and what is wrong there. */
export interface Problem {
  /** Null when it concerns what the subgraphs say together. */
  readonly subgraph: string | null;
  /** `Type`, `Type.field`, `Type.field(argument:)` or the like. */
  readonly place: string;
  readonly rule: string;
}

/** One line for a person. */
export function printProblem({ subgraph, place, rule }: Problem): string {
  return `${subgraph ?? 'supergraph'}: ${place}: ${rule}`;
}
