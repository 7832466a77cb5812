import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  composeTestSupergraph,
  startTestSubgraph,
  type TestReply,
  type TestSubgraph,
  testSubgraphSchema,
  truthfully,
} from '@chancery/gateway/testkit/test-mesh';
import { startUnlabelledGateway } from '@chancery/gateway/testkit/unlabelled-gateway';

const FOLDER = fileURLToPath(new URL('../../federation/', import.meta.url));

export interface CaseSubgraph {
  readonly sdl: string;
  /** Fields of its root; `entity` answers a representation. */
  readonly root?: Readonly<Record<string, unknown>> & { entity?(representation: object): unknown };
  /** It refuses every request. */
  readonly isDead?: boolean;
}

export interface CaseAsk {
  readonly says: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** Of each error its path, or null where it has none, and its code; none when left out. */
  readonly errors?: readonly (readonly [readonly (string | number)[] | null, string])[];
}

/** One feature of federation: subgraphs of our own words, what is asked, what is answered, and what is sent for it. */
export interface FederationCase {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, CaseSubgraph>>;
  readonly asks: readonly CaseAsk[];
  /** By `says`: every request to a subgraph, in any order, for some run in parallel. */
  readonly requests: Readonly<Record<string, readonly string[]>>;
}

export async function readCases(): Promise<readonly FederationCase[]> {
  const names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  return Promise.all(
    names.map(async (name) => {
      const { subgraphs, asks } = await import(pathToFileURL(join(FOLDER, name, 'case.mjs')).href);
      return { name, subgraphs, asks, requests: JSON.parse(readFileSync(join(FOLDER, name, 'requests.json'), 'utf8')) };
    }),
  );
}

/** What came back, and what was sent for it. */
export interface CaseAnswer {
  readonly data: unknown;
  readonly errors: readonly (readonly [readonly (string | number)[] | null, string])[];
  readonly requests: readonly string[];
}

export interface RunningCase extends AsyncDisposable {
  ask(asked: CaseAsk): Promise<CaseAnswer>;
}

/** Starts a case on loopback: its subgraphs, and the gateway before what they compose to. */
export async function startCase({ subgraphs }: FederationCase): Promise<RunningCase> {
  const started = new Map<string, TestSubgraph>();
  for (const [name, subgraph] of Object.entries(subgraphs))
    started.set(name, await startTestSubgraph(replyOf(subgraph)));
  const sdls = Object.fromEntries(Object.entries(subgraphs).map(([name, { sdl }]) => [name, sdl]));
  const supergraphSdl = composeTestSupergraph(sdls, (name) => started.get(name)?.url ?? '');
  const gateway = await startUnlabelledGateway({ supergraphSdl, port: 0 });
  return {
    async ask({ query, variables }) {
      for (const { calls } of started.values()) calls.length = 0;
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, ...(variables ? { variables } : {}) }),
      });
      const { data = null, errors = [] } = (await response.json()) as { data?: unknown; errors?: readonly CaseError[] };
      return {
        data,
        errors: errors.map(({ path, extensions }) => [path ?? null, extensions.code]),
        requests: sentOf(started),
      };
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      for (const subgraph of started.values()) await subgraph[Symbol.asyncDispose]();
    },
  };
}

interface CaseError {
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}

function replyOf({ sdl, root = {}, isDead = false }: CaseSubgraph): TestReply {
  if (isDead) return async () => ({ status: 503, body: 'down' });
  const { entity, ...fields } = root;
  const _entities = ({ representations }: { representations: readonly object[] }) =>
    representations.map((representation) => entity?.(representation) ?? null);
  return truthfully(testSubgraphSchema(sdl), { ...fields, _entities });
}

const sentOf = (started: ReadonlyMap<string, TestSubgraph>): readonly string[] =>
  Array.from(started, ([name, { calls }]) =>
    calls.map(({ query, variables }) => {
      const sent = Object.keys(variables).length > 0 ? ` ${JSON.stringify(variables)}` : '';
      return `${name} ${query}${sent}`;
    }),
  ).flat();
