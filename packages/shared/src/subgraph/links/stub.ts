import type { ClassType } from 'type-graphql';
import type { CallContext } from '../reading/call-context.js';

/** A type of another service, and what a row of it is here, by its id and what the gateway tells of it. */
export interface Stub {
  readonly type: ClassType<object>;
  readonly name: string;
  readonly find: (id: string, context: CallContext, told: object) => Promise<unknown>;
}
