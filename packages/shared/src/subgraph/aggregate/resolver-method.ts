import type { ClassType } from 'type-graphql';

/** Says of a parameter of a method what it is given. */
export type ParameterMark = (prototype: object, method: string, index: number) => void;

/** A method of a resolver class that is made from a declaration. */
export interface ResolverMethod {
  readonly name: string;
  readonly answer: (...parts: never[]) => unknown;
  readonly parameters: readonly ParameterMark[];
  readonly decorators: readonly MethodDecorator[];
}

/** Gives a resolver class a method, as if it were written there. */
export function addMethod(resolver: ClassType<object>, { name, answer, parameters, decorators }: ResolverMethod): void {
  const prototype: object = resolver.prototype;
  const descriptor = { value: answer };
  Object.defineProperty(prototype, name, descriptor);
  for (const [index, mark] of parameters.entries()) mark(prototype, name, index);
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}
