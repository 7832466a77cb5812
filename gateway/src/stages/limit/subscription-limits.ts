import { EVENT_KEPT_HOURS } from '@chancery/shared/feed/feed-wire';
import { type Bound, milliseconds, requests } from './limits.js';

/** Of subscriptions. */
export const SUBSCRIPTIONS = {
  subjectMax: 32,
  agencyMax: 256,
  allMax: 1_024,
  /** Records of one subscription that changed and were not taken yet. */
  pendingMax: 256,
  /** Records of which a subscription knows what it told of them last. */
  rememberedMax: 256,
  /** Events that are read at once, of all. */
  readMax: 16,
  /** How often the token, and what is switched off, is looked at. */
  checkedEveryMs: 500,
  /** How often a stream that has nothing to tell says that it is there: by its own clock, whatever happens. */
  heartbeatMs: 10_000,
  /** Bytes that were sent and not taken, and how long a client may leave them. */
  unsentBytesMax: 256 * 1024,
  unreadMaxMs: 10_000,
  /** How long an event is tried again whose service does not answer, and how often. */
  unreachableMaxMs: 60_000,
  againMs: 250,
  /** How long a subscriber may stay away and come back to where it was: far shorter than events are kept, so none is missing. */
  resumeMaxMs: 3_600_000,
} as const;

/** Of web sockets. */
export const SOCKET = {
  subjectMax: 16,
  agencyMax: 128,
  allMax: 1_024,
  /** How long a client may take to say who it is. */
  helloMaxMs: 5_000,
  /** Bytes that a socket may owe whatever is asked over it; beyond, it is cut off. */
  unsentBytesMax: 16 * 1024 * 1024,
  /** How long a client may take to answer a goodbye, and how often that is looked at. */
  farewellMaxMs: 500,
  farewellLookMs: 10,
} as const;

/** How the feed of a service is followed. */
export const FEED = {
  connectionsMax: 8,
  answerBytesMax: 8 * 1024 * 1024,
  /** Beyond the time that the service itself waits for an event. */
  lateMs: 5_000,
  /** Between two questions when one was not answered: twice as long each time. */
  againMs: 50,
  againMaxMs: 1_000,
  /** How long a first subscription waits for a feed that was never heard. */
  knownMaxMs: 2_000,
} as const;

const { subjectMax, agencyMax, allMax, pendingMax, unsentBytesMax, unreadMaxMs, unreachableMaxMs } = SUBSCRIPTIONS;

/** What docs/subscriptions.md says of the bounds of subscriptions. */
export const SUBSCRIPTION_BOUNDS: readonly Bound[] = [
  {
    what: 'subscriptions of one subject, over all its connections',
    bound: requests(subjectMax),
    beyond: '`RATE_EXCEEDED`',
  },
  { what: 'subscriptions of one agency', bound: requests(agencyMax), beyond: '`RATE_EXCEEDED`' },
  { what: 'subscriptions of all', bound: requests(allMax), beyond: '`OVERLOADED`' },
  { what: 'web sockets of one subject', bound: requests(SOCKET.subjectMax), beyond: 'closed, 4403 `RATE_EXCEEDED`' },
  { what: 'web sockets of one agency', bound: requests(SOCKET.agencyMax), beyond: 'closed, 4403 `RATE_EXCEEDED`' },
  { what: 'web sockets of all', bound: requests(SOCKET.allMax), beyond: 'status 503' },
  { what: 'life of a subscription', bound: 'that of its token', beyond: '`TOKEN_EXPIRED`' },
  {
    what: 'between a switch-off or another snapshot and its effect, beside that of the folder or file',
    bound: milliseconds(SUBSCRIPTIONS.checkedEveryMs),
    beyond: '`TOKEN_REVOKED`, `ISSUER_UNKNOWN`; decided again',
  },
  {
    what: 'records whose changes its subscriber can see and that wait to be read, of one subscription',
    bound: `${pendingMax}`,
    beyond: '`LIMIT_EXCEEDED`, and it ends',
  },
  { what: 'events that are read at once, of all', bound: `${SUBSCRIPTIONS.readMax}`, beyond: 'they wait' },
  {
    what: 'bytes that were sent and not taken',
    bound: `${unsentBytesMax}`,
    beyond: `waits ${milliseconds(unreadMaxMs)}, then \`LIMIT_EXCEEDED\`, and it ends`,
  },
  {
    what: 'an event whose service does not answer',
    bound: `tried again for ${milliseconds(unreachableMaxMs)}`,
    beyond: '`SUBGRAPH_UNREACHABLE`, and it ends',
  },
  { what: 'between two signs of life of a quiet stream', bound: milliseconds(SUBSCRIPTIONS.heartbeatMs), beyond: '' },
  {
    what: 'between leaving and coming back with `resume`',
    bound: milliseconds(SUBSCRIPTIONS.resumeMaxMs),
    beyond: '`INPUT_INVALID`: begin anew',
  },
  {
    what: 'between opening a web socket and saying who it is',
    bound: milliseconds(SOCKET.helloMaxMs),
    beyond: 'closed, 4408',
  },
  { what: 'events that a service keeps', bound: `${EVENT_KEPT_HOURS} h`, beyond: 'they are taken away' },
];
