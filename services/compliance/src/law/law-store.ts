import type { Log } from '@chancery/shared/log';
import { parseActs, parseEachFact, parseFacts } from '@chancery/shared/snapshot/parse-snapshot';
import type { Act, Fact, Snapshot } from '@chancery/shared/snapshot/snapshot';
import { type LoaderClient, openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';
import { applyNotices } from './apply-notices.js';

/** Up to where acts and facts are known: each is a sum over all rows, which differs when any of them comes, goes or changes. */
export interface LawPosition {
  readonly acts: string;
  readonly facts: string;
}

/** What the law is made of, as it stands. */
export interface LawContent {
  readonly position: LawPosition;
  readonly acts: readonly Act[];
  /** Null where they are those of the position that was given. */
  readonly facts: readonly Fact[] | null;
}

/** The number of what has a digest. */
export type NumberOf = (digest: string) => number;

interface Numbered {
  readonly number: number;
  readonly digest: string;
}

const CONNECTIONS_MAX = 2;
/** Whoever draws a number holds this: of two that publish at once the later number has the later law. */
const LOCK = 'select pg_advisory_xact_lock(hashtext($1))';
const LOCK_NAME = 'chancery.snapshot';
const POSITION = `select
  (select concat(count(*), ' ', max(sequence)) from law_act) as acts,
  (select concat(count(*), ' ', max(sequence)) from law_fact) || ' ' ||
  (select concat(count(*), ' ', max(sequence)) from law_notice) as facts`;
const ACTS = 'select distinct on (id) act from law_act order by id, v desc';

/** The tables of the law, as the login reads them that sees no record. */
export class LawStore {
  readonly #pool: ReturnType<typeof openLoaderPool>;

  constructor(loaderUrl: string, log: Log) {
    this.#pool = openLoaderPool({ loaderUrl, max: CONNECTIONS_MAX, log, event: 'law' });
  }

  /** Where the law stands. */
  async position(): Promise<LawPosition> {
    return positionOf(this.#pool);
  }

  /** Reads the law and draws a number for it, while nobody else does either; `seal` asks for the number of what it makes of the content. */
  async publish(
    known: LawPosition | null,
    seal: (content: LawContent, numberOf: NumberOf) => Snapshot,
  ): Promise<Snapshot> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      await client.query(LOCK, [LOCK_NAME]);
      const content = await readContent(client, known);
      const last = await lastNumber(client);
      // The same content is not another snapshot: it was published before a restart, or by another process.
      const snapshot = seal(content, (digest) => (digest === last.digest ? last.number : last.number + 1));
      if (snapshot.number !== last.number) {
        const text = 'insert into snapshot_number (number, digest) values ($1, $2)';
        await client.query(text, [snapshot.number, snapshot.digest]);
      }
      await client.query('commit');
      return snapshot;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** Reads what stands, and draws no number. */
  async read(): Promise<Pick<Snapshot, 'number' | 'facts' | 'acts'>> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      const { acts, facts } = await readContent(client, null);
      const { number } = await lastNumber(client);
      await client.query('commit');
      return { number, facts: facts ?? [], acts };
    } finally {
      client.release();
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

async function positionOf(client: Pick<LoaderClient, 'query'>): Promise<LawPosition> {
  const { rows } = await client.query<LawPosition>(POSITION);
  return { acts: rows[0]?.acts ?? '', facts: rows[0]?.facts ?? '' };
}

async function readContent(client: LoaderClient, known: LawPosition | null): Promise<LawContent> {
  const position = await positionOf(client);
  const { rows: acts } = await client.query<{ act: unknown }>(ACTS);
  const isKnown = known !== null && known.facts === position.facts;
  const facts = isKnown ? null : await readFacts(client);
  return {
    position,
    acts: parseActs(
      acts.map(({ act }) => act),
      new Map(),
    ),
    facts,
  };
}

async function readFacts(client: LoaderClient): Promise<readonly Fact[]> {
  const seeded = await client.query<{ fact: unknown }>('select fact from law_fact');
  const noticed = await client.query<{ fact: unknown }>('select fact from law_notice order by sequence');
  const factsIn = (rows: readonly { fact: unknown }[]): readonly Fact[] => parseEachFact(rows.map(({ fact }) => fact));
  // Together they must not contradict each other; a notice alone may contradict an earlier one, which it replaces.
  return parseFacts(applyNotices(factsIn(seeded.rows), factsIn(noticed.rows)));
}

async function lastNumber(client: LoaderClient): Promise<Numbered> {
  const text = 'select number::int, digest from snapshot_number order by number desc limit 1';
  const { rows } = await client.query<Numbered>(text);
  return rows[0] ?? { number: 0, digest: '' };
}
