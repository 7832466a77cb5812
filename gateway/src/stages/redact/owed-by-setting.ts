import { type Decision, recordedRules } from '@chancery/policy/decision';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { getNamedType, isObjectType } from 'graphql';
import type { FieldPolicy } from '../../schema/field-policy.js';
import type { Supergraph } from '../../schema/supergraph.js';
import type { Command } from '../authorize/commands.js';
import type { Decider } from '../authorize/decider.js';
import { ownValue } from '../execute/own-value.js';
import type { FieldProjection } from '../rewrite/projection.js';
import type { OwedItem, Redacted, TallyItem } from './redacted.js';

/** What commands came to, and what it is decided by. */
export interface Setting {
  readonly supergraph: Supergraph;
  readonly decider: Pick<Decider, 'decide' | 'existence'>;
  readonly commands: readonly Command[];
  /** The fields at the root of the mutation. */
  readonly roots: readonly FieldProjection[];
  /** What was fetched. */
  readonly data: object;
  handlingOf(subgraph: string, integer: unknown): Handling | null;
}

/** A value that a command has set, under the handling of its record, which makes its setter owe something. */
interface SetValue {
  /** The field of the input. */
  readonly coordinate: Coordinate;
  readonly policy: FieldPolicy;
  readonly handling: Handling;
  readonly decision: Decision;
  readonly responseKey: string;
}

/**
 * An answer with what setting values obliges to (ADR 0112). Whoever sets a value has it, and owes what whoever reads it there would owe: police who record that
 * they hold somebody owe the notice from then on, and not once somebody reads the record. Nothing is disclosed by it, so the entry names such a value as
 * internal, by the field of the input that set it.
 */
export function withOwedBySetting(redacted: Redacted, setting: Setting): Redacted {
  const set = setValues(setting);
  if (set.length === 0) return redacted;
  const owed = set.flatMap(owedItems);
  const obligations = new Map(
    [...redacted.obligations, ...owed.map(({ obligation }) => obligation)].map((each) => [JSON.stringify(each), each]),
  );
  return {
    ...redacted,
    tally: [...redacted.tally, ...set.map(tallied)],
    owed: [...redacted.owed, ...owed],
    obligations: [...obligations.values()],
    acts: [...new Set([...redacted.acts, ...set.flatMap(({ decision }) => decision.acts)])].sort(),
  };
}

function setValues({ supergraph, decider, commands, roots, data, handlingOf }: Setting): SetValue[] {
  const mutation = supergraph.consumerSchema.getMutationType()?.getFields() ?? {};
  return roots.flatMap(({ responseKey, canonicalKey }, at) => {
    const command = commands[at];
    const field = command === undefined ? undefined : mutation[command.name];
    const payload = ownValue(data, canonicalKey);
    if (command === undefined || field === undefined || typeof payload !== 'object' || payload === null) return [];
    return madeIn(getNamedType(field.type)).flatMap(({ name, typeName }) => {
      const row = ownValue(payload, name);
      const owner = supergraph.ownerOf(typeName);
      if (typeof row !== 'object' || row === null || owner === null) return [];
      const handling = handlingOf(owner, ownValue(row, 'handling'));
      if (handling === null || decider.existence(handling).effect !== 'allow') return [];
      return fieldsSet(command, typeName, supergraph).flatMap(({ coordinate, policy }) => {
        const decision = decider.decide(policy, handling);
        const isOwing = decision.effect === 'allow' && decision.obligations.length > 0;
        return isOwing ? [{ coordinate, policy, handling, decision, responseKey }] : [];
      });
    });
  });
}

/** The records that a payload has. */
function madeIn(payload: ReturnType<typeof getNamedType>): { readonly name: string; readonly typeName: string }[] {
  if (!isObjectType(payload)) return [];
  return Object.values(payload.getFields()).flatMap(({ name, type }) => {
    const made = getNamedType(type);
    return isObjectType(made) ? [{ name, typeName: made.name }] : [];
  });
}

/** What a command gave that is a field of its record: inputs have the names of what they set. */
function fieldsSet(
  { given }: Command,
  typeName: string,
  { consumerSchema, policyOf }: Supergraph,
): { readonly coordinate: Coordinate; readonly policy: FieldPolicy }[] {
  const type = consumerSchema.getType(typeName);
  const fields = isObjectType(type) ? type.getFields() : {};
  return given.flatMap((coordinate) => {
    const name = coordinate.slice(coordinate.indexOf('.') + 1);
    const policy = Object.hasOwn(fields, name) ? policyOf(typeName, name) : null;
    return policy === null || policy.category === null ? [] : [{ coordinate, policy }];
  });
}

function tallied({ coordinate, policy, handling, decision }: SetValue): TallyItem {
  const { label } = handlingAt(handling, policy.coordinate, policy.category ?? 'EXISTENCE', policy.floor);
  return { coordinate, handling, label, letter: 'I', rules: recordedRules(decision), acts: decision.acts, count: 1 };
}

const owedItems = ({ coordinate, decision, responseKey }: SetValue): OwedItem[] =>
  decision.obligations.map((obligation) => ({
    coordinate,
    obligation,
    count: 1,
    paths: [[responseKey]],
    pathsTruncated: false,
  }));
