import { callerCitations } from '@chancery/policy/caller-citations';
import { type Citation, dueAt, type Obligation } from '@chancery/policy/decision';
import { liftingActs } from '@chancery/policy/lifting-acts';
import { owing } from '@chancery/policy/owing';
import { chooseProfile } from '@chancery/shared/subjects/choose-profile';
import { PURPOSES, type Purpose } from '@chancery/shared/vocabulary';
import { type AskedField, fieldsOf, recordOf, THE_ROW } from '../consult/asked-field.js';
import type { Consulting } from '../consult/consultations.js';
import { lookAt, type Sight, type ValueSight } from '../consult/look-at.js';
import { type Partner, partnersAt } from '../consult/partner-profile.js';
import { decideSharing, maySee, type SharingDecision } from '../consult/sharing.js';
import type { Consulted } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { type Action, type Entity, type Evaluation, invalid } from './access-request.js';
import type { DeniedValue } from './denial-seal.js';

/** What questions of one request are answered with. */
export interface AccessAnswering {
  readonly asking: Asking;
  readonly consulting: Consulting;
  readonly consulted: Consulted;
}

/** The answer to one question, and what is told beside it. */
export interface Evaluated {
  readonly decision: boolean;
  readonly told: Readonly<Record<string, unknown>>;
  /** The value that was withheld from who asks itself, which it may ask for. */
  readonly denied?: DeniedValue;
}

/** What is told of a record that is hidden or not there, of a value that hides, and of whatever the law does not know: nothing. */
const NOTHING: Evaluated = { decision: false, told: {} };

/** The only action that is decided for a value; changes are commands, each with its own grant. */
export const READ = 'read';
/** Types of subject: who asks itself, by its pseudonym; an agency of an agreement. */
export const SELF = 'subject';
export const AGENCY = 'agency';

/** Answers one question. Throws INPUT_INVALID or what looking at a record throws. */
export async function evaluate(question: Evaluation, answering: AccessAnswering): Promise<Evaluated> {
  const [outcome = NOTHING] = await evaluateFields(
    question,
    [fieldOf(question.action, question.resource, answering)],
    answering,
  );
  return outcome;
}

/** Answers one question about several fields of a record, which is looked at once. */
export async function evaluateFields(
  { subject, action, resource, context = {} }: Omit<Evaluation, 'action'> & { readonly action: Action },
  fields: readonly (AskedField | null)[],
  answering: AccessAnswering,
): Promise<readonly Evaluated[]> {
  const record = recordOf(resource.id);
  const wanted = fields.flatMap((field) => field ?? []);
  const none = fields.map(() => NOTHING);
  const asker = askerOf(subject, context, answering);
  if (asker === null || action.name !== READ) return none;
  if (record === null || record.typeName !== resource.type || wanted.length === 0) return none;
  const { consulting, consulted } = answering;
  const sight = await lookAt(record, wanted, asker.asking, consulting, consulted);
  if (sight === null) return none;
  return wanted.map((_, index) => evaluated(asker, resource, sight, sight.values[index] ?? null, answering));
}

/** Who is asked about: who asks itself, for a purpose; or an agency, which who asks sees the record for. */
type Asker =
  | { readonly asking: Asking; readonly partner: null }
  | { readonly asking: Asking; readonly partner: Partner; readonly purpose: Purpose };

/** Null for nobody that is known. */
function askerOf(
  subject: Entity,
  context: Readonly<Record<string, unknown>>,
  answering: AccessAnswering,
): Asker | null {
  const { asking, consulting } = answering;
  const { token } = asking;
  const purpose = textIn(context, 'purpose');
  if (subject.type === SELF) {
    if (subject.id !== token.subject.id) return null;
    const caseId = textIn(context, 'case') ?? asking.profile.caseId ?? undefined;
    const profile = chooseProfile(token, { purpose: purpose ?? asking.profile.purpose, caseId });
    return { asking: { ...asking, profile }, partner: null };
  }
  if (subject.type !== AGENCY) return null;
  const partner = partnersAt(consulting.trust, asking.now).find((each) => each.subject.agency === subject.id);
  const named = PURPOSES.find((known) => known === (purpose ?? asking.profile.purpose));
  if (named === undefined) throw invalid('context.purpose', 'no such purpose');
  return partner === undefined ? null : { asking, partner, purpose: named };
}

function textIn(context: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = context[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  throw invalid(`context.${name}`, 'is no text');
}

/** The field that an action reads; the record itself where it names none. Null of a type that there is not. */
export function fieldOf(
  action: Action,
  { type }: { readonly type: string },
  { consulting }: AccessAnswering,
): AskedField | null {
  const field = action.properties?.field;
  if (field === undefined) return THE_ROW;
  if (typeof field !== 'string') throw invalid('action.properties.field', 'is no text');
  if (consulting.supergraph.handledBy(type) !== 'OWN') return null;
  const asked = fieldsOf(type, consulting.supergraph).find(({ policy }) => policy?.coordinate === `${type}.${field}`);
  if (asked === undefined) throw invalid('action.properties.field', `no field of ${type} that holds data`);
  return asked;
}

function evaluated(
  asker: Asker,
  resource: Entity,
  sight: Sight,
  value: ValueSight | null,
  answering: AccessAnswering,
): Evaluated {
  const { asking, consulting, consulted } = answering;
  if (asker.partner === null) return value === null ? NOTHING : ownOutcome(value, asker.asking, resource);
  // What who asks may not read itself is told of for nobody.
  if (value === null || !maySee(sight, value, asker.asking)) return NOTHING;
  const { policy } = consulting;
  return partnerOutcome(
    decideSharing(sight, value.field, asker.partner, asker.purpose, { asking, policy, consulted }),
    asking,
  );
}

/** The outcome as an answer of GraphQL's would tell it. */
function ownOutcome(
  { field, isOpen, withheld, bases, owed }: ValueSight,
  { profile, now }: Asking,
  { type, id }: Entity,
): Evaluated {
  if (isOpen) {
    const citations = distinct(bases.flatMap((basis) => basis.citations));
    const obligations = owed.map(({ obligation }) => dutyTold(obligation, profile.subject.agency, now));
    return { decision: true, told: { ...told('citations', citations), ...told('obligations', obligations) } };
  }
  if (withheld === null) return NOTHING;
  const { code, citations, liftedBy } = withheld;
  const refusal = { decision: false, told: refused(code, citations, liftedBy) };
  if (field.policy === null) return refusal;
  const { subject, purpose, caseId } = profile;
  const name = field.policy.coordinate.slice(type.length + 1);
  return { ...refusal, denied: { subject: subject.id, type, id, field: name, purpose, caseId } };
}

function partnerOutcome({ profile, decision }: SharingDecision, { now }: Asking): Evaluated {
  if (decision === null) return { decision: false, told: refused('PURPOSE_MISMATCH', [], []) };
  const citations = callerCitations(decision);
  if (decision.effect !== 'allow') {
    return {
      decision: false,
      told: refused(decision.code ?? 'POLICY_ERROR', citations, liftingActs(decision.citations)),
    };
  }
  const obligations = decision.obligations.map((duty) => dutyTold(duty, profile.subject.agency, now));
  return { decision: true, told: { ...told('citations', citations), ...told('obligations', obligations) } };
}

function refused(code: string, citations: readonly Citation[], liftedBy: readonly string[]): Evaluated['told'] {
  const articles = citations.map(({ instrument, article }) => `${instrument} ${article}`).join('; ');
  const reason = { reason_user: { en: articles === '' ? code : `${code}: ${articles}` } };
  return { code, ...reason, ...told('citations', citations), ...told('lifted_by', liftedBy) };
}

const told = (name: string, items: readonly unknown[]): object => (items.length === 0 ? {} : { [name]: items });

const dutyTold = (duty: Obligation, agency: string, now: number): object => ({
  kind: duty.kind,
  rule: duty.rule,
  ...owing(duty.kind, agency),
  due_at: new Date(dueAt(duty, now)).toISOString(),
});

const distinct = (citations: readonly Citation[]): readonly Citation[] => [
  ...new Map(citations.map((each) => [`${each.rule} ${each.article}`, each])).values(),
];
