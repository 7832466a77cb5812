import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph } from './compose-supergraph.js';
import { loadSubgraphs } from './subgraph.js';

/** Composes the committed SDL of all subgraphs into `supergraph.graphql`. */
export function writeSupergraph(root: string): void {
  writeFileSync(join(root, 'supergraph.graphql'), composeSupergraph(loadSubgraphs(root)));
}
