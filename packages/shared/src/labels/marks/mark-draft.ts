import { type Mark, NO_MARK } from './mark.js';

/** A mark while it is read, with the place of each of its parts for whoever has to refuse one. */
export interface MarkDraft {
  readonly mark: Mark;
  /** Offsets by the name of a control, by the path of a compartment, and of `FGI`. */
  readonly starts: ReadonlyMap<string, number>;
}

/** The same draft with more in it. */
export function withParts({ mark, starts }: MarkDraft, parts: Partial<Mark>, ...at: [string, number][]): MarkDraft {
  return { mark: { ...mark, ...parts }, starts: new Map([...starts, ...at]) };
}

/** A draft of a mark with nothing but these parts. */
export function draftOf(parts: Partial<Mark>): MarkDraft {
  return { mark: { ...NO_MARK, ...parts }, starts: new Map() };
}
