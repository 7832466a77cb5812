import { join, resolve } from 'node:path';

/** The root of the checkout. */
export const CHECKOUT = resolve(import.meta.dirname, '../..');

/** Where everything that the processes keep is: CHANCERY_DATA, else `.chancery/` in the checkout. */
export function dataFolder() {
  return resolve(CHECKOUT, process.env.CHANCERY_DATA || '.chancery');
}

/** A file of an installed development tool. */
export function toolPath(...parts) {
  return join(CHECKOUT, 'node_modules', ...parts);
}

/** A path as the user meant it: npm runs scripts in the checkout and keeps the user's folder here. */
export function fromUser(path) {
  return resolve(process.env.INIT_CWD ?? CHECKOUT, path);
}
