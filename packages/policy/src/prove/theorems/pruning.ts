import { AGENCY_KINDS, CATEGORIES, PURPOSES } from '@chancery/shared/vocabulary';
import type { PolicyEngine } from '../../engine.js';
import { about, OPEN, word } from '../atoms.js';
import { all, any, type Formula } from '../formula.js';
import type { NeverTheorem, Part } from '../theorem.js';

/** What the engine closes before any record is read, for one kind of agency and one purpose. */
function pruned(
  engine: PolicyEngine,
  kind: (typeof AGENCY_KINDS)[number],
  purpose: (typeof PURPOSES)[number],
): Formula {
  const subject = {
    id: 'a:1',
    represents: 'CHE',
    agency: 'CHE.agency',
    kind,
    nationalities: [],
    clearances: [],
    compartments: [],
    groups: [],
  };
  const profile = { subject, purpose, caseId: null };
  return about(...CATEGORIES.filter((category) => !engine.couldOpen(profile, category)));
}

/** A coordinate that is pruned is fetched from nobody: were it to open for anyone, the value would be missing and not withheld. */
export function prunedIsClosed(engine: PolicyEngine): NeverTheorem {
  return {
    id: 'what-is-pruned-is-closed',
    article: 'ADR 0006; what a cited rule could still open is not pruned',
    forbids:
      'that a kind of data is closed for a profile before any record is read, and some record, fact or act would open it',
    kind: 'never',
    questions: ['a'],
    parts: AGENCY_KINDS.map(
      (kind): Part => ({
        name: kind,
        breaks: all(
          word('kind', kind),
          OPEN,
          any(...PURPOSES.map((purpose) => all(word('purpose', purpose), pruned(engine, kind, purpose)))),
        ),
      }),
    ),
  };
}
