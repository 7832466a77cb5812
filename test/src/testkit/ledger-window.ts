import { parseEntry } from '@chancery/ledger/parse-entry';
import type { TestDatabase } from '@chancery/shared/postgres/test-database';
import pg from 'pg';
import type { Answer } from '../e2e/answer.js';

/** An entry as tests read it, its digests resolved. */
export interface RecordedEntry {
  readonly kind: string;
  readonly actor: { readonly agency: string; readonly uid: string } | null;
  readonly api: { readonly operation: string | null; readonly trace: string };
  /** Coordinates of arguments and input fields that were given. */
  readonly asked: readonly string[];
  readonly basis: {
    readonly purpose: string | null;
    readonly acts: readonly string[];
    readonly stated?: string | undefined;
  };
  readonly obligations?: readonly unknown[] | undefined;
  readonly access: readonly {
    readonly coordinate: string;
    readonly handling: string | null;
    readonly count: number;
    readonly decision: string;
    readonly rules: readonly string[];
  }[];
}

/** Looks into the ledger's database as its reader, and shuts or opens it as the server's administrator. */
export class LedgerWindow {
  readonly #database: TestDatabase;
  #reader: pg.Client | null = null;

  constructor(database: TestDatabase) {
    this.#database = database;
  }

  /** Login of the role that may only read. */
  get readerUrl(): string {
    return this.#database.loaderUrl;
  }

  /** Where the entry of a receipt stands in the log of the gateways. */
  async indexOf(receipt: string): Promise<number> {
    const { rows } = await (await this.#read()).query<{ idx: number }>(
      `select idx::float8 as idx from audit_entry where log_id = 1 and leaf::jsonb ->> 'receipt' = $1`,
      [receipt],
    );
    if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} entries for receipt ${receipt}`);
    return rows[0].idx;
  }

  /** The stored bytes of the entry behind an answer's receipt. */
  async leafOf(answer: Answer): Promise<string> {
    const receipt = answer.body.extensions?.audit?.receipt;
    if (receipt === undefined) throw new Error(`no receipt in ${answer.text}`);
    const { rows } = await (await this.#read()).query<{ leaf: string }>(
      `select leaf from audit_entry where leaf::jsonb ->> 'receipt' = $1`,
      [receipt],
    );
    if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} entries for receipt ${receipt}`);
    return rows[0].leaf;
  }

  /** Receipts of all entries. */
  async receipts(): Promise<string[]> {
    const { rows } = await (await this.#read()).query<{ receipt: string }>(
      `select leaf::jsonb ->> 'receipt' as receipt from audit_entry`,
    );
    return rows.map(({ receipt }) => receipt);
  }

  /** The stored bytes of the entries of an operation, by its name, once there is one: for answers that nobody got. */
  async leavesOf(operation: string): Promise<string[]> {
    const reader = await this.#read();
    for (;;) {
      const { rows } = await reader.query<{ leaf: string }>(
        `select leaf from audit_entry where leaf::jsonb #>> '{api,operation}' = $1`,
        [operation],
      );
      if (rows.length > 0) return rows.map(({ leaf }) => leaf);
    }
  }

  async entryOf(answer: Answer): Promise<RecordedEntry> {
    const entry = parseEntry(await this.leafOf(answer));
    const { rows } = await (await this.#read()).query<{ digest: string; text: string }>(
      'select digest, text from audit_handling',
    );
    const texts = new Map(rows.map(({ digest, text }) => [digest, text]));
    const resolve = (digest: string | null): string | null => {
      if (digest === null) return null;
      const text = texts.get(digest);
      if (text === undefined) throw new Error(`handling ${digest} does not resolve`);
      return text;
    };
    const access = entry.access.map(([coordinate, digest, count, decision, rules]) => ({
      coordinate,
      handling: resolve(digest),
      count,
      decision,
      rules,
    }));
    return { ...entry, access, asked: await this.#askedBy(entry.api.asked) };
  }

  async #askedBy(digest: string | undefined): Promise<readonly string[]> {
    if (digest === undefined) return [];
    const { rows } = await (await this.#read()).query<{ text: string }>(
      'select text from audit_asked where digest = $1',
      [digest],
    );
    if (rows[0] === undefined) throw new Error(`what was asked by, ${digest}, does not resolve`);
    return rows[0].text.split(' ');
  }

  async closeDatabase(): Promise<void> {
    await this.close();
    await this.#administer([
      `alter database ${this.#database.database} with allow_connections false`,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${this.#database.database}'`,
    ]);
  }

  async openDatabase(): Promise<void> {
    await this.#administer([`alter database ${this.#database.database} with allow_connections true`]);
  }

  async close(): Promise<void> {
    await this.#reader?.end();
    this.#reader = null;
  }

  async #read(): Promise<pg.Client> {
    if (this.#reader) return this.#reader;
    const reader = new pg.Client(this.#database.loaderUrl);
    await reader.connect();
    this.#reader = reader;
    return reader;
  }

  async #administer(statements: readonly string[]): Promise<void> {
    const admin = new pg.Client(this.#database.adminUrl);
    await admin.connect();
    try {
      for (const statement of statements) await admin.query(statement);
    } finally {
      await admin.end();
    }
  }
}
