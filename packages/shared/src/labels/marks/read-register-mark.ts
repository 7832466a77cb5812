import type { CanonicalCursor } from '../canonical-cursor.js';
import type { Rank } from '../label.js';
import type { MarkSystem } from './mark.js';
import { draftOf, type MarkDraft } from './mark-draft.js';
import type { MarkForm } from './mark-form.js';
import { acceptSpace } from './read-list.js';
import { readSections } from './read-sections.js';
import { LEVELS } from './tables/levels.js';
import { isCountry, isRecipient, ownerPlaceOf } from './tables/recipients.js';

const CODE = /[A-Z][A-Z0-9]*/y;
const LEVEL_WORD: Readonly<Record<MarkForm, RegExp>> = {
  banner: /(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)(?![A-Z0-9-])/y,
  portion: /(?:TS|S|C|R|U)(?![A-Z0-9-])/y,
};

/** Reads a mark in the words of the United States' register: its own, another State's, or a joint one. */
export function readRegisterMark(cursor: CanonicalCursor, form: MarkForm): MarkDraft {
  return readSections(cursor, form, readClassification(cursor, form));
}

function readClassification(cursor: CanonicalCursor, form: MarkForm): MarkDraft {
  const start = cursor.position;
  if (!cursor.accept('//')) {
    const rank = readRank(cursor, form);
    // 32 CFR 2001.54(d): foreign RESTRICTED is classified under the Order; the United States have no such level.
    return rank === 1 ? cursor.fail('a level of the United States', start) : classified('US', ['USA'], rank);
  }
  if (cursor.accept('JOINT ')) return readJoint(cursor, form);
  if (form === 'portion' && cursor.accept('FGI ')) {
    return { ...classified('CONCEALED', [], readRank(cursor, form)), starts: new Map([['FGI', start]]) };
  }
  return readForeign(cursor, form);
}

function classified(system: MarkSystem, owners: readonly string[], rank: Rank): MarkDraft {
  return draftOf({ system, owners, rank, concealsSource: system === 'CONCEALED' });
}

/** `//GBR SECRET`; several owners in a portion alone, where a page of the United States quotes them together (H.7). */
function readForeign(cursor: CanonicalCursor, form: MarkForm): MarkDraft {
  const owners: string[] = [];
  do {
    const start = cursor.position;
    const owner = cursor.take(CODE, 'JOINT or a State');
    if (!isCountry(owner)) return cursor.fail('JOINT or a State', start);
    if (owner === 'USA') return cursor.fail('a State other than the United States', start);
    if (owner <= (owners.at(-1) ?? '')) return cursor.fail(`a State after \`${owners.at(-1)}\``, start);
    owners.push(owner);
    cursor.expect(' ');
  } while (form === 'portion' && !levelStandsAt(cursor, form));
  return classified('FOREIGN', owners, readRank(cursor, form));
}

function readJoint(cursor: CanonicalCursor, form: MarkForm): MarkDraft {
  const levelAt = cursor.position;
  const rank = readRank(cursor, form);
  // H.3: the United States are always an owner, and have no level 1.
  if (rank === 1) return cursor.fail('a level of the United States', levelAt);
  const owners: string[] = [];
  const start = cursor.position;
  while (acceptSpace(cursor)) {
    const at = cursor.position;
    const owner = cursor.take(CODE, 'a State or an organisation of the register');
    if (!isRecipient(owner)) return cursor.fail('a State or an organisation of the register', at);
    const before = owners.at(-1);
    if (before !== undefined && ownerPlaceOf(owner) <= ownerPlaceOf(before)) {
      return cursor.fail(`an owner after \`${before}\``, at);
    }
    owners.push(owner);
  }
  // H.3: a portion leaves its owners out where they are those of its page.
  if (owners.length === 0 && form === 'portion') return classified('JOINT', [], rank);
  if (owners.length < 2) return cursor.fail('two owners or more', start);
  return owners.includes('USA')
    ? classified('JOINT', owners, rank)
    : cursor.fail('the United States among the owners', start);
}

function levelStandsAt({ text, position }: CanonicalCursor, form: MarkForm): boolean {
  LEVEL_WORD[form].lastIndex = position;
  return LEVEL_WORD[form].test(text);
}

function readRank(cursor: CanonicalCursor, form: MarkForm): Rank {
  return LEVELS[form].indexOf(cursor.take(LEVEL_WORD[form], 'a classification')) as Rank;
}
