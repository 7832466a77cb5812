import { InternalError } from '@chancery/shared/errors';
import type pg from 'pg';

/** Reads the fields of one row, in their order; what it gives of bytes is the memory in which they came. */
export interface RowFields {
  /** Memory of the whole message, which nobody else reads any more. */
  readonly bytes: Buffer;
  /** A whole number of eight bytes. */
  integer(): number;
  /** Goes to the next field and gives its length; 0 where there is no value. Where it begins is `at`. */
  enter(): number;
  /** Where the field begins that was entered last. */
  readonly at: number;
}

// What COPY says in binary form: a header before the first row, then for each row the number of its fields and each with its length before it.
const SIGNATURE = 'PGCOPY\n\xff\r\n\0';
const HEADER_BYTES = SIGNATURE.length + 4;
const LENGTH_BYTES = 4;
const COUNT_BYTES = 2;
const NO_MORE_ROWS = -1;
const HIGH = 2 ** 32;

/**
 * Asks for rows as bytes and gives each as it comes, while the server makes the next: `pg` itself makes a text of every value, which a
 * verifier would have to write out again before it could hash it.
 */
export function copyRows(client: pg.Client, select: string, take: (row: RowFields) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(`copy (${select}) to stdout (format binary)`, take, { resolve, reject }));
  });
}

/** What of the connection is used of it. */
interface Connection {
  query(text: string): void;
}

interface Done {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A query in the terms of `pg`, which calls it with what the server says. */
class CopyOut {
  readonly #text: string;
  readonly #take: (row: RowFields) => void;
  readonly #done: Done;
  readonly #row = new BinaryRow();
  #isBegun = false;
  #failure: unknown = null;

  constructor(text: string, take: (row: RowFields) => void, done: Done) {
    this.#text = text;
    this.#take = take;
    this.#done = done;
  }

  submit(connection: unknown): void {
    (connection as Connection).query(this.#text);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // After the first failure nothing of the rest counts; thrown here, it would end the process.
    if (this.#failure !== null) return;
    try {
      if (this.#row.begin(chunk, this.#isBegun ? 0 : headerOf(chunk))) this.#take(this.#row);
      this.#isBegun = true;
    } catch (error) {
      this.#failure = error;
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#failure === null) this.#done.resolve();
    else this.#done.reject(this.#failure);
  }

  handleError(error: unknown): void {
    this.#done.reject(error);
  }
}

function headerOf(chunk: Buffer): number {
  if (chunk.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) {
    throw new InternalError('INTERNAL', 'the database gave rows in no binary form');
  }
  return HEADER_BYTES + LENGTH_BYTES + chunk.readInt32BE(HEADER_BYTES);
}

/** One for all rows: it is moved to each. */
class BinaryRow implements RowFields {
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  #next = 0;

  /** Whether there is a row, and not the end of all. */
  begin(bytes: Buffer, at: number): boolean {
    this.bytes = bytes;
    this.#next = at + COUNT_BYTES;
    return bytes.readInt16BE(at) !== NO_MORE_ROWS;
  }

  integer(): number {
    this.enter();
    return this.bytes.readInt32BE(this.at) * HIGH + this.bytes.readUInt32BE(this.at + LENGTH_BYTES);
  }

  enter(): number {
    const length = Math.max(0, this.bytes.readInt32BE(this.#next));
    this.at = this.#next + LENGTH_BYTES;
    this.#next = this.at + length;
    return length;
  }
}
