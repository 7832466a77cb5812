import { type AgencyKind, CATEGORIES, CATEGORY_RULES, type Category, PURPOSES } from '@chancery/shared/vocabulary';
import { ACT_FLAGS } from '../../compiled/bits.js';
import { about, flag, OPEN, oneOf, word } from '../atoms.js';
import { all, any, type Formula, not } from '../formula.js';
import type { NeverTheorem } from '../theorem.js';

const inGroup = (group: string): readonly Category[] =>
  CATEGORIES.filter((each) => CATEGORY_RULES[each].groups.some((other) => other === group));
const SECRETS_OF_A_POST: readonly Category[] = ['SECURITY_POSTURE', 'COMMS', 'ARCHIVE', 'CORRESPONDENCE', 'BAG'];
const INTELLIGENCE: readonly Category[] = ['INTEL_REPORT', 'INTEL_SOURCE'];
/** Interior, archive, personal, intelligence. */
const SENSITIVE: readonly Category[] = [
  ...new Set([
    ...inGroup('INTERIOR'),
    ...inGroup('PERSONAL'),
    'ARCHIVE' as const,
    'CORRESPONDENCE' as const,
    ...INTELLIGENCE,
  ]),
];

/** VCDR 27(2), VCCR 35(2): what the mission gave to the ministry is the ministry's own. */
const GIVEN: Formula = word('tags', 'voluntarilyCommunicated');

/** Nothing but who asks, for what: an act would be a basis of its own. */
const WITHOUT_ACTS: Formula = not(
  oneOf(
    'inForce',
    ACT_FLAGS.filter((each) => !each.startsWith('PARTY_')),
  ),
);
/** By being of the State that made the record, or of whose post the register keeps it: another State's is no own record. */
const AS_THE_OWN_STATE: Formula = any(flag('ownState'), all(word('role', 'SENDING_STATE'), flag('registerRecord')));
/** What a kind of agency made itself it has in its own files. */
const NOT_ITS_OWN: Formula = not(flag('originator'));

interface Kept {
  readonly name: string;
  readonly kinds: readonly AgencyKind[];
  readonly categories: readonly Category[];
}

/** What an agency of such a kind never needs of its State's posts: CHY-OWN and CHY-ORIG are no right of a whole State. */
const KEPT: readonly Kept[] = [
  {
    name: 'a border guard',
    kinds: ['BORDER', 'CUSTOMS', 'TAX'],
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', ...SECRETS_OF_A_POST, ...INTELLIGENCE, 'HEALTH'],
  },
  {
    name: 'a fire service',
    kinds: ['EMERGENCY_SERVICE'],
    categories: [...SECRETS_OF_A_POST, ...INTELLIGENCE, 'PERSON_STATUS', 'CASE', 'TESTIMONY', 'EVIDENCE'],
  },
  { name: 'a court', kinds: ['COURT'], categories: [...SECRETS_OF_A_POST, 'PREMISES_INTERIOR', ...INTELLIGENCE] },
];

export const OWN_STATE_NEEDS_TO_KNOW: NeverTheorem = {
  id: 'need-to-know-inside-a-state',
  article: 'CHANCERY CHY-OWN, CHY-ORIG; EO 13526 4.1(a)(3)',
  forbids:
    'that an agency reads interior, archive, personal or intelligence data of its own State for training or travel, or whatever its kind has no use for',
  kind: 'never',
  questions: ['a'],
  parts: [
    ...PURPOSES.filter((each) => each === 'TRAINING' || each === 'TRANSIT').map((purpose) => ({
      name: `for ${purpose}`,
      breaks: all(word('purpose', purpose), about(...SENSITIVE), AS_THE_OWN_STATE, not(GIVEN), WITHOUT_ACTS, OPEN),
    })),
    ...KEPT.flatMap(({ name, kinds, categories }) =>
      kinds.map((kind) => ({
        name: `${name} (${kind})`,
        breaks: all(word('kind', kind), about(...categories), AS_THE_OWN_STATE, NOT_ITS_OWN, WITHOUT_ACTS, OPEN),
      })),
    ),
    {
      name: 'an observer: any agency for training, whoever made the record',
      breaks: all(
        word('purpose', 'TRAINING'),
        any(about(...SENSITIVE), all(about('SECURITY_POSTURE', 'COMMS'), NOT_ITS_OWN)),
        not(GIVEN),
        WITHOUT_ACTS,
        OPEN,
      ),
    },
  ],
};
