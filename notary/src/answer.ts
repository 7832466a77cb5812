import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { splitNote } from '@chancery/ledger/notes/signed-note';
import { printTlogProof } from '@chancery/ledger/notes/tlog-proof';
import { proveConsistency, proveInclusion, type ReadTile } from '@chancery/ledger/tiles/tile-proofs';
import { leafHash } from '@chancery/ledger/tree';
import { type Asker, mayRedeem } from './may-redeem.js';
import type { Notary } from './notary.js';
import type { NotaryStore } from './notary-store.js';
import { redeemAnswer } from './said.js';

/** An answer of text. */
export interface TextAnswer {
  readonly status: number;
  readonly body: string;
}

const FIRST_LOG = 1;
const RECEIPT = /^[A-Za-z0-9_-]{22}$/;
const SIZE = /^(0|[1-9][0-9]{0,15})$/;

const absent = (what: string): TextAnswer => ({ status: 404, body: `${what}\n` });
const found = (body: string): TextAnswer => ({ status: 200, body });

/** What the notary is asked: for its health, for checkpoints, for proofs against the one that is published, and for what was said in an answer that is shown. */
export async function answer(notary: Notary, { pathname, searchParams }: URL, asked = ''): Promise<TextAnswer> {
  if (pathname === '/health') return { status: notary.health === 'ok' ? 200 : 503, body: `${notary.health}\n` };
  const { store } = notary;
  if (pathname === '/checkpoint') return checkpoint(store);
  if (pathname === '/proof') return proof(store, searchParams.get('receipt') ?? '', askerIn(searchParams));
  if (pathname === '/values') return values(notary, asked, askerIn(searchParams));
  if (pathname === '/minimum') return minimum(store);
  if (pathname === '/consistency') return consistency(store, searchParams.get('from') ?? '');
  return absent('not found');
}

async function checkpoint(store: NotaryStore): Promise<TextAnswer> {
  const published = await store.checkpoint(FIRST_LOG, 'published');
  return published === null ? absent('no checkpoint is published yet') : found(published.note);
}

async function minimum(store: NotaryStore): Promise<TextAnswer> {
  const retired = await store.retired(FIRST_LOG);
  return retired?.note == null ? absent('no entry was retired') : found(retired.note);
}

/** Who asks, as the gateway says. */
const askerIn = (parameters: URLSearchParams): Asker => ({
  agency: parameters.get('agency') ?? '',
  oversees: parameters.get('oversees'),
});

async function proof(store: NotaryStore, receipt: string, asker: Asker): Promise<TextAnswer> {
  const place = RECEIPT.test(receipt) ? await store.placeOf(receipt) : null;
  const published = place === null ? null : await store.checkpoint(place.logId, 'published');
  const [leaf] = place === null ? [] : await store.leaves(place.logId, place.index, place.index + 1);
  const isTheirs = leaf !== undefined && mayRedeem(leaf, asker);
  // One that never was, one that was given to others, and one that comes with the next checkpoint look alike.
  if (place === null || published === null || place.index >= published.size || !isTheirs) {
    return absent('no published checkpoint covers that receipt');
  }
  const read: ReadTile = (level, index) => store.tile(place.logId, level, index);
  return found(
    printTlogProof({
      extra: leafHash(leaf),
      index: place.index,
      path: await proveInclusion(read, place.index, published.size),
      note: published.note,
    }),
  );
}

async function values(notary: Notary, keptAnswer: string, asker: Asker): Promise<TextAnswer> {
  const redeemed = await redeemAnswer(notary, keptAnswer, asker);
  // A receipt that never was or was given to others, one that comes with the next checkpoint, and an answer that was not given under it look alike.
  return redeemed === null ? absent('no published checkpoint covers that answer') : found(JSON.stringify(redeemed));
}

async function consistency(store: NotaryStore, from: string): Promise<TextAnswer> {
  if (!SIZE.test(from)) return { status: 400, body: 'from is the size of a checkpoint\n' };
  const published = await store.checkpoint(FIRST_LOG, 'published');
  if (published === null) return absent('no checkpoint is published yet');
  const { size } = parseCheckpoint(splitNote(published.note).text);
  if (Number(from) > size) return absent(`the published checkpoint has ${size} entries`);
  const hashes = await proveConsistency((level, index) => store.tile(FIRST_LOG, level, index), Number(from), size);
  return found([`old ${from}`, ...hashes.map((hash) => hash.toString('base64')), '', published.note].join('\n'));
}
