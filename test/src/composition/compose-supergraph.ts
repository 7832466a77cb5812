import { composeServices } from '@theguild/federation-composition';
import { parse, print } from 'graphql';
import { checkAgreement } from './check-agreement.js';
import { checkCategories, checkFilters } from './check-categories.js';
import { checkCommands } from './check-commands.js';
import { checkHandling } from './check-handling.js';
import { checkNullability } from './check-nullability.js';
import { checkSubscriptions } from './check-subscriptions.js';
import { checkConsumerSchema, checkSupergraph } from './check-supergraph.js';
import { type Problem, printProblem } from './problem.js';
import type { Subgraph } from './subgraph.js';

/** A composition that is refused, with everything that is wrong with it. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';

  constructor(readonly problems: readonly Problem[]) {
    super(['composition refused', ...problems.map(printProblem)].join('\n'));
  }
}

const CHECKS = [
  checkCategories,
  checkFilters,
  checkCommands,
  checkHandling,
  checkNullability,
  checkAgreement,
  checkSubscriptions,
] as const;

/** Every problem of the subgraphs as they stand, before any composer sees them. */
export function checkSubgraphs(subgraphs: readonly Subgraph[]): Problem[] {
  return CHECKS.flatMap((check) => check(subgraphs));
}

/** Checks, composes and checks again; the text is a function of the subgraphs alone. */
export function composeSupergraph(subgraphs: readonly Subgraph[]): string {
  refuse(checkSubgraphs(subgraphs));

  const composed = composeServices(subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document })));
  refuse((composed.errors ?? []).map((error) => ({ subgraph: null, place: 'composer', rule: error.message })));

  const supergraph = parse(composed.supergraphSdl ?? '');
  refuse([...checkSupergraph(subgraphs, supergraph), ...checkConsumerSchema(supergraph)]);
  return `${headOf(subgraphs)}\n${print(supergraph)}\n`;
}

/** Which schema of each subgraph this was made of: the gateway says so in every call, and a subgraph with another refuses. */
function headOf(subgraphs: readonly Subgraph[]): string {
  const names = subgraphs.map(({ name, digest }) => `# ${name} ${digest}`);
  return ['# Composed by scripts/compose.mjs of these schemas.', ...names.sort(), ''].join('\n');
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new CompositionError(problems);
}
