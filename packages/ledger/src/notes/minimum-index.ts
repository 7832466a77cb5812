import { HASH_BYTES } from '../tree.js';
import { parseHash } from './checkpoint.js';

/** Up to where a log has retired its entries: its minimum index (C2SP tlog-tiles, pruning), and the root of the tree that those gave. */
export interface MinimumIndex {
  readonly origin: string;
  readonly index: number;
  readonly root: Buffer;
}

/** C2SP has no form for it yet. Its first line is the origin of no log, so that what is signed here can never be read as a checkpoint. */
const HEADER = 'chancery/minimum-index/v1';
const INDEX = /^[1-9][0-9]{0,15}$/;

/** The text that the log's keys sign as a note. */
export function printMinimumIndex({ origin, index, root }: MinimumIndex): string {
  if (origin === '' || origin.includes('\n') || root.length !== HASH_BYTES) throw new RangeError('no minimum index');
  return `${HEADER}\n${origin}\n${index}\n${root.toString('base64')}\n`;
}

/** Reads the text of a note that was opened; throws on any other. */
export function parseMinimumIndex(text: string): MinimumIndex {
  const [header, origin = '', index = '', root = '', ...rest] = text.split('\n');
  const hash = parseHash(root);
  if (header !== HEADER || origin === '' || !INDEX.test(index) || hash === null || rest.join('\n') !== '') {
    throw new RangeError('not the text of a minimum index');
  }
  return { origin, index: Number(index), root: hash };
}
