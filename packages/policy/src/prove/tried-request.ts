import { sha256Of } from '@chancery/shared/brands';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Act, Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { ActKind, AgencyKind, Category } from '@chancery/shared/vocabulary';
import { ACT_FLAGS, type ActFlag } from '../compiled/bits.js';
import type { PolicyEngine } from '../engine.js';
import type { CaseRequest } from '../testkit/case-file.js';
import { readAtom, type Situation } from './atoms.js';
import { situationsOf } from './situations.js';

/** When what is tried on the facts layer is asked, and when its acts are in force. */
const NOW = '2026-09-21T13:00:00Z';
const [FROM, UNTIL] = ['2026-09-21T12:00:00Z', '2026-09-21T18:00:00Z'];

/** An act in force, with nothing about it that could fail but what is said here. */
export function triedAct(kind: ActKind, by: Act['by'], scope: Partial<Act['scope']>, to: Act['to']): Act {
  return {
    id: 'act_tried',
    v: 1,
    kind,
    by,
    to,
    scope: { missions: [], keys: [], persons: [], categories: ['*'], ...scope },
    from: FROM,
    until: UNTIL,
    written: true,
    ref: 'note 17',
    revokedAt: null,
  };
}

/** What is tried on the facts layer. */
export interface Tried {
  readonly agency: string;
  readonly kind: AgencyKind;
  readonly purpose: CaseRequest['purpose'];
  readonly category: Category;
  /** Of the record, from `own=` on. */
  readonly record: string;
  readonly facts: readonly Fact[];
  readonly acts: readonly Act[];
}

/** The request that asks it, as `law:ask` takes it. */
export function requestOf({ agency, kind, purpose, category, record, facts, acts }: Tried): CaseRequest {
  const represents = agency.slice(0, agency.indexOf('.'));
  return {
    subject: {
      id: 'a:1',
      represents,
      agency,
      kind,
      nationalities: [represents],
      clearances: [],
      compartments: [],
      groups: [],
    },
    purpose,
    caseId: 'inc1',
    category,
    handling: `l=-;rel=*;nat=*;pur=*;${record}`,
    now: NOW,
    stale: false,
    facts: [...facts],
    acts: [...acts],
  };
}

const UNSEALED = sha256Of('');
/** Not sealed: a digest for each of thousands would be most of the work. */
const unsealed = ({ facts, acts }: Tried): SnapshotView => viewOf({ number: 1, digest: UNSEALED, facts, acts }, false);

/** What the facts layer makes of it. */
export function situationsTried(tried: Tried): readonly Situation[] {
  const { subject, purpose, caseId, category, handling, now } = requestOf(tried);
  return situationsOf({ subject, purpose, caseId }, category, handling, unsealed(tried), Date.parse(now));
}

/** The acts that the facts layer holds to be in force for it. */
export function flagsTried(tried: Tried): readonly ActFlag[] {
  const situations = situationsTried(tried);
  return ACT_FLAGS.filter((flag) => situations.some((each) => readAtom(`inForce.${flag}`, each) === true));
}

/** Whether the live engine opens it. */
export function isOpen(engine: PolicyEngine, tried: Tried): boolean {
  const { subject, purpose, caseId, category, handling, now } = requestOf(tried);
  const asked = [category, parseHandling(handling), 'read', unsealed(tried), Date.parse(now)] as const;
  return engine.decide({ subject, purpose, caseId }, ...asked).effect === 'allow';
}
