/** The parts of an answer that tests read, as a client would. */
export interface Citation {
  readonly rule: string;
  readonly instrument: string;
  readonly article: string;
}

export interface WithheldItem {
  readonly coordinate: string;
  readonly code: string;
  readonly citations: readonly Citation[];
  readonly liftedBy: readonly string[];
  readonly count: number;
  readonly paths: readonly (readonly (string | number)[])[];
}

export interface AnswerBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly argument?: string };
  }[];
  readonly extensions?: {
    readonly audit?: { readonly receipt: string };
    readonly banner?: { readonly text: string; readonly exercise: boolean };
    readonly withheld?: readonly WithheldItem[];
    readonly stale?: true;
    readonly obligations?: readonly { readonly kind: string; readonly rule?: string; readonly dueAt: string }[];
  };
}

export interface Answer {
  readonly status: number;
  /** The body as it came over the wire: what must not leak is searched here. */
  readonly text: string;
  readonly body: AnswerBody;
}

/** Rules cited for the values withheld at a path, or null when nothing is withheld there. */
export function rulesWithheldAt(answer: Answer, path: string): readonly string[] | null {
  const item = answer.body.extensions?.withheld?.find(({ paths }) =>
    paths.some((candidate) => candidate.join('.') === path),
  );
  return item ? item.citations.map(({ rule }) => rule) : null;
}

/** The value at a path of `data`; undefined when there is none. */
export function valueAt(answer: Answer, path: string): unknown {
  let value: unknown = answer.body.data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

export const codesOf = (answer: Answer): readonly string[] =>
  (answer.body.errors ?? []).map(({ extensions }) => extensions.code);
