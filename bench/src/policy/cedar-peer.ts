import { ATTRIBUTES, type Attribute } from '@chancery/policy/compile/attributes';
import { cedar } from '@chancery/policy/compile/cedar-wasm';
import { loadPolicies, policyTexts } from '@chancery/policy/compile/load-policies';
import { schemaText } from '@chancery/policy/compile/schema-text';
import { worded } from './input-record.js';
import type { Value } from './value.js';

type Call = Parameters<typeof cedar.statefulIsAuthorized>[0];
type CedarValue = Call['context'][string];

const SET = 'bench';
const SUBJECT = { type: 'Subject', id: 'subject' };
const RECORD = { type: 'Record', id: 'record' };

/** Cedar itself, as fast as it goes: policies and schema parsed once. Its flag against aborts is set where it is loaded. */
export function prepareCedar(): void {
  const sources = loadPolicies().filter(({ rule }) => rule.effect !== 'duty');
  const prepared = [
    cedar.preparsePolicySet(SET, { staticPolicies: { ...policyTexts(sources) } }),
    cedar.preparseSchema(SET, schemaText()),
  ];
  if (prepared.some(({ type }) => type === 'failure')) throw new RangeError('Cedar does not read the policies');
}

function attributesOf(owner: Attribute['owner'], { input }: Value): Record<string, CedarValue> {
  const own = ATTRIBUTES.filter((attribute) => attribute.owner === owner);
  const entity = (type: string, id: string) => ({ __entity: { type, id } });
  return Object.fromEntries(
    own.map((attribute): [string, CedarValue] => {
      const value = worded(attribute, input);
      const { name, words } = attribute;
      if (words === null || typeof value === 'boolean') return [name, value === true];
      return [name, typeof value === 'string' ? entity(words, value) : value.map((word) => entity(words, word))];
    }),
  );
}

/** The call for one value; made before the time is taken. */
export function cedarCall(value: Value): Call {
  return {
    principal: SUBJECT,
    action: { type: 'Action', id: value.category },
    resource: RECORD,
    context: attributesOf('context', value),
    preparsedSchemaName: SET,
    preparsedPolicySetId: SET,
    validateRequest: false,
    entities: [
      { uid: SUBJECT, attrs: attributesOf('principal', value), parents: [] },
      { uid: RECORD, attrs: attributesOf('resource', value), parents: [] },
    ],
  };
}

/** Cedar's answer. */
export function askCedar(call: Call): boolean {
  const answer = cedar.statefulIsAuthorized(call);
  if (answer.type === 'failure' || answer.response.diagnostics.errors.length > 0) throw new RangeError('Cedar failed');
  return answer.response.decision === 'allow';
}
