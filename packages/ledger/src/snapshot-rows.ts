/** A snapshot's text by its digest. */
export interface SnapshotRow<Digest extends string = string> {
  readonly digest: Digest;
  readonly text: string;
}

/** The row of a snapshot that is kept as a difference: what it has in common with another at both ends is left out. */
const DIFFERENCE = /^(sha256:[0-9a-f]{64}) (\d+) (\d+) /;
/** Of the whole, how much a difference may have: past that the snapshot is kept whole, and the next ones as differences from it. */
const SHARE_MAX = 1 / 8;
/** How many differences may lead to a text: one each, unless writers begin anew at differences of others. */
export const CHAIN_MAX = 64;
const BLOCK = 4_096;

/**
 * The row of a snapshot beside one that is stored: an act more changes one place of three megabytes. Null where most of it is another. A whole
 * text begins with a brace, so that none is taken for a difference.
 */
export function differenceFrom(base: SnapshotRow, { digest, text }: SnapshotRow): SnapshotRow | null {
  const shorter = Math.min(base.text.length, text.length);
  const head = onCharacter(
    text,
    common(base.text, text, shorter, (of, length, at) => of.slice(at, at + length)),
  );
  const tail = common(base.text, text, shorter - head, (of, length, at) =>
    of.slice(of.length - at - length, of.length - at),
  );
  // A text that is stored is UTF-8, which has no half characters.
  const end = onCharacter(text, text.length - tail);
  const middle = text.slice(head, end);
  if (middle.length > text.length * SHARE_MAX) return null;
  return { digest, text: `${base.digest} ${head} ${text.length - end} ${middle}` };
}

/** Whose difference a row is; null for a whole text. */
export const baseOf = (stored: string): string | null => DIFFERENCE.exec(stored)?.[1] ?? null;

/** The text of a difference, by that of its base. */
export function applyDifference(stored: string, base: string): string {
  const [prefix = '', , head, tail] = DIFFERENCE.exec(stored) ?? [];
  const end = base.length - Number(tail);
  return `${base.slice(0, Number(head))}${stored.slice(prefix.length)}${base.slice(end)}`;
}

type Part = (of: string, length: number, at: number) => string;

/** How many characters two texts have in common at one end: by blocks, then by character. */
function common(one: string, other: string, most: number, part: Part): number {
  let at = 0;
  for (let step = BLOCK; step >= 1; step = step === BLOCK ? 1 : 0) {
    while (at + step <= most && part(one, step, at) === part(other, step, at)) at += step;
  }
  return at;
}

/** The same place, or before a character that it would cut in two. */
function onCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
