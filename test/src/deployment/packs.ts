import { join, resolve } from 'node:path';
import { runNode } from '../platform/supervised.js';

const CHECKOUT = resolve(import.meta.dirname, '../../..');

/** Makes the packs of this build, where there are none: so that each process of a suite is loaded alike, and soon (ADR 0086). */
export const makePacks = (): Promise<unknown> => runNode([join(CHECKOUT, 'scripts/start/make-packs.mjs')]).ended;

/** The file that a process is started with, once packs are made. */
export const packOf = (name: string): string => join(CHECKOUT, 'node_modules/.chancery-packs', `${name}.mjs`);
