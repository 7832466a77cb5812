import type { Sha256 } from '@chancery/shared/brands';
import type { Category, Coordinate, HandledBy } from '@chancery/shared/vocabulary';
import type { GraphQLSchema } from 'graphql';
import type { FieldPolicy } from './field-policy.js';
import type { TypeLattice } from './type-lattice.js';

/** The composed schema as the gateway needs it: what to plan on, what the caller sees, what each coordinate is. */
export interface Supergraph {
  /** `sha256:` and hex digits of the SDL. */
  readonly digest: Sha256;
  readonly sdl: string;
  /** Without inaccessible elements and without the vocabulary of handling. */
  readonly consumerSchema: GraphQLSchema;
  readonly types: TypeLattice;
  readonly subgraphNames: readonly string[];
  /** Digest of the schema that a subgraph was composed with, by which it knows calls that were planned for it. */
  schemaOf(subgraph: string): Sha256;
  readonly policies: readonly FieldPolicy[];
  /** The kind of data that each field of an input object sets or asks by. */
  readonly inputs: ReadonlyMap<Coordinate, Category>;
  /** Throws for a coordinate that composition let through without a policy: no rule, no field. */
  policyOf(typeName: string, fieldName: string): FieldPolicy;
  /** Null for the root types. */
  handledBy(typeName: string): HandledBy | null;
  /** The subgraph whose handling integers an OWN type carries; null for any other type. */
  ownerOf(typeName: string): string | null;
  /** The subgraph whose rows a type counts and whose handlings it carries for it; null for any other type. */
  countedBy(typeName: string): string | null;
}
