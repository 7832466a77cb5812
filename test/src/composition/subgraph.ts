import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, parse } from 'graphql';

/** One SDL of the composition. */
export interface Subgraph {
  readonly name: string;
  /** Names the subgraph in the supergraph; where it is reached is the gateway's configuration. */
  readonly url: string;
  readonly document: DocumentNode;
  /** `sha256:` and hex digits of the SDL. */
  readonly digest: string;
}

const SERVICES = ['missions', 'incidents', 'intel', 'compliance'] as const;

/** Parses one SDL as the subgraph `name`. */
export function parseSubgraph(name: string, url: string, sdl: string): Subgraph {
  const digest = `sha256:${createHash('sha256').update(sdl).digest('hex')}`;
  return { name, url, document: parse(sdl, { noLocation: true }), digest };
}

/** Reads the committed SDL of every service and of the gateway itself. */
export function loadSubgraphs(root: string): Subgraph[] {
  const services = SERVICES.map((name) =>
    parseSubgraph(name, `http://${name}`, readFileSync(join(root, 'services', name, 'schema.graphql'), 'utf8')),
  );
  // The gateway answers its own fields in process; the address only says so to the planner.
  const gateway = parseSubgraph('gateway', 'local:gateway', readFileSync(join(root, 'gateway/schema.graphql'), 'utf8'));
  return [...services, gateway];
}
