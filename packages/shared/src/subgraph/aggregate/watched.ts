/**
 * By which of its fields a record answers the terms of a standing question: the name of one, or over links as `incident.mission`. Nothing
 * meets a kind of term that is left out. Of such a record it is told when it changes.
 */
export interface Watched {
  /** The link to its post, or posts. */
  readonly posts?: string;
  readonly actors?: string;
  /** Words of closed vocabularies that rows are found by: a term is met by any of them. */
  readonly types?: readonly string[];
  /** Its name in a match, and that of the connection of all that meet the question, where its own would say too little. */
  readonly as?: { readonly one: string; readonly many: string };
}

/** What an aggregate says of that, under the names of its roots. */
export interface WatchedAs extends Watched {
  readonly one: string;
  readonly many: string;
}
