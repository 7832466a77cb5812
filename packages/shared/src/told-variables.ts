import { once } from 'node:events';
import { z } from 'zod';

const variables = z.record(z.string(), z.string());

/**
 * Waits, in a process whose supervisor opened a channel to it, until that tells the rest of its variables, and adds them to the environment: what needs
 * no database is done by then. A process that somebody else starts has all of them and waits for nobody.
 */
export async function untilTold(): Promise<void> {
  if (process.channel === undefined) return;
  const [told]: unknown[] = await once(process, 'message');
  Object.assign(process.env, variables.parse(told));
  process.disconnect?.();
}
