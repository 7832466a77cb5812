import type { AnswerText } from '@chancery/ledger/said/commit-answer';
import type { Receipt } from '@chancery/shared/brands';
import { ClientError, InternalError } from '@chancery/shared/errors';
import { askAgain } from '../ask-again.js';
import { type ExportedPage, exportPage } from '../export.js';
import type { Querying } from '../query.js';
import type { Slots } from '../stages/execute/slots.js';
import type { Asking, Identifying } from '../stages/identify/identify.js';
import { EXPORTS } from '../stages/limit/export-limits.js';
import type { Reading, ReadRequest } from '../stages/read/read-operation.js';
import type { LineSink } from '../stages/receive/line-stream.js';
import type { GatewayRequest } from '../stages/receive/request.js';
import { executing } from '../stages/record/outcome.js';
import { type Recording, record } from '../stages/record/record.js';
import { extensionsOf, printAnswer } from '../stages/respond/print-answer.js';
import { lineOf, ToldSoFar } from './export-lines.js';
import type { PageDocument } from './page-document.js';

/** What an export works with. */
export interface Exporting extends Identifying, Reading, Querying, Recording {}

/** What one export is made of. */
export interface ExportParts {
  readonly request: GatewayRequest;
  readonly read: ReadRequest;
  readonly document: PageDocument;
  readonly gateway: Exporting;
  /** Places for pages that are read at once, of all exports. */
  readonly slots: Slots;
  /** Whether the gateway is being stopped. */
  isEnding(): boolean;
  /** Answers a failure, once it is recorded where it is to be. */
  failed(error: unknown, asking: Asking): Promise<string>;
}

/** A page with the entry that it stands in. */
export interface RecordedPage extends ExportedPage {
  readonly receipt: Receipt;
  /** What the entry commits to: of a page the lines of its rows and what is told beside, its banner aside, which is that of all pages so far. */
  readonly text: AnswerText;
}

/** One export: page after page, each decided and recorded by itself before its first byte leaves. */
export class ExportRun {
  readonly #parts: ExportParts;
  readonly #told: ToldSoFar;
  #asking: Asking;
  #asked: { readonly first: number; readonly after: string | null } = { first: EXPORTS.pageMax, after: null };
  #last: Receipt | null = null;

  constructor(parts: ExportParts) {
    this.#parts = parts;
    this.#asking = parts.read.asking;
    this.#told = new ToldSoFar(parts.read.asking.profile.subject);
  }

  /** The next page, once it is on the ledger. Throws what a query throws. */
  async next(): Promise<RecordedPage> {
    const { request, read, document, gateway, slots, isEnding } = this.#parts;
    if (isEnding()) throw new InternalError('OVERLOADED', 'the gateway is being stopped');
    await slots.take(request.signal).catch(() => {
      throw new ClientError('CALLER_GONE', 'the connection was closed');
    });
    try {
      const asked = { ...read, asking: this.#asking };
      const page = await exportPage(asked, document, this.#asked, request.signal, gateway);
      const text = textOf(page);
      const receipt = await record(page.answered, text, request, gateway).catch((cause: unknown) => {
        throw new InternalError('AUDIT_UNAVAILABLE', 'the ledger did not take the entry', { cause });
      });
      // A page that had to be smaller says that those after it will too.
      this.#asked = { first: page.first, after: page.after };
      return { ...page, receipt, text };
    } finally {
      slots.give();
    }
  }

  /** Tells everything, beginning with the first page, and how it ended. */
  async tell(first: RecordedPage, sink: LineSink): Promise<void> {
    try {
      const { field } = this.#parts.document;
      const operation = this.#parts.read.valid.operation.name?.value ?? null;
      let page = first;
      for (;;) {
        this.#told.add(page.answered.redacted, page.rows?.length ?? 0);
        const { banner } = this.#told;
        if (page === first) sink.write(lineOf('export', { version: 1, operation, field: `Query.${field}`, banner }));
        sink.write(this.#linesOf(page));
        const { errors } = page.answered.redacted;
        if (page.rows === null || errors.length > 0) return sink.end(this.#endLine({ complete: false, errors }));
        if (!(await sink.room())) throw new ClientError('LIMIT_EXCEEDED', 'what was sent was not taken in time');
        if (page.after === null) return sink.end(this.#endLine({ complete: true }));
        this.#askAgain();
        page = await this.next();
      }
    } catch (error) {
      const { errors } = JSON.parse(await this.#parts.failed(error, this.#asking));
      sink.end(this.#endLine({ complete: false, errors }));
    }
  }

  /** What is said of a page, and then its rows: no row comes before the mark that it stands under. */
  #linesOf({ answered, rows, receipt, text }: RecordedPage): string {
    const { redacted } = answered;
    this.#last = receipt;
    const said = {
      number: this.#told.pages,
      rows: rows?.length ?? 0,
      ...(redacted.errors.length > 0 ? { errors: redacted.errors } : {}),
      audit: { receipt },
      ...extensionsOf(answered),
      banner: this.#told.banner,
    };
    return lineOf('page', said) + (rows === null ? '' : text.answered);
  }

  #endLine(how: { readonly complete: boolean; readonly errors?: unknown }): string {
    const { rows, pages, banner } = this.#told;
    return lineOf('end', { ...how, rows, pages, banner, audit: { receipts: pages, last: this.#last } });
  }

  /** By the same token, at this moment; all entries of one export stand under one trace. */
  #askAgain(): void {
    const { request, read, gateway } = this.#parts;
    const { trace } = read.asking;
    this.#asking = { ...askAgain(read, this.#asking, request, gateway, gateway.clock()), trace };
  }
}

function textOf({ answered, rows }: ExportedPage): AnswerText {
  if (rows === null) return printAnswer(answered);
  const { banner: _, ...told } = extensionsOf(answered);
  return { answered: rows.map((row) => lineOf('row', row)).join(''), told: JSON.stringify(told) };
}

/** How far an export had come. */
export const exportReached = (read: ReadRequest, asking: Asking) => executing({ ...read, asking });
