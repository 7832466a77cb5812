import { PAGE_MAX } from '@chancery/shared/schema/connection-args';
import { type Bound, milliseconds, requests } from './limits.js';
import { SUBSCRIPTIONS } from './subscription-limits.js';

/** Of exports. */
export const EXPORTS = {
  subjectMax: 2,
  agencyMax: 8,
  allMax: 32,
  /** Pages that are read at once, of all: an export takes long, and those who wait for one answer do not. */
  readMax: 4,
  pageMax: PAGE_MAX,
} as const;

const { unsentBytesMax, unreadMaxMs } = SUBSCRIPTIONS;

/** What docs/clients.md says of the bounds of exports. */
export const EXPORT_BOUNDS: readonly Bound[] = [
  { what: 'exports of one subject', bound: requests(EXPORTS.subjectMax), beyond: '`RATE_EXCEEDED`' },
  { what: 'exports of one agency', bound: requests(EXPORTS.agencyMax), beyond: '`RATE_EXCEEDED`' },
  { what: 'exports of all', bound: requests(EXPORTS.allMax), beyond: '`OVERLOADED`' },
  { what: 'pages that are read at the same time, of all', bound: `${EXPORTS.readMax}`, beyond: 'they wait' },
  {
    what: 'rows of a page',
    bound: `${EXPORTS.pageMax}`,
    beyond: 'of rows that hold much, half as many, until one page is an answer that may be',
  },
  { what: 'life of an export', bound: 'that of its token', beyond: '`TOKEN_EXPIRED`, `complete: false`' },
  {
    what: 'bytes that were sent and not taken',
    bound: `${unsentBytesMax}`,
    beyond: `waits ${milliseconds(unreadMaxMs)}, then \`LIMIT_EXCEEDED\`, \`complete: false\``,
  },
];
