import { LruCache } from '@chancery/shared/lru-cache';
import type { Category } from '@chancery/shared/vocabulary';
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { TextCache } from '../../memory/text-cache.js';
import type { Supergraph } from '../../schema/supergraph.js';
import type { ClosedCategories } from '../authorize/closed-categories.js';
import { categoriesRead } from '../authorize/require-reason.js';
import type { ValidOperation } from '../read/validate.js';
import { compileProjection } from '../redact/compile-projection.js';
import type { RedactionPlan } from '../redact/redaction-plan.js';
import { type CanonicalOperation, canonicalise } from '../rewrite/canonical-operation.js';
import { conditionVariables } from '../rewrite/conditions.js';
import type { Planner } from './planner.js';
import type { QueryPlan } from './query-plan.js';

/** Everything about an operation that does not depend on the values in it: made once, used for each request like it. */
export interface PreparedOperation {
  readonly canonical: CanonicalOperation;
  /** Run one after the other; none when nothing has to be fetched. A mutation has one for each field at its root. */
  readonly steps: readonly PreparedStep[];
  readonly redaction: RedactionPlan;
  /** The kinds of data that it fetches. */
  readonly categories: ReadonlySet<Category>;
}

export interface PreparedStep {
  readonly plan: QueryPlan;
  /** The values of the plan's variables. */
  bind(variables: ValidOperation['variables']): Record<string, unknown>;
}

/** Rewrites, plans and compiles operations; keeps them by text, name, conditions and what is closed for the profile. */
export class OperationPreparer {
  readonly #prepared = new TextCache<PreparedOperation>();
  /** The same for a document that is kept: its text need not be written out to find it. */
  readonly #ofDocuments = new WeakMap<OperationDefinitionNode, LruCache<string, PreparedOperation>>();

  constructor(
    readonly supergraph: Supergraph,
    readonly planner: Planner,
  ) {}

  prepare(text: string, valid: ValidOperation, closed: ClosedCategories): PreparedOperation {
    const conditions = conditionsOf(valid);
    const variant = JSON.stringify([conditions, closed.key]);
    return this.#variantsOf(valid.operation).compute(variant, () => {
      const key = JSON.stringify([text, valid.operation.name?.value ?? null, conditions, closed.key]);
      return this.#prepared.compute(key, () => this.#make(valid, closed));
    });
  }

  #variantsOf(operation: OperationDefinitionNode): LruCache<string, PreparedOperation> {
    let variants = this.#ofDocuments.get(operation);
    if (variants === undefined) {
      variants = new LruCache(VARIANTS_MAX);
      this.#ofDocuments.set(operation, variants);
    }
    return variants;
  }

  #make(valid: ValidOperation, closed: ClosedCategories): PreparedOperation {
    const canonical = canonicalise(valid, { supergraph: this.supergraph, isPruned: (field) => closed.isClosed(field) });
    return {
      canonical,
      steps: canonical.steps.map(({ text, bind }) => ({ plan: this.planner.plan(text), bind })),
      redaction: compileProjection(canonical.root),
      categories: categoriesRead(canonical.root),
    };
  }
}

const VARIANTS_MAX = 4;
const conditionNames = new WeakMap<OperationDefinitionNode, readonly string[]>();

function conditionsOf({ document, operation, variables }: ValidOperation): readonly unknown[] {
  let names = conditionNames.get(operation);
  if (names === undefined) {
    names = conditionVariables(operation, fragmentsOf(document));
    conditionNames.set(operation, names);
  }
  return names.map((name) => variables[name]);
}

const fragmentsOf = (document: DocumentNode) =>
  document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
