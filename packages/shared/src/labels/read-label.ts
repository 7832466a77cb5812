import { PURPOSES } from '../vocabulary.js';
import type { CanonicalCursor } from './canonical-cursor.js';
import type { Label, OriginatorControl, Permissive, Rank, Tlp } from './label.js';

/** A label without its text, which follows from the rest. */
export type LabelParts = Omit<Label, 'text'>;

const POLICY = /[A-Z][A-Z0-9-]*/y;
const RANK = /[0-4]/y;
const COMPARTMENT = /[A-Z0-9][A-Z0-9_-]*/y;
const RECIPIENT = /[A-Z][A-Z0-9-]*/y; // a State, an organisation or a tetragraph
const STATE = /[A-Z]{3}(?![A-Z0-9-])/y;
const PURPOSE = new RegExp(`(?:${PURPOSES.join('|')})(?![A-Z_])`, 'y');
const ORGANISATION = /[A-Z][A-Za-z0-9.-]*/y;
const MODE = /[A-Z][A-Z0-9_-]*/y;
const SOURCE = /~|[A-Z][A-Z0-9-]*/y; // a State or an organisation
const TLP = /CLEAR|GREEN|AMBER\+STRICT|AMBER|RED/y;

/** Reads one label: every key in its place, `rel`, `nat` and `pur` always said. */
export function readLabel(cursor: CanonicalCursor): LabelParts {
  cursor.expect('l=');
  const ranks = readRanks(cursor);
  const compartments = readOptionalSet(cursor, ';c=', COMPARTMENT, 'a compartment');
  cursor.expect(';rel=');
  const releasableTo = readPermissive(cursor, RECIPIENT, 'a State or organisation');
  cursor.expect(';nat=');
  const nationals = readPermissive(cursor, STATE, 'a State');
  cursor.expect(';pur=');
  const purposes = readPermissive(cursor, PURPOSE, 'a purpose');
  return {
    ranks,
    compartments: compartments ?? new Set(),
    releasableTo,
    nationals,
    purposes,
    displayOnly: readDisplayOnly(cursor, releasableTo),
    originatorControls: cursor.accept(';oc=') ? readOriginatorControls(cursor) : [],
    foreignSources: readOptionalSet(cursor, ';fgi=', SOURCE, 'a source or `~`') ?? new Set(),
    tlp: cursor.accept(';tlp=') ? (cursor.take(TLP, 'a TLP colour') as Tlp) : null,
  };
}

function readRanks(cursor: CanonicalCursor): Map<string, Rank> {
  if (cursor.accept('-')) return new Map();
  const entries = cursor.takeSorted(
    ',',
    (): [string, Rank] => {
      const policy = cursor.take(POLICY, 'a marking policy');
      cursor.expect(':');
      return [policy, Number(cursor.take(RANK, 'a rank from 0 to 4')) as Rank];
    },
    ([policy]) => policy,
  );
  return new Map(entries);
}

/** `*` is no limit and `-` is nobody: two words, so that neither can be had by leaving something out. */
function readPermissive(cursor: CanonicalCursor, pattern: RegExp, what: string): Permissive {
  if (cursor.accept('*')) return 'ANY';
  if (cursor.accept('-')) return new Set();
  return new Set(cursor.takeSet(pattern, what));
}

function readOptionalSet(cursor: CanonicalCursor, key: string, pattern: RegExp, what: string): Set<string> | null {
  return cursor.accept(key) ? new Set(cursor.takeSet(pattern, what)) : null;
}

/** Whom a value is released to may look at it anyway: naming them again would give one label two texts. */
function readDisplayOnly(cursor: CanonicalCursor, releasableTo: Permissive): Set<string> | null {
  const start = cursor.position;
  const displayOnly = readOptionalSet(cursor, ';do=', RECIPIENT, 'a State or organisation');
  if (displayOnly === null) return null;
  const repeats = releasableTo === 'ANY' || [...displayOnly].some((recipient) => releasableTo.has(recipient));
  return repeats ? cursor.fail('`do` to add to `rel`', start) : displayOnly;
}

function readOriginatorControls(cursor: CanonicalCursor): OriginatorControl[] {
  return cursor.takeSorted(
    '+',
    () => {
      const organisation = cursor.take(ORGANISATION, 'an organisation');
      cursor.expect(':');
      return { organisation, mode: cursor.take(MODE, 'a mode of control') };
    },
    ({ organisation, mode }) => `${organisation}:${mode}`,
  );
}
