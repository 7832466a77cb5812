import { ClientError } from '@chancery/shared/errors';
import type { PageDocument } from './exports/page-document.js';
import { type Querying, query } from './query.js';
import type { Cut } from './stages/execute/cut.js';
import { type Reading, type ReadRequest, readDocument, readOperation } from './stages/read/read-operation.js';
import type { Answered } from './stages/record/outcome.js';
import type { Redacted } from './stages/redact/redacted.js';

/** Which page of a connection is asked for. */
export interface PageAsked {
  readonly first: number;
  readonly after: string | null;
}

/** A page that was read and decided, and not yet recorded. */
export interface ExportedPage {
  readonly answered: Answered;
  /** Null where the connection itself did not come. */
  readonly rows: readonly unknown[] | null;
  /** Where the next begins; null when there is none. */
  readonly after: string | null;
  /** How many rows it was asked for. */
  readonly first: number;
}

/**
 * Reads one page of what is exported: the stages of a query, by the caller's own operation. A page that is more than one answer may
 * be is asked for again at half its size; nothing was told of it. Throws what a query throws.
 */
export async function exportPage(
  read: ReadRequest,
  document: PageDocument,
  asked: PageAsked,
  signal: Cut,
  gateway: Querying & Reading,
): Promise<ExportedPage> {
  for (let { first } = asked; ; first = Math.ceil(first / 2)) {
    try {
      return await readPage(read, document, { ...asked, first }, signal, gateway);
    } catch (error) {
      if (first === 1 || !(error instanceof ClientError) || error.code !== 'LIMIT_EXCEEDED') throw error;
    }
  }
}

async function readPage(
  { asking, body }: ReadRequest,
  document: PageDocument,
  { first, after }: PageAsked,
  signal: Cut,
  gateway: Querying & Reading,
): Promise<ExportedPage> {
  const variables = { ...body.variables, [document.first]: first, [document.after]: after };
  const paged = { ...body, text: document.text, variables };
  const valid = readOperation(readDocument(paged, gateway), paged, gateway);
  const redacted = await query({ asking, body: paged, valid }, signal, gateway);
  // The entry names the document that the caller sent: that is what its agreement may list.
  const said = { ...body, variables };
  return {
    answered: {
      kind: 'answered',
      asking,
      body: said,
      operation: valid.operation,
      redacted,
      attempt: null,
      isExport: true,
    },
    ...pageIn(redacted, document.field),
    first,
  };
}

interface Connection {
  readonly edges: readonly ({ readonly node: unknown } | null)[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | null;
}

function pageIn({ data }: Redacted, field: string): Pick<ExportedPage, 'rows' | 'after'> {
  const connection = (data?.[field] ?? null) as Connection | null;
  if (connection === null || connection.edges === null || connection.pageInfo === null)
    return { rows: null, after: null };
  const { hasNextPage, endCursor } = connection.pageInfo;
  return { rows: connection.edges.map((edge) => edge?.node ?? null), after: hasNextPage ? endCursor : null };
}
