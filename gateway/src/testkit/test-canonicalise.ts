import { readFileSync } from 'node:fs';
import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import type { FieldPolicy } from '../schema/field-policy.js';
import { loadSupergraph } from '../schema/load-supergraph.js';
import { type CanonicalOperation, canonicalise } from '../stages/rewrite/canonical-operation.js';

/** The project's own supergraph. */
export const TEST_SUPERGRAPH = loadSupergraph(
  readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8'),
);

export interface TestCanonicaliseOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly selectionsMax?: number;
  readonly isPruned?: (policy: FieldPolicy) => boolean;
}

export interface TestCanonicalOperation extends CanonicalOperation {
  /** Of a query; null when nothing has to be fetched. */
  readonly text: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a query goes through before and around it: parse, validate, coerce, canonicalise, bind. Throws on an invalid document. */
export function testCanonicalise(text: string, options: TestCanonicaliseOptions = {}): TestCanonicalOperation {
  const { consumerSchema } = TEST_SUPERGRAPH;
  const document = parse(text);
  const [invalid] = validate(consumerSchema, document);
  if (invalid) throw invalid;
  const operation = getOperationAST(document, options.operationName);
  if (!operation) throw new Error('no such operation');
  const { coerced, errors } = getVariableValues(
    consumerSchema,
    operation.variableDefinitions ?? [],
    options.variables ?? {},
  );
  if (errors?.[0] || !coerced) throw errors?.[0] ?? new Error('no variables');
  const { isPruned = () => false, selectionsMax } = options;
  const canonical = canonicalise(
    { document, operation, variables: coerced },
    { supergraph: TEST_SUPERGRAPH, isPruned, ...(selectionsMax === undefined ? {} : { selectionsMax }) },
  );
  const [step] = canonical.steps;
  return { ...canonical, text: step?.text ?? null, variables: step?.bind(coerced) ?? {} };
}
