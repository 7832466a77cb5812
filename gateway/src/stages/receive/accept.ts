import Negotiator from 'negotiator';
import { TextCache } from '../../memory/text-cache.js';

const GRAPHQL_RESPONSE = 'application/graphql-response+json; charset=utf-8';
const STREAM = 'text/event-stream';
const LINES = 'application/x-ndjson';
const LEGACY = 'application/json; charset=utf-8';

/** The media type of an answer, and whether its clients expect 200 for a request that could not be executed. */
export interface MediaType {
  readonly contentType: string;
  readonly isLegacy: boolean;
  /** Whether the client takes a stream of events (GraphQL over SSE, distinct connections mode). */
  readonly isStream: boolean;
  /** Whether the client takes a whole connection, one row a line. */
  readonly isExport: boolean;
}

/**
 * Chooses by the quality values of `Accept` (RFC 9110 section 12.5.1). A client that accepts anything, or neither type, is one that
 * does not know the newer type, so it gets the older (GraphQL over HTTP section 6.3).
 */
export function chooseMediaType(accept: string | undefined): MediaType {
  return accept === undefined ? UNSAID : chosen.compute(accept, () => choose(accept));
}

const ACCEPTS_MAX = 64;
const ACCEPT_LETTERS_MAX = 256;
/** Clients are of a few kinds, and each says the same every time. */
const chosen = new TextCache<MediaType>(ACCEPTS_MAX, ACCEPT_LETTERS_MAX);

/** Of whom nothing is known. */
const UNSAID = choose(undefined);

function choose(accept: string | undefined): MediaType {
  const negotiator = new Negotiator({ headers: accept === undefined ? {} : { accept } });
  const contentType = negotiator.mediaType([LEGACY, GRAPHQL_RESPONSE, STREAM, LINES]) ?? LEGACY;
  const [isStream, isExport] = [contentType === STREAM, contentType === LINES];
  // What is refused before it has begun is one answer, of the newer type.
  if (isStream || isExport) return { contentType: GRAPHQL_RESPONSE, isLegacy: false, isStream, isExport };
  return { contentType, isLegacy: contentType === LEGACY, isStream, isExport };
}
