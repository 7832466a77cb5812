import { type Banner, bannerOf, type MarkedValue } from '@chancery/shared/clearance/banner';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { Redacted } from '../stages/redact/redacted.js';

/** What an export has told so far; its banner covers all of it. */
export class ToldSoFar {
  readonly #marked = new Map<MarkedValue['label'], Set<string | null>>();
  readonly #viewer: Subject;
  #exercise = false;
  #banner: Banner | null = null;
  rows = 0;
  pages = 0;

  constructor(viewer: Subject) {
    this.#viewer = viewer;
  }

  /** Takes a page into account, before it is told. */
  add({ marked, exercise }: Pick<Redacted, 'marked' | 'exercise'>, rows: number): void {
    this.pages += 1;
    this.rows += rows;
    if (exercise && !this.#exercise) this.#banner = null;
    this.#exercise ||= exercise;
    for (const { label, maker } of marked) {
      const makers = this.#marked.get(label) ?? new Set();
      this.#marked.set(label, makers);
      if (makers.has(maker)) continue;
      makers.add(maker);
      this.#banner = null;
    }
  }

  get banner(): Banner {
    this.#banner ??= bannerOf(
      [...this.#marked].flatMap(([label, makers]) => Array.from(makers, (maker) => ({ label, maker }))),
      this.#viewer,
      this.#exercise,
    );
    return this.#banner;
  }
}

/** One line of an export: JSON on a line of its own, whose only key says what it is. */
export const lineOf = (kind: 'export' | 'page' | 'row' | 'end', said: unknown): string =>
  `${JSON.stringify({ [kind]: said })}\n`;
