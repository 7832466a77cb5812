import type { z } from 'zod';

/** One thing that is wrong with a file or a claim, and where in it. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Makes a parse keep what it complains of, by which a missing value is told from a wrong one. */
export const WITH_INPUT = { reportInput: true } as const;

/** Every complaint of a failed parse. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map(({ path, message, input, code }) => ({
    path: path.join('.'),
    message: input === undefined && code !== 'custom' ? 'is missing' : message,
  }));

export const printFault = ({ path, message }: Fault): string => (path === '' ? message : `\`${path}\`: ${message}`);
