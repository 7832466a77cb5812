import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { AuthorityGrant } from '../../command/authority-grant.js';
import type { CommandAssignment, CommandRole } from '../../command/command-assignment.js';
import type { Delegation } from '../../command/delegation.js';
import type { SuccessionLine } from '../../command/succession-line.js';
import { chapterHandling, handlingOf } from './chapter-handling.js';
import { cityCode, type ExerciseCase } from './exercise-case.js';

const PLACES: readonly { readonly role: CommandRole; readonly office: string; readonly above: CommandRole | null }[] = [
  { role: 'INCIDENT_COMMANDER', office: 'HOM', above: null },
  { role: 'OPERATIONS_SECTION_CHIEF', office: 'RSO', above: 'INCIDENT_COMMANDER' },
  { role: 'LOGISTICS_SECTION_CHIEF', office: 'ADM', above: 'INCIDENT_COMMANDER' },
  { role: 'LIAISON_OFFICER', office: 'POL', above: 'INCIDENT_COMMANDER' },
  { role: 'LEGAL_ADVISER', office: 'LEG', above: 'INCIDENT_COMMANDER' },
];

/** Who leads the response to each incident. */
export function assignmentRows(cases: readonly ExerciseCase[]): ImportedRow<CommandAssignment>[] {
  return cases.flatMap((of) =>
    PLACES.map(
      ({ role, office, above }, index): ImportedRow<CommandAssignment> => ({
        handling: handlingOf(of, 'PARTNERS'),
        synthetic: true,
        incident: of.id,
        reference: `S-${of.number}-${index + 1}`,
        role,
        holderRole: of.holder(office),
        reportsTo: above,
        sinceAt: of.at(15 + index),
        untilAt: of.incident.endedAt === null ? null : of.at(300),
      }),
    ),
  );
}

/** A post of exercises, with its id and the beginning of what is in force there. */
export interface PlacedPost {
  readonly post: ExercisePost;
  readonly mission: string;
  readonly since: Date;
}

const DAY_MS = 86_400_000;
const later = (since: Date, days: number): Date => new Date(since.getTime() + days * DAY_MS);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const POWERS = [
  {
    power: 'CONSENT_TO_ENTRY',
    basis: 'VCDR 22(1), VCCR 31(2): consent of the head of mission or of the consular post',
  },
  { power: 'ORDER_EVACUATION', basis: 'Letter of instruction of the ministry, section 4' },
  { power: 'REQUEST_HOST_FORCE', basis: 'VCDR 22(2) and 41(2): the duty of the host, asked for through its ministry' },
] as const;

const ownOf = ({ key, sendingState, receivingState }: ExercisePost): string =>
  chapterHandling({ key, sending: sendingState, receiving: receivingState, isKept: false }, 'OWN');
const hostOf = ({ key, sendingState, receivingState }: ExercisePost): string =>
  chapterHandling({ key, sending: sendingState, receiving: receivingState, isKept: false }, 'HOST');

/** Who may decide what at each post. That a head of post may consent to entry the host should know. */
export function grantRows(posts: readonly PlacedPost[]): ImportedRow<AuthorityGrant>[] {
  return posts.flatMap(({ post, mission, since }) =>
    POWERS.map(
      ({ power, basis }, index): ImportedRow<AuthorityGrant> => ({
        handling: index === 0 ? hostOf(post) : ownOf(post),
        synthetic: true,
        mission,
        reference: `G-${post.key}-${index + 1}`,
        power,
        grantorRole: `MFA-${post.sendingState}`,
        holderRole: `HOM-${cityCode(post.city)}`,
        legalBasis: basis,
        fromAt: later(since, index),
        untilAt: index === 1 ? later(since, 730) : null,
      }),
    ),
  );
}

/** What heads of post have passed on while they are away. */
export function delegationRows(
  posts: readonly PlacedPost[],
  grants: ReadonlyMap<string, string>,
): ImportedRow<Delegation>[] {
  return posts.map(({ post, since }, index) => ({
    handling: hostOf(post),
    synthetic: true,
    grant: grants.get(`G-${post.key}-1`) ?? null,
    reference: `D-${post.key}-1`,
    toRole: `DCM-${cityCode(post.city)}`,
    fromAt: later(since, 20 + index),
    untilAt: index % 3 === 0 ? null : later(since, 34 + index),
    isWritten: index % 4 !== 3,
    reason: index % 2 === 0 ? 'The head of post is on leave.' : 'The head of post travels outside the capital.',
  }));
}

const LINE = ['HOM', 'DCM', 'POL'] as const;

/** Who takes over at each post. */
export function successionRows(posts: readonly PlacedPost[]): ImportedRow<SuccessionLine>[] {
  return posts.flatMap(({ post, mission, since }) =>
    LINE.map(
      (office, index): ImportedRow<SuccessionLine> => ({
        handling: index === 1 ? hostOf(post) : ownOf(post),
        synthetic: true,
        mission,
        reference: `N-${post.key}-${index + 1}`,
        office: 'HEAD_OF_MISSION',
        position: index + 1,
        holderRole: `${office}-${cityCode(post.city)}`,
        notifiedOn: index === 2 ? null : dayOf(later(since, index + 3)),
      }),
    ),
  );
}
