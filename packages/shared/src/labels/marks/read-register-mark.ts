import type { CanonicalCursor } from '../canonical-cursor.js';
import type { Permissive, Rank } from '../label.js';
import type { LabelParts } from '../read-label.js';
import { LEVELS, type MarkForm } from './control-marks.js';
import { type Controls, readControls } from './read-controls.js';

/** Who marked it, and how high. */
interface Classification {
  readonly owners: readonly string[];
  readonly rank: Rank;
}

const OWNER = /[A-Z]{3}(?![A-Z0-9-])/y;
const LEVEL_WORD: Readonly<Record<MarkForm, RegExp>> = {
  banner: /TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED/y,
  portion: /TS|S|C|R|U/y,
};

/** Reads a mark of the United States' register: `SECRET//NOFORN`, `//GBR SECRET`, `//JOINT SECRET GBR USA//REL TO USA, GBR`. */
export function readRegisterMark(cursor: CanonicalCursor, form: MarkForm, originator: string | null): LabelParts {
  const classification = readClassification(cursor, form);
  const start = cursor.position;
  const controls = readControls(cursor, form, classification.rank > 0);
  refuseCombination(cursor, classification, controls, originator, start);
  return {
    ranks: new Map(classification.owners.map((owner) => [owner, classification.rank])),
    compartments: controls.compartments,
    ...releaseOf(classification, controls),
    purposes: 'ANY',
    originatorControls:
      controls.originatorMode === null || originator === null
        ? []
        : [{ organisation: originator, mode: controls.originatorMode }],
    foreignSources: controls.foreignSources,
    tlp: null,
  };
}

function readClassification(cursor: CanonicalCursor, form: MarkForm): Classification {
  if (!cursor.accept('//')) {
    const start = cursor.position;
    const rank = readRank(cursor, form);
    // 32 CFR 2001.54(d): foreign RESTRICTED is classified under the Order; the United States have no such level.
    return rank === 1 ? cursor.fail('a level of the United States', start) : { owners: ['USA'], rank };
  }
  if (cursor.accept('JOINT ')) return readJoint(cursor, form);
  const start = cursor.position;
  const owner = cursor.take(OWNER, 'JOINT or a State');
  if (owner === 'USA') return cursor.fail('a State other than the United States', start);
  cursor.expect(' ');
  return { owners: [owner], rank: readRank(cursor, form) };
}

function readJoint(cursor: CanonicalCursor, form: MarkForm): Classification {
  const rank = readRank(cursor, form);
  const owners: string[] = [];
  const start = cursor.position;
  while (cursor.accept(' ')) {
    const at = cursor.position;
    const owner = cursor.take(OWNER, 'a State');
    if (owner <= (owners.at(-1) ?? '')) return cursor.fail(`an owner after \`${owners.at(-1)}\``, at);
    owners.push(owner);
  }
  if (owners.length < 2) return cursor.fail('two owners or more', start);
  return owners.includes('USA') ? { owners, rank } : cursor.fail('the United States among the owners', start);
}

function readRank(cursor: CanonicalCursor, form: MarkForm): Rank {
  const start = cursor.position;
  const word = cursor.take(LEVEL_WORD[form], 'a classification');
  if (/^[A-Z]/.test(cursor.text.slice(cursor.position))) return cursor.fail('a classification', start);
  return LEVELS[form].indexOf(word) as Rank;
}

/**
 * Who says nothing of release has released classified information to nobody but its owner: a missing mark never
 * opens. Of unclassified information it says that there is no limit.
 */
function releaseOf(
  { owners, rank }: Classification,
  { nationalsOnly, releasableTo, displayOnly }: Controls,
): Pick<LabelParts, 'releasableTo' | 'nationals' | 'displayOnly'> {
  if (nationalsOnly) return { releasableTo: new Set(['USA']), nationals: new Set(['USA']), displayOnly: null };
  const unmarked: Permissive = rank === 0 && displayOnly === null ? 'ANY' : new Set(owners);
  return {
    releasableTo: releasableTo === null ? unmarked : new Set(releasableTo),
    nationals: 'ANY',
    displayOnly: displayOnly === null ? null : new Set(displayOnly),
  };
}

function refuseCombination(
  cursor: CanonicalCursor,
  { owners }: Classification,
  { originatorMode, nationalsOnly, releasableTo, displayOnly, foreignSources }: Controls,
  originator: string | null,
  start: number,
): void {
  if (originatorMode !== null && originator === null)
    cursor.fail('a known originator beside originator control', start);
  if (releasableTo !== null && (releasableTo[0] !== 'USA' || releasableTo.length < 2)) {
    cursor.fail('USA and another recipient after REL TO', start);
  }
  const released = releasableTo ?? owners;
  if (displayOnly?.some((viewer) => released.includes(viewer))) {
    cursor.fail('nobody in DISPLAY ONLY to whom it is released', start);
  }
  if (owners.length > 1 && (nationalsOnly || !owners.every((owner) => releasableTo?.includes(owner)))) {
    cursor.fail('REL TO with every owner of a JOINT mark', start);
  }
  if (!owners.includes('USA') && foreignSources.size > 0) cursor.fail('no FGI on a foreign mark', start);
}
