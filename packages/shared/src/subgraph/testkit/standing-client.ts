import type { Profile } from '../../subjects/subject.js';
import type { NamedTerms } from '../aggregate/filter-of-terms.js';
import type { WatchedKind } from '../aggregate/watched-kind.js';
import { WATCHLIST } from '../links/published-types.js';
import type { SignedClient } from './signed-client.js';

const QUESTION = `srq_${'3'.repeat(26)}`;

/** Asks a service as the gateway does what meets a question that another service keeps, and says what it read of its terms. */
export class StandingClient {
  constructor(
    readonly client: SignedClient,
    readonly kinds: readonly WatchedKind[],
  ) {}

  /** Ids of what meets the terms, by kind; undefined terms are not told at all. */
  async matching(
    terms: NamedTerms | null | undefined,
    profile: Profile,
  ): Promise<readonly { readonly kind: string; readonly total: number | null; readonly ids: readonly string[] }[]> {
    const fields = this.kinds.map(({ many }) => `${many}(first: 500) { totalCount edges { node { id } } }`);
    const entity = await this.#entity(fields, terms, (text, of) => this.client.query(profile, text, of));
    return this.kinds.map(({ one, many }) => {
      const page = entity[many] as { totalCount: number | null; edges: { node: { id: string } }[] } | null;
      return { kind: one, total: page?.totalCount ?? null, ids: (page?.edges ?? []).map(({ node }) => node.id).sort() };
    });
  }

  /** What the gateway asks for itself: of all, or of the record of an event; by kind. */
  async now(terms: NamedTerms | null, event: string, profile: Profile): Promise<readonly (readonly string[])[]> {
    const fields = this.kinds.map(({ one }) => `${one}MatchedNow { ids until }`);
    const entity = await this.#entity(fields, terms, (text, of) => this.client.forEvent(profile, text, of, event));
    return this.kinds.map(({ one }) => [...(entity[`${one}MatchedNow`] as { ids: string[] }).ids].sort());
  }

  async #entity(
    fields: readonly string[],
    terms: NamedTerms | null | undefined,
    ask: (text: string, of: Record<string, unknown>) => ReturnType<SignedClient['query']>,
  ): Promise<Record<string, unknown>> {
    const told = terms === undefined ? {} : { [WATCHLIST.terms.field]: terms === null ? null : JSON.stringify(terms) };
    const { data, errors } = await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${WATCHLIST.type} { ${fields.join(' ')} } } }`,
      { of: [{ __typename: WATCHLIST.type, id: QUESTION, ...told }] },
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const [entity = {}] = (data as { _entities: Record<string, unknown>[] })._entities;
    return entity;
  }
}
