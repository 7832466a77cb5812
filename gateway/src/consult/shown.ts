import { callerCitations } from '@chancery/policy/caller-citations';
import { type Citation, dueAt, type Obligation } from '@chancery/policy/decision';
import type { CallerExplanation } from '@chancery/policy/explain-to-caller';
import type { Grantor, PathToYes, Step } from '@chancery/policy/path';
import { sayStep } from '@chancery/policy/say-step';
import { givenBy, takenBackBy } from '@chancery/policy/writes/act-commands';
import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { ruleOf } from '../stages/execute/rule-of.js';
import type { AskedField } from './asked-field.js';
import type { SharingDecision } from './sharing.js';

/** An explanation as the schema has it. */
export function explanationShown({ policy }: AskedField, at: Instant, explained: CallerExplanation): object {
  const { effect, code, citations, obligations, paths, timeline } = explained;
  return {
    coordinate: policy?.coordinate ?? 'EXISTENCE',
    at: timeText(at),
    allowed: effect === 'allow',
    code,
    citations: rulesShown(citations),
    obligations: obligationsShown(obligations, at),
    paths: paths?.paths.map(pathShown) ?? null,
    pathsComplete: paths?.complete ?? null,
    timeline: timeline.spans.map((span) => ({
      from: timeText(span.from),
      until: span.until === NEVER ? null : timeText(span.until),
      allowed: span.effect === 'allow',
      code: span.code,
    })),
    timelineComplete: timeline.complete,
  };
}

/** What a partner would get, as the schema has it: what hides from it would not be there. */
export function sharingShown({ policy }: AskedField, { profile, decision }: SharingDecision, now: Instant): object {
  const { agency, represents } = profile.subject;
  const asked = {
    coordinate: policy?.coordinate ?? 'EXISTENCE',
    partner: agency,
    represents,
    purpose: profile.purpose,
  };
  if (decision === null) {
    return { ...asked, allowed: false, code: 'PURPOSE_MISMATCH', citations: [], obligations: [] };
  }
  const { effect, code, obligations } = decision;
  const citations = rulesShown(callerCitations(decision));
  return { ...asked, allowed: effect === 'allow', code, citations, obligations: obligationsShown(obligations, now) };
}

const rulesShown = (citations: readonly Citation[]): readonly object[] =>
  citations.flatMap(({ rule }) => ruleOf({ id: rule }) ?? []);

const obligationsShown = (obligations: readonly Obligation[], now: Instant): readonly object[] =>
  obligations.map((each) => ({ kind: each.kind, rule: each.rule, dueAt: timeText(dueAt(each, now)) }));

const pathShown = (path: PathToYes): object => ({ steps: path.map(stepShown) });

function stepShown(step: Step): object {
  const shown = { ...NOTHING, kind: step.step, text: sayStep(step) };
  switch (step.step) {
    case 'ACT': {
      const { form } = step;
      return {
        ...shown,
        act: step.act,
        commands: givenBy(step.act),
        on: typeof form === 'object' ? form.on : null,
        ...grantorShown(step.by),
      };
    }
    case 'REVOCATION':
      return { ...shown, act: step.act, commands: takenBackBy(), actId: step.id, ...grantorShown(step.by) };
    case 'PURPOSE':
      return { ...shown, purpose: step.purpose, assigned: step.assigned };
    case 'CASE':
      return { ...shown, caseId: step.caseId };
    case 'AGENCY_KIND':
      return { ...shown, agencyKind: step.kind };
    case 'CLEARANCE':
      return { ...shown, policy: step.policy, rank: step.rank };
    case 'COMPARTMENT':
      return { ...shown, compartment: step.compartment };
    case 'LABEL':
      return shown;
  }
}

const NOTHING = {
  act: null,
  commands: null,
  on: null,
  actId: null,
  represents: null,
  offices: null,
  purpose: null,
  assigned: null,
  caseId: null,
  agencyKind: null,
  policy: null,
  rank: null,
  compartment: null,
};

const grantorShown = ({ represents, offices }: Grantor): object => ({ represents, offices });

const timeText = (instant: Instant): string => new Date(instant).toISOString();
