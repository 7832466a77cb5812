/** Prints how a command is called when that is what was asked; true when it was. */
export function helped(args: readonly string[], usage: string): boolean {
  if (!args.some((arg) => arg === '--help' || arg === '-h')) return false;
  process.stdout.write(usage.endsWith('\n') ? usage : `${usage}\n`);
  return true;
}
