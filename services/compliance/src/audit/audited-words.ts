import { defineEnum } from '@chancery/shared/schema/define-enum';

/** How a coordinate was decided. */
export const AuditedDecision = defineEnum(
  'AuditedDecision',
  'How a coordinate was decided: disclosed, withheld and said to be, hidden as if absent, or fetched for the gateway alone.',
  ['ALLOWED', 'WITHHELD', 'HIDDEN', 'INTERNAL'],
  'a decision',
);
export type AuditedDecision = keyof typeof AuditedDecision;

/** Whose oversight a row is for. */
export const AuditSide = defineEnum(
  'AuditSide',
  'Whose oversight it is for: that of the State whose record it was, or that of the State whose agency asked.',
  ['OWNER', 'REQUESTER'],
  'a side',
);
export type AuditSide = keyof typeof AuditSide;

/** What deciding an entry again came to, when it was projected. */
export const AuditedReplay = defineEnum(
  'AuditedReplay',
  'What deciding it again came to, by the profile, snapshot, time and handling of the entry, when its row was written: the same by the same rules and acts; otherwise; not asked, because other rules had decided it; not possible.',
  ['SAME', 'OTHERWISE', 'OTHER_RULES', 'NOT_POSSIBLE'],
  'what deciding again came to',
);
export type AuditedReplay = keyof typeof AuditedReplay;
