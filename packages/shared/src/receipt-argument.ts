import { isReceipt } from './brands.js';

/** Ties each receipt to its `--receipt`: one in 64 begins with a hyphen, and would be taken for an option of its own. */
export function tieReceipts(args: readonly string[]): string[] {
  const isTied = (index: number): boolean => args[index - 1] === '--receipt' && isReceipt(args[index] ?? '');
  return args.flatMap((arg, index) => {
    if (isTied(index)) return [];
    return isTied(index + 1) ? [`--receipt=${args[index + 1]}`] : [arg];
  });
}
