import { setTimeout as pause } from 'node:timers/promises';
import type { MeasuredCase, Tokens } from '../deployment/cases.js';
import type { Client } from '../deployment/client.js';
import { judge } from '../deployment/verdict.js';
import type { Fault } from './faults.js';
import { type ReceiptBook, verifyWhole } from './ledger-check.js';
import { Load, type Tally } from './load.js';
import type { Site } from './site.js';

/** Everything that a round needs. */
export interface Scene {
  readonly site: Site;
  readonly cases: readonly MeasuredCase[];
  readonly client: Client;
  readonly tokens: Tokens;
  readonly book: ReceiptBook;
  readonly inFlight: number;
  /** With which the ledger is verified. */
  readonly env: Readonly<Record<string, string>>;
}

/** What became of one fault. */
export interface Round {
  readonly fault: string;
  readonly tally: Tally;
  readonly lost: readonly string[];
  /** From the end of the fault until everything is answered whole again; null when it never was. */
  readonly wholeAfterMs: number | null;
  /** The start ended, though nobody ended it, and was begun again by hand. */
  readonly byHand: boolean;
  /** What `ledger:verify` found; null when the ledger is whole. */
  readonly ledger: string | null;
}

const BEFORE_MS = 1_500;
const AFTER_MS = 1_500;
const THINK_MS = 60;
const WHOLE_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 100;
/** Cases that are asked to see whether all is whole again; the first are the examples, which go through every service. */
const PROBES = 14;

/** One fault under load, until all is whole again; then every receipt is looked up and the ledger verified. */
export async function playRound(fault: Fault, scene: Scene): Promise<Round> {
  const { site, book, env } = scene;
  const load = new Load({ ...scene, thinkMs: THINK_MS });
  const { wholeAfterMs, byHand } = await harm(fault, scene).catch(async (error: unknown) => {
    await load.stop();
    throw error;
  });
  await pause(AFTER_MS);
  const tally = await load.stop();
  const lost = await book.missing(tally.receipts);
  const ledger = await verifyWhole(site.deployment.data, env).then(
    () => null,
    (error: unknown) => String(error),
  );
  return { fault: fault.name, tally, lost, wholeAfterMs, byHand, ledger };
}

async function harm(fault: Fault, scene: Scene): Promise<Pick<Round, 'wholeAfterMs' | 'byHand'>> {
  const { deployment } = scene.site;
  await pause(BEFORE_MS);
  const lift = await fault.begin(scene.site);
  await pause(fault.lastsMs);
  await lift();
  const liftedAt = performance.now();
  if (fault.endsStart === true) await deployment.startAgain();
  const { isWhole, byHand } = await untilWhole(scene);
  return { wholeAfterMs: isWhole ? performance.now() - liftedAt : null, byHand };
}

async function untilWhole(scene: Scene): Promise<{ readonly isWhole: boolean; readonly byHand: boolean }> {
  const deadline = performance.now() + WHOLE_WITHIN_MS;
  let byHand = false;
  while (performance.now() < deadline) {
    if (scene.site.deployment.isOver) {
      byHand = true;
      await scene.site.deployment.startAgain();
    }
    if (await isAnsweredWhole(scene)) return { isWhole: true, byHand };
    await pause(LOOK_EVERY_MS);
  }
  return { isWhole: false, byHand };
}

async function isAnsweredWhole({ site, cases, client, tokens }: Scene): Promise<boolean> {
  const ready = await fetch(`${site.deployment.url}/ready`).then(
    async (response) => ((await response.json()) as { status: string }).status,
    () => 'down',
  );
  if (ready !== 'ready') return false;
  for (const probe of cases.slice(0, PROBES)) {
    const reply = await client.ask(tokens.question(probe)).catch(() => ({ status: 0, text: '' }));
    if (judge(probe.reference, reply).kind !== 'whole') return false;
  }
  return true;
}
