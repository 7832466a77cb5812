import pg from 'pg';

/**
 * A client of which nothing stays once a query is answered. What `pg` promises by itself keeps each query, with its parameters and rows,
 * until the next major collection; told by a callback it does not (ADR 0083).
 */
export class PromptClient extends pg.Client {}

Reflect.defineProperty(PromptClient.prototype, 'query', { value: query, writable: true, configurable: true });

/** As that of `pg`, in each of its forms. */
function query(this: pg.Client, ...args: readonly unknown[]): unknown {
  const ask = (all: readonly unknown[]): unknown => Reflect.apply(pg.Client.prototype.query, this, all);
  if (isHeard(args)) return ask(args);
  return new Promise((resolve, reject) => {
    const hear = (error: Error | null, result: pg.QueryResult): void => {
      if (error) reject(error);
      else resolve(result);
    };
    ask([...args, hear]);
  });
}

/** Whether the caller brings what is told of the answer. */
function isHeard([what, ...others]: readonly unknown[]): boolean {
  if (others.some((other) => typeof other === 'function')) return true;
  return typeof what === 'object' && what !== null && ('submit' in what || 'callback' in what);
}
