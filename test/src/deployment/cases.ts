import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupergraph } from '@chancery/gateway/schema/load-supergraph';
import type { RandomSource } from '@chancery/policy/testkit/random';
import { DateTime, LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { getOperationAST, parse } from 'graphql';
import type { Client, Question } from './client.js';
import { CHECKOUT } from './deployment.js';
import { type KnownValues, RandomDocuments } from './documents.js';
import { type Reference, referenceOf } from './verdict.js';

/** A persona with one of its purposes, and what it asks. */
export interface Case {
  readonly persona: string;
  readonly purpose: string;
  readonly document: string;
}

/** A case and what a quiet system answered. */
export interface MeasuredCase extends Case {
  readonly reference: Reference;
}

/** Far below what a token lives, so that none ends on its way. */
const MINTED_FOR_MS = 600_000;
const ASKERS: readonly Pick<Case, 'persona' | 'purpose'>[] = PERSONAS.flatMap(({ id, purposes }) =>
  purposes.map((purpose) => ({ persona: id, purpose })),
);

/** The documents of docs/examples that ask and change nothing, in the order of their names. */
export function exampleDocuments(): readonly string[] {
  const folder = join(CHECKOUT, 'docs/examples');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => getOperationAST(parse(text))?.operation === 'query');
}

/** Records that were seen, by the prefix of their ids. */
export type SeenIds = Readonly<Record<'mis' | 'inc' | 'wrn', readonly string[]>>;

/** Values that a random document may hold: records, cities and States that there are, and some that nothing has. */
export function knownValues({ mis, inc, wrn }: SeenIds): KnownValues {
  const posts = ['mis_0000000000000000', ...mis] as const;
  const incidents = ['inc_0000000000000000', ...inc] as const;
  const warnings = ['wrn_0000000000000000', ...wrn] as const;
  const records = [...posts, ...mis, ...inc, ...wrn] as const;
  const wikidata = ['Q1', 'Q875787', 'Q470042', 'Q3774656', 'Q464510'] as const;
  return {
    'Query.mission.id': posts,
    'Query.node.id': records,
    'Query.nodes.ids': records,
    'Query.incident.id': incidents,
    'Query.warning.id': warnings,
    'Query.rule.id': ['VCDR-22-1', 'VCDR-24', 'VCCR-31-2', 'CHY-DENY', 'LABEL', 'nothing'],
    'Query.missionByWikidataId.wikidataId': wikidata,
    'MissionFilter.id': posts,
    'MissionFilter.wikidataId': wikidata,
    'MissionFilter.city': ['Berlin', 'Munich', 'London', 'nowhere'],
    'IncidentFilter.id': incidents,
    'IncidentFilter.mission': posts,
    'WarningFilter.id': warnings,
    'WarningFilter.missions': posts,
    ID: ['nothing'],
    String: ['W-0007', 'Mitte', 'nothing'],
    StateCode: ['USA', 'DEU', 'GBR', 'CHE', 'FRA', 'TUR'],
    LocalDate: ['1979-11-04', '2012-09-11', '2022-11-16', '2040-01-01'],
    DateTime: ['2024-01-01T00:00:00Z', '2040-01-01T00:00:00Z'],
  };
}

/** So many cases: every example asked by somebody, the rest random documents. */
export function chooseCases(count: number, ids: SeenIds, random: RandomSource): readonly Case[] {
  const sdl = readFileSync(join(CHECKOUT, 'supergraph.graphql'), 'utf8');
  const { consumerSchema } = loadSupergraph(sdl, [DateTime, LocalDate, StateCode]);
  const documents = new RandomDocuments(consumerSchema, knownValues(ids), random);
  const examples = exampleDocuments();
  return Array.from({ length: count }, (_, index) => ({
    ...pickAsker(random),
    document: examples[index] ?? documents.next(),
  }));
}

function pickAsker(random: RandomSource): Pick<Case, 'persona' | 'purpose'> {
  const [first, ...others] = ASKERS;
  if (first === undefined) throw new Error('there are no personas');
  return random.pick([first, ...others]);
}

/** Makes questions of cases: tokens of the demonstration’s issuer, a new one now and then. */
export class Tokens {
  readonly #issuer: ReturnType<typeof openDevelopmentIssuer>;
  readonly #minted = new Map<string, { readonly token: string; readonly at: number }>();

  constructor(data: string) {
    this.#issuer = openDevelopmentIssuer(data);
  }

  question({ persona, purpose, document }: Case): Question {
    const now = Date.now();
    const known = this.#minted.get(persona);
    if (known !== undefined && now - known.at < MINTED_FOR_MS) return { token: known.token, purpose, document };
    const token = this.#issuer.mint(persona, { now });
    this.#minted.set(persona, { token, at: now });
    return { token, purpose, document };
  }
}

const IDS = `{
  missions(first: 8) { edges { node { id } } }
  incidents(first: 8) { edges { node { id } } }
  warnings(first: 8) { edges { node { id } } }
}`;

/** Ids of some records, as one who sees much is told them. */
export async function seenIds(client: Client, tokens: Tokens): Promise<SeenIds> {
  const asker = { persona: 'usa.diplomatic-security', purpose: 'THREAT_PREVENTION', document: IDS };
  const { text } = await client.ask(tokens.question(asker));
  const idsOf = (prefix: string): readonly string[] => {
    const ids = [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id).filter((id) => id.startsWith(prefix));
    if (ids.length === 0) throw new Error(`no id with \`${prefix}\`: ${text.slice(0, 300)}`);
    return ids;
  };
  return { mis: idsOf('mis_'), inc: idsOf('inc_'), wrn: idsOf('wrn_') };
}

/** Asks each case twice, one after the other, and keeps those that are answered whole and alike. */
export async function takeReferences(
  cases: readonly Case[],
  client: Client,
  tokens: Tokens,
): Promise<readonly MeasuredCase[]> {
  const measured: MeasuredCase[] = [];
  for (const each of cases) {
    const reference = referenceOf(await client.ask(tokens.question(each)));
    const again = referenceOf(await client.ask(tokens.question(each)));
    if (reference === null || again === null) continue;
    if (/"(POLICY_ERROR|ACTS_STALE)"/.test(reference.text)) {
      throw new Error(`a quiet system does not know what to decide for ${each.persona}: ${each.document}`);
    }
    if (JSON.stringify(reference) === JSON.stringify(again)) measured.push({ ...each, reference });
    else throw new Error(`a quiet system answers ${each.persona} in two ways: ${each.document}`);
  }
  return measured;
}
