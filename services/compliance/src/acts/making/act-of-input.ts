import type { DisclosureNotice } from '@chancery/policy/writes/emergency-disclosure';
import type { BroughtAct } from '@chancery/policy/writes/make-act';
import type { WaiverText } from '@chancery/policy/writes/waiver';
import type { RegisterKey } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import type { PersonMarks } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ActKind } from '@chancery/shared/vocabulary';
import type { GrantActInput, MakingInput } from './act-input.js';

/** Of what and by whom an act is made. */
export interface Origin {
  readonly id: string;
  readonly kind: ActKind;
  /** Whom the token represents: nobody makes an act of another State. */
  readonly represents: string;
  /** The post that it concerns, by register key. */
  readonly posts: readonly RegisterKey[];
  readonly now: Instant;
}

export const instantOf = (date: Date): string => date.toISOString().replace('.000Z', 'Z');

/** The act that an input says, with its papers. */
export function broughtBy(input: MakingInput & Partial<GrantActInput>, origin: Origin): BroughtAct {
  return {
    act: actOf(input, origin),
    posts: origin.posts,
    person: typeof input.personCategory === 'string' ? personOf(input.personCategory, origin) : null,
    waiver: origin.kind === 'WAIVER' ? waiverOf(input) : null,
    notice: origin.kind === 'EMERGENCY_DISCLOSURE' ? noticeOf(input) : null,
  };
}

function actOf(input: MakingInput, { id, kind, represents, posts, now }: Origin): Act {
  return {
    id,
    v: 1,
    kind,
    by: { represents, office: input.office },
    to: { represents: input.recipient, agencies: input.recipientAgencies },
    scope: {
      missions: input.coversPost === true ? posts : [],
      keys: input.scopeKeys ?? [],
      persons: input.persons ?? [],
      categories: input.categories,
    },
    from: instantOf(input.fromAt ?? new Date(now)),
    until: input.untilAt ? instantOf(input.untilAt) : null,
    written: input.isWritten,
    ref: input.source ?? null,
    revokedAt: null,
  };
}

/** Whose immunity it is, as the maker says; where the act is matched, the marks of the record say it. */
export function personOf(category: string, { represents, now }: Pick<Origin, 'represents' | 'now'>): PersonMarks {
  return { category, nationalities: new Set([represents]), from: instantOf(new Date(now)).slice(0, 10), until: null };
}

function waiverOf(input: Partial<GrantActInput>): WaiverText {
  return {
    expressText: input.waivingWords ?? null,
    coversProceedings: input.coversProceedings === true,
    coversExecution: input.coversExecution === true,
  };
}

function noticeOf(input: Partial<GrantActInput>): DisclosureNotice {
  return {
    information: input.disclosedInformation ?? null,
    recipients: input.disclosedTo ?? null,
    transmission: input.transmission ?? null,
    reason: input.reason ?? null,
    safeguarding: input.safeguarding ?? null,
    briefings: input.briefings ?? null,
  };
}
