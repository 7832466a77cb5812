/** `extensions` of an answer of Chancery, for clients in TypeScript; docs/answer.schema.json says the same. */
export interface ChanceryExtensions {
  /** The entry on the ledger; absent from some refusals. */
  audit?: { receipt: string; resume?: string | undefined } | undefined;
  /** The mark of what is in the answer, or those of several owners, each to be obeyed; absent from refusals. */
  banner?: { text: string; exercise: boolean } | undefined;
  withheld?: Withheld[] | undefined;
  obligations?: Obligation[] | undefined;
  /** On what each value stands; when the request says `"extensions": {"basis": true}`. */
  basis?: Basis[] | undefined;
  /** There when facts and acts were not confirmed in time: rows may be missing, and counts small. */
  stale?: true | undefined;
}

/** A rule as it is cited; `Query.rule` has its title and text. */
export interface Citation {
  rule: string;
  instrument: string;
  article: string;
}

/** Where in the answer an item applies. */
export interface Places {
  /** `Type.field`, or EXISTENCE for the row itself. */
  coordinate: string;
  /** Values of this answer that it covers. */
  count: number;
  /** Up to 100 places, then patterns with `"*"` for any index that cover the others. */
  paths: AnswerPath[];
  /** True when the last of `paths` are patterns. */
  pathsTruncated: boolean;
}

/** Values withheld for one reason. */
export interface Withheld extends Places {
  /** See docs/errors.md. */
  code: string;
  citations: Citation[];
  /** Acts that would lift it. */
  liftedBy: string[];
  /** Permits that come closest, of a value without a basis; one of their needs would do. */
  closest: (Citation & {
    title: string;
    needs: { acts?: string[] | undefined; purposes?: string[] | undefined; agencyKinds?: string[] | undefined };
  })[];
}

/** What receiving these values makes somebody owe. */
export interface Obligation extends Places {
  kind: string;
  rule: string;
  /** Your agency, or DISCLOSER. */
  by: string;
  to: string | null;
  dueAt: string;
}

/** Values that one set of rules and acts opens. */
export interface Basis extends Places {
  citations: Citation[];
  acts: string[];
  mark: string;
}

/** Response keys and indices. */
export type AnswerPath = (string | number)[];

/** `extensions` of an item of `errors`. */
export interface ChanceryErrorExtensions {
  /** See docs/errors.md. */
  code: string;
  /** The input or the header that is meant. */
  argument?: string | undefined;
  /** Of a refused change: the rules that refuse it. */
  citations?: Citation[] | undefined;
}

/** What `withheld-at.mjs` offers. */
export declare function withheldAt(
  response: { data?: unknown; extensions?: ChanceryExtensions },
  path: AnswerPath,
): Withheld | null;
