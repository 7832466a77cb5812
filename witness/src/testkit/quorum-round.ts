import { generateKeyPairSync, hash } from 'node:crypto';
import { parseBundle } from '@chancery/ledger/mirror/add-entries';
import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { type NoteSigner, printVerifierKey, signerOf } from '@chancery/ledger/notes/note-key';
import { parsePolicy, type TrustPolicy } from '@chancery/ledger/notes/policy';
import { cosign, openNote, splitNote } from '@chancery/ledger/notes/signed-note';
import { TILE_WIDTH, tilePath } from '@chancery/ledger/tiles/tile-tree';
import { Mirror } from '../mirror/mirror.js';
import { bring, checkpointOf, submitCheckpoint, type View } from './corrupt-operator.js';
import { copyInMemory, rememberCheckpoints } from './memory.js';

/** What an operator may try, together with one agency. */
export const ATTACKS = ['a split view', 'a rollback', 'a withheld tail', 'an older disk'] as const;
export type Attack = (typeof ATTACKS)[number];

/** How a round ended. */
export interface RoundResult {
  readonly seed: string;
  /** From the first false word on; null when nobody found it. */
  readonly foundAfterMs: number | null;
  /** Whether a quorum of the policy has cosigned what is false. */
  readonly isBelieved: boolean;
}

const LOG = 'chancery.test/ledger/1';
const BEGIN = 1_790_000_000_000;
const TICK_MS = 1_000;
const TICKS_MAX = 12;
const AGENCIES = 4;
const QUORUM = 3;

const newSigner = (name: string, kind: 'note' | 'cosignature'): NoteSigner =>
  signerOf(name, kind, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const operator = newSigner(LOG, 'note');
const signers = Array.from({ length: AGENCIES }, (_, place) => newSigner(`agency-${place}.test/m`, 'cosignature'));
/** Three of four: two quorums meet in two agencies, of which one is honest. */
const POLICY: TrustPolicy = parsePolicy(
  [
    ...signers.map(({ verifier }, place) => `witness w${place} ${printVerifierKey(verifier)}`),
    `group agencies ${QUORUM} ${signers.map((_, place) => `w${place}`).join(' ')}`,
    'quorum agencies',
    '',
  ].join('\n'),
);

/** Numbers that follow from a seed. */
function numbersOf(seed: string): (below: number) => number {
  let place = 0;
  return (below) => {
    place += 1;
    return hash('sha256', `${seed}/${place}`, 'buffer').readUInt32BE() % below;
  };
}

interface Agency {
  readonly signer: NoteSigner;
  readonly mirror: Mirror;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** One log, its honest agencies and the corrupt one, and the time that they all have. */
class Round {
  now = BEGIN;
  honest: readonly Agency[] = [];
  corrupt: NoteSigner = operator;
  entries: readonly Buffer[] = [];
  readonly pick: (below: number) => number;

  constructor(readonly seed: string) {
    this.pick = numbersOf(seed);
  }

  async begin(): Promise<void> {
    const corrupt = this.pick(AGENCIES);
    this.corrupt = signers[corrupt] ?? operator;
    const honest = signers.filter((_, place) => place !== corrupt);
    this.honest = await Promise.all(
      honest.map(async (signer) => {
        const files = new Map<string, Buffer>();
        const options = { signers: [signer], logs: [operator.verifier], clock: () => this.now, log: () => {} };
        const mirror = await Mirror.open({
          ...options,
          pending: rememberCheckpoints(),
          storeOf: () => copyInMemory(files),
        });
        return { signer, mirror, files };
      }),
    );
    for (let tick = 0; tick < 2 + this.pick(3); tick += 1) {
      this.entries = this.grown(this.entries, 1 + this.pick(150), 'entry');
      await this.show(this.entries, this.honest);
      this.now += TICK_MS;
    }
  }

  viewOf(entries: readonly Buffer[]): View {
    return { signer: operator, origin: LOG, entries };
  }

  grown(entries: readonly Buffer[], count: number, of: string): Buffer[] {
    return [...entries, ...Array.from({ length: count }, (_, place) => Buffer.from(`${of} ${entries.length + place}`))];
  }

  async show(entries: readonly Buffer[], agencies: readonly Agency[]): Promise<void> {
    for (const { mirror } of agencies) await bring(mirror, this.viewOf(entries));
  }

  /** Each compares with all others; the corrupt one shows it what it knows already. */
  async compare(): Promise<void> {
    for (const { mirror } of this.honest) {
      for (const other of this.honest) {
        const note = other.mirror.latest(LOG);
        if (other.mirror !== mirror && note !== null) await mirror.compare(note);
      }
    }
  }

  isFound(): boolean {
    return this.honest.some(({ mirror }) => mirror.alarms().length > 0);
  }

  /** Whether enough have cosigned exactly this view, the corrupt one among them. */
  isBelieved(entries: readonly Buffer[]): boolean {
    const { text } = splitNote(checkpointOf(this.viewOf(entries)));
    const lines = this.honest.flatMap(({ mirror }) => {
      const note = mirror.latest(LOG);
      return note !== null && splitNote(note).text === text ? splitNote(note).lines.map(({ line }) => `${line}\n`) : [];
    });
    const note = `${text}\n${[...new Set([...lines, cosign(text, this.corrupt, 1)])].join('')}`;
    const { signatures } = openNote(note, [operator.verifier, ...POLICY.witnesses]);
    return POLICY.isQuorum(signatures.map(({ verifier }) => verifier).filter(({ kind }) => kind === 'cosignature'));
  }
}

/** Plays one round: a log that all agencies hold, then the attack, a second after the other, until somebody finds it. */
export async function playRound(attack: Attack, number: number): Promise<RoundResult> {
  const seed = `${attack} ${number}`;
  const round = new Round(seed);
  await round.begin();
  const began = round.now;
  const step = STEPS[attack](round);
  let isBelieved = false;
  for (let tick = 0; tick < TICKS_MAX; tick += 1) {
    isBelieved = (await step()) || isBelieved;
    if (tick % 2 === 1) await round.compare();
    if (round.isFound()) return { seed, foundAfterMs: round.now - began, isBelieved };
    round.now += TICK_MS;
  }
  return { seed, foundAfterMs: null, isBelieved };
}

/** One second of each attack; true when what is false was believed. */
const STEPS: Readonly<Record<Attack, (round: Round) => () => Promise<boolean>>> = {
  'a split view': (round) => {
    const cut = 1 + round.pick(round.honest.length - 1);
    const [some, others] = [round.honest.slice(0, cut), round.honest.slice(cut)];
    let [one, other] = [round.entries, round.entries];
    return async () => {
      one = round.grown(one, 1 + round.pick(20), 'one');
      other = round.grown(other, 1 + round.pick(20), 'other');
      await round.show(one, some);
      await round.show(other, others);
      return round.isBelieved(one) && round.isBelieved(other);
    };
  },
  'a rollback': (round) => goOnFrom(round, round.pick(round.entries.length)),
  'a withheld tail': (round) => {
    const some = round.honest.slice(0, round.pick(round.honest.length));
    const [left] = round.honest.slice(some.length);
    let entries = round.entries;
    let shown = round.entries.length;
    return async () => {
      entries = round.grown(entries, 1 + round.pick(20), 'entry');
      await round.show(entries, some);
      // To the one that is left out it shows at most that there is more.
      if (left !== undefined && (some.length === 0 || round.pick(2) === 0)) {
        await submitCheckpoint(left.mirror, round.viewOf(entries), shown);
        shown = entries.length;
      }
      return some.length < QUORUM - 1 && round.isBelieved(entries);
    };
  },
  'an older disk': (round) => {
    // The copy of any of them has the log byte for byte.
    const [{ files } = { files: new Map<string, Buffer>() }] = round.honest.slice(round.pick(round.honest.length));
    const rebuilt = entriesOf(files);
    if (!Buffer.concat(rebuilt).equals(Buffer.concat(round.entries))) throw new Error(`${round.seed}: another log`);
    return goOnFrom(round, round.pick(round.entries.length));
  },
};

/** Goes on from an earlier end of the log as if nothing had been behind it. */
function goOnFrom(round: Round, size: number): () => Promise<boolean> {
  let entries: readonly Buffer[] = round.entries.slice(0, size);
  return async () => {
    entries = round.grown(entries, 1 + round.pick(60), 'after');
    await round.show(entries, round.honest);
    return round.isBelieved(entries);
  };
}

function entriesOf(files: ReadonlyMap<string, Buffer>): Buffer[] {
  const { size } = parseCheckpoint(splitNote((files.get('checkpoint') ?? Buffer.alloc(0)).toString()).text);
  return Array.from({ length: Math.ceil(size / TILE_WIDTH) }, (_, bundle) =>
    parseBundle(
      files.get(tilePath('entries', bundle, Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH))) ?? Buffer.alloc(0),
    ),
  ).flat();
}
