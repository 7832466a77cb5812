import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { FieldPolicy } from '../../schema/field-policy.js';
import type { Supergraph } from '../../schema/supergraph.js';
import { DocumentError } from '../read/document-error.js';
import { type CanonicalCalls, CanonicalSelection } from './canonical-selection.js';
import { applies, collectFields, type Expansion, fragmentOf, spend } from './collect-fields.js';
import { isIncluded } from './conditions.js';
import { guardedNode, rowsOf, selectHandling } from './handling-selection.js';
import { isMetaField } from './meta-fields.js';

export interface SelectorOptions {
  readonly expansion: Expansion;
  readonly supergraph: Supergraph;
  readonly isPruned: (policy: FieldPolicy) => boolean;
  readonly calls: CanonicalCalls;
}

type Nodes = readonly [FieldNode, ...FieldNode[]];
type AbstractType = GraphQLInterfaceType | GraphQLUnionType;

/**
 * Selects what has to be fetched for an operation: its own fields without what is pruned, and what its objects are decided
 * by. On interfaces and unions it keeps to the caller's fragments, for planning every type for itself costs fetches.
 */
export class Selector {
  readonly #options: SelectorOptions;

  constructor(options: SelectorOptions) {
    this.#options = options;
  }

  select(
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    wanted: CanonicalSelection,
    pageOf: string | null = null,
  ): void {
    const { supergraph, expansion } = this.#options;
    selectHandling({ supergraph, schema: expansion.schema }, type, wanted);
    if (isObjectType(type)) this.#selectOfObject(type, selectionSets, wanted, pageOf);
    else this.#selectOfAbstract(type, selectionSets, wanted);
  }

  /** One field at the root of a mutation, under a key that no other has. */
  selectAlone(type: GraphQLObjectType, nodes: Nodes): CanonicalSelection {
    const wanted = new CanonicalSelection();
    const field = this.#fieldOf(type, nodes[0]);
    const { supergraph, isPruned, calls } = this.#options;
    if (isPruned(supergraph.policyOf(type.name, field.name))) return wanted;
    const call = calls.callAlone(field, nodes[0]);
    const selection = this.#selectionOf(field, nodes, undefined, null);
    if (selection !== null) this.#selectMade(getNamedType(field.type), selection);
    wanted.fields.set(call.key, { key: call.key, name: field.name, call, selection });
    return wanted;
  }

  /** What a command has made or changed, also where its caller does not ask for it back: what was set there is decided by its handling. */
  #selectMade(payload: GraphQLNamedType, wanted: CanonicalSelection): void {
    const { supergraph, isPruned } = this.#options;
    if (!isObjectType(payload)) return;
    for (const field of Object.values(payload.getFields())) {
      const made = getNamedType(field.type);
      const isMade = isObjectType(made) && field.args.length === 0 && supergraph.handledBy(made.name) === 'OWN';
      if (!isMade || wanted.fields.has(field.name) || isPruned(supergraph.policyOf(payload.name, field.name))) continue;
      const selection = new CanonicalSelection();
      this.select(made, [], selection);
      wanted.fields.set(field.name, { key: field.name, name: field.name, call: null, selection });
    }
  }

  #selectOfObject(
    type: GraphQLObjectType,
    selectionSets: readonly SelectionSetNode[],
    wanted: CanonicalSelection,
    pageOf: string | null,
  ): void {
    const { supergraph, expansion, isPruned } = this.#options;
    const told = rowsOf(supergraph, type, pageOf);
    let tellsOfRows = false;
    let hasNode = false;
    for (const nodes of collectFields(expansion, type, selectionSets).values()) {
      if (isMetaField(nodes[0])) continue;
      const field = this.#fieldOf(type, nodes[0]);
      hasNode ||= field.name === 'node';
      if (isPruned(supergraph.policyOf(type.name, field.name))) continue;
      this.#selectField(field, nodes, wanted, told);
      tellsOfRows ||= !isCompositeType(getNamedType(field.type));
    }
    // What a count or a page tells of rows is marked by their handlings.
    if (told !== null && tellsOfRows) wanted.addLeaf('handlings');
    const node = hasNode ? null : guardedNode(supergraph, type);
    if (node === null) return;
    const selection = new CanonicalSelection();
    this.select(node.named, [], selection);
    wanted.fields.set('node', { key: 'node', name: 'node', call: null, selection });
  }

  #selectOfAbstract(type: AbstractType, selectionSets: readonly SelectionSetNode[], wanted: CanonicalSelection): void {
    const parts = new AbstractParts(this.#options.expansion, type);
    for (const selectionSet of selectionSets) parts.collect(selectionSet);
    for (const nodes of parts.fields.values()) {
      if (nodes[0].name.value === TypeNameMetaFieldDef.name) wanted.addLeaf(TypeNameMetaFieldDef.name);
      else this.#selectOfInterface(type, nodes, wanted);
    }
    for (const [condition, sets] of parts.fragments) {
      const narrowed = this.#options.expansion.schema.getType(condition);
      if (isObjectType(narrowed)) this.#selectOfObject(narrowed, sets, wanted.on(condition), null);
      else if (isCompositeType(narrowed)) this.#selectOfAbstract(narrowed, sets, wanted.on(condition));
    }
  }

  /** A field of an interface; where it is pruned for some of the objects only, it is fetched of the others. */
  #selectOfInterface(type: AbstractType, nodes: Nodes, wanted: CanonicalSelection): void {
    const { supergraph, expansion, isPruned } = this.#options;
    const field = this.#fieldOf(type, nodes[0]);
    const possible = expansion.schema.getPossibleTypes(type);
    const open = possible.filter(({ name }) => !isPruned(supergraph.policyOf(name, field.name)));
    if (open.length === possible.length) this.#selectField(field, nodes, wanted, null);
    else
      for (const object of open)
        this.#selectField(this.#fieldOf(object, nodes[0]), nodes, wanted.on(object.name), null);
  }

  #selectField(
    field: GraphQLField<unknown, unknown>,
    nodes: Nodes,
    wanted: CanonicalSelection,
    told: string | null,
  ): void {
    const call = this.#options.calls.callOf(field, nodes[0]);
    const key = call?.key ?? field.name;
    const known = wanted.fields.get(key);
    const selection = this.#selectionOf(field, nodes, known?.selection ?? undefined, told);
    if (!known) wanted.fields.set(key, { key, name: field.name, call, selection });
  }

  #selectionOf(
    field: GraphQLField<unknown, unknown>,
    nodes: Nodes,
    known: CanonicalSelection | undefined,
    told: string | null,
  ): CanonicalSelection | null {
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return null;
    const selection = known ?? new CanonicalSelection();
    const selectionSets = nodes.flatMap((node) => node.selectionSet ?? []);
    this.select(named, selectionSets, selection, told);
    return selection;
  }

  #fieldOf(type: GraphQLCompositeType, node: FieldNode): GraphQLField<unknown, unknown> {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) throw DocumentError.at('DOCUMENT_INVALID', `unknown field \`${node.name.value}\``, node);
    return field;
  }
}

/** What is selected on an interface or a union: what holds for each object of it, and what only for some. */
class AbstractParts {
  readonly fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  /** By the name of the type that it holds for. */
  readonly fragments = new Map<string, SelectionSetNode[]>();
  readonly #spread = new Set<string>();

  constructor(
    readonly expansion: Expansion,
    readonly type: AbstractType,
  ) {}

  collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      spend(this.expansion, selection);
      if (!isIncluded(selection, this.expansion.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const responseKey = selection.alias?.value ?? selection.name.value;
        const equals = this.fields.get(responseKey);
        if (equals) equals.push(selection);
        else this.fields.set(responseKey, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#take(selection.typeCondition, selection.selectionSet);
      } else if (!this.#spread.has(selection.name.value)) {
        this.#spread.add(selection.name.value);
        const fragment = fragmentOf(this.expansion, selection);
        this.#take(fragment.typeCondition, fragment.selectionSet);
      }
    }
  }

  #take(condition: NamedTypeNode | undefined, selectionSet: SelectionSetNode): void {
    if (!condition || applies(this.expansion, this.type, condition)) {
      this.collect(selectionSet);
      return;
    }
    const known = this.fragments.get(condition.name.value);
    if (known) known.push(selectionSet);
    else this.fragments.set(condition.name.value, [selectionSet]);
  }
}
