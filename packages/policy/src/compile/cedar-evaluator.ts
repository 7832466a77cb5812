import type { Category } from '@chancery/shared/vocabulary';
import { NONE, some } from '../compiled/bits.js';
import type { EvaluateRules, RuleFindings } from '../compiled/evaluate.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { ATTRIBUTES, type Attribute, ENUMS } from './attributes.js';
import { cedar } from './cedar-wasm.js';
import { PolicyFault } from './expression.js';
import { loadPolicies, policyTexts } from './load-policies.js';
import { policySetVersion } from './print-module.js';
import type { PolicySource } from './read-policy.js';
import { schemaText } from './schema-text.js';
import { WORD_BITS } from './word-bits.js';

type Answer = ReturnType<typeof cedar.statefulIsAuthorized>;
type CedarValue = Parameters<typeof cedar.statefulIsAuthorized>[0]['context'][string];

const entity = (type: string, id: string) => ({ __entity: { type, id } });

function cedarValue(attribute: Attribute, input: PolicyInput): CedarValue {
  const value = input[attribute.name];
  if (attribute.words === null) return value;
  if (typeof value === 'string') return entity(attribute.words, value);
  const { words } = attribute;
  const held = ENUMS[words].filter((word) => some(Number(value), WORD_BITS[words]?.[word] ?? NONE));
  return held.map((word) => entity(words, word));
}

function recordOf(owner: Attribute['owner'], input: PolicyInput): Record<string, CedarValue> {
  const attributes = ATTRIBUTES.filter((attribute) => attribute.owner === owner);
  return Object.fromEntries(attributes.map((attribute) => [attribute.name, cedarValue(attribute, input)]));
}

const SUBJECT = { type: 'Subject', id: 'subject' };
const RECORD = { type: 'Record', id: 'record' };

function authorize(setId: string, category: Category, input: PolicyInput): Answer {
  return cedar.statefulIsAuthorized({
    principal: SUBJECT,
    action: { type: 'Action', id: category },
    resource: RECORD,
    context: recordOf('context', input),
    preparsedSchemaName: setId,
    validateRequest: true,
    preparsedPolicySetId: setId,
    entities: [
      { uid: SUBJECT, attrs: recordOf('principal', input), parents: [] },
      { uid: RECORD, attrs: recordOf('resource', input), parents: [] },
    ],
  });
}

interface Reasons {
  readonly decision: 'allow' | 'deny';
  readonly reasons: readonly string[];
}

/** The rules that determined Cedar's answer. Anything but a clean answer is a fault: a policy that errors is skipped. */
function reasonsOf(answer: Answer): Reasons {
  if (answer.type === 'failure') throw new PolicyFault(answer.errors.map((error) => error.message).join('; '));
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0)
    throw new PolicyFault(diagnostics.errors.map(({ error }) => error.message).join('; '));
  return { decision, reasons: diagnostics.reason };
}

/** Parses a set of policies once; answers which of them determined Cedar's answer to an input. */
function askCedar(sources: readonly PolicySource[]): (category: Category, input: PolicyInput) => Reasons {
  // The id names the contents: Cedar would silently overwrite a set that bears the same id.
  const setId = policySetVersion(sources);
  const loaded = [
    cedar.preparsePolicySet(setId, { staticPolicies: { ...policyTexts(sources) } }),
    cedar.preparseSchema(setId, schemaText()),
  ];
  for (const each of loaded) {
    if (each.type === 'failure') throw new PolicyFault(each.errors.map((error) => error.message).join('; '));
  }
  const known = new Map<string, Reasons>();
  return (category, input) => {
    const key = `${category} ${JSON.stringify(input)}`;
    const answer = known.get(key) ?? reasonsOf(authorize(setId, category, input));
    known.set(key, answer);
    return answer;
  };
}

/** Evaluates with Cedar itself what the engine evaluates with compiled functions: the oracle of the tests. */
export function createCedarEvaluator(sources: readonly PolicySource[] = loadPolicies()): EvaluateRules {
  const accessOf = askCedar(sources.filter(({ rule }) => rule.effect !== 'duty'));
  // Among the permits a duty would open what it merely attaches to.
  const owedOf = askCedar(sources.filter(({ rule }) => rule.effect === 'duty'));
  return (category, rules, inputs): RuleFindings => {
    const answers = inputs.map((input) => accessOf(category, input));
    const determined = (by: Reasons['decision']) =>
      new Set(answers.filter(({ decision }) => decision === by).flatMap(({ reasons }) => reasons));
    const barring = determined('deny');
    const opening = barring.size > 0 ? new Set<string>() : determined('allow');
    const owed = new Set(opening.size === 0 ? [] : inputs.flatMap((each) => owedOf(category, each).reasons));
    return {
      bars: rules.forbids.filter(({ policy }) => barring.has(policy.id)),
      bases: rules.permits.filter(({ policy }) => opening.has(policy.id)),
      duties: rules.duties.filter(({ policy }) => owed.has(policy.id)),
      failed: [],
    };
  };
}
