import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import { STANDING_TEXTS } from '@chancery/policy/standing-citations';
import { buildASTSchema, execute, Kind, parse } from 'graphql';
import type { Asking } from '../identify/identify.js';
import { nodeOf, nodesOf } from './nodes.js';

/** Answers the gateway's own part of the schema in process: planned, projected and recorded like any other. */
export type LocalSubgraph = (asking: Asking, text: string, variables: Record<string, unknown>) => Promise<unknown>;

/** `sdl` is the gateway's own SDL as it was composed. */
export function createLocalSubgraph(sdl: string): LocalSubgraph {
  const document = parse(sdl, { noLocation: true });
  const schema = buildASTSchema(
    {
      ...document,
      definitions: document.definitions.filter((definition) => definition.kind !== Kind.SCHEMA_EXTENSION),
    },
    // Composition has validated it; the federation directives are not defined in this file.
    { assumeValidSDL: true },
  );
  return async (asking, text, variables) =>
    execute({
      schema,
      document: parse(text),
      variableValues: variables,
      rootValue: { viewer: viewerOf(asking), rule: ruleOf, node: nodeOf, nodes: nodesOf },
    });
}

/** Every id that an answer can cite. */
const CITABLE = { ...RULE_TEXTS, ...STANDING_TEXTS };

function ruleOf({ id }: { readonly id: string }): object | null {
  return Object.hasOwn(CITABLE, id) ? { id, ...CITABLE[id] } : null;
}

function viewerOf({ profile, token }: Asking) {
  const { subject } = profile;
  return {
    represents: subject.represents,
    agency: subject.agency,
    agencyKind: subject.kind,
    purpose: profile.purpose,
    purposes: token.purposes,
    caseId: profile.caseId,
    clipped: token.clipped,
    clearances: subject.clearances.map(({ policy, rank }) => ({ policy, rank })),
  };
}
