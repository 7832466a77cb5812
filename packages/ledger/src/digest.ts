import { hash } from 'node:crypto';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';

/** Digest that stands for a handling in an entry: 64 bits, so that 200 items fit in a leaf. */
export function handlingDigest(text: string): string {
  return `h:${hash('sha256', text, 'hex').slice(0, 16)}`;
}

/** Digest of a text, `sha256:` and hex digits. */
export function textDigest(text: string): string {
  return `sha256:${hash('sha256', text, 'hex')}`;
}

/** The canonical text of a sealed snapshot, whose digest it has; the number is no part of it and stands in each entry. */
export function printSnapshot({ facts, acts }: Snapshot): string {
  return JSON.stringify({ facts, acts });
}
