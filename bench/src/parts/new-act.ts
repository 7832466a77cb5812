import { DecisionTables } from '@chancery/gateway/authorize/decision-tables';
import { createPolicyEngine, type PolicyEngine } from '@chancery/policy/engine';
import { parseSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Snapshot } from '@chancery/shared/snapshot/snapshot';
import { applyDifference, differenceOf, differenceShape } from '@chancery/shared/snapshot/snapshot-difference';
import { SnapshotSealer } from '@chancery/shared/snapshot/snapshot-sealer';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { median } from '../measure.js';
import { loadWorkload, type Workload } from '../policy/workload.js';

const ACTS = 20;
const WARM_UP = 5;

const consent = (number: number, mission: string): Act => ({
  ...{ id: `act_bench${number}`, v: 1, kind: 'CONSENT', by: { represents: 'USA', office: 'HEAD_OF_MISSION' } },
  ...{ to: { represents: 'DEU', agencies: ['*'] }, from: '2026-01-01T00:00:00Z', until: null, written: true },
  scope: { missions: [mission], keys: [], persons: [], categories: ['PREMISES_RESCUE'] },
  ...{ ref: null, revokedAt: null },
});

const toldWhole = (snapshot: Snapshot): string => JSON.stringify(snapshot);

/** An engine that counts the values that it is asked to decide. */
function counting(engine: PolicyEngine): { readonly engine: PolicyEngine; asked(): number } {
  let asked = 0;
  const open: PolicyEngine['open'] = (...given) => {
    const opened = engine.open(...given);
    return {
      decide: (...value) => {
        asked += 1;
        return opened.decide(...value);
      },
    };
  };
  return { engine: { ...engine, open }, asked: () => asked };
}

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const from = performance.now();
  const value = work();
  return { ms: performance.now() - from, value };
}

/** Takes act after act over as it is told, each a new snapshot, and decides every handling again for a profile that had decided them all. */
export function publishActs({ view, handlings, profiles, now }: Workload) {
  const [profile] = profiles;
  if (profile === undefined) throw new RangeError('no profile');
  const { engine, asked } = counting(createPolicyEngine());
  const tables = new DecisionTables();
  const decideAll = (snapshot: Snapshot): void => {
    const decider = tables.tableFor(engine, profile, now, viewOf(snapshot, false)).at(now);
    for (const handling of handlings) decider.existence(handling);
  };
  const sealer = new SnapshotSealer();
  const text = toldWhole(view.snapshot);
  const first = timed(() => {
    const snapshot = parseSnapshot(JSON.parse(text));
    return sealer.seal(snapshot, () => snapshot.number);
  });
  const whole = timed(() => decideAll(first.value));
  const missions = [...new Set(handlings.flatMap(({ record }) => record.missions))];
  const [reads, decides, again]: [number[], number[], number[]] = [[], [], []];
  let last = first.value;
  for (let number = 0; number < ACTS; number += 1) {
    const acts = [...last.acts, consent(number, missions[number * 7] ?? 'Q1')];
    const next = sealSnapshot({ number: last.number + 1, facts: last.facts, acts });
    const told = JSON.stringify(differenceOf(last, next));
    const before = last;
    const read = timed(() => {
      const content = applyDifference(before, differenceShape.parse(JSON.parse(told)));
      const snapshot = sealer.seal(content, () => next.number);
      viewOf(snapshot, false);
      return snapshot;
    });
    last = read.value;
    const askedBefore = asked();
    const decided = timed(() => decideAll(read.value));
    if (number < WARM_UP) continue;
    reads.push(read.ms);
    decides.push(decided.ms);
    again.push(asked() - askedBefore);
  }
  return { first, whole, reads, decides, again };
}

/** What a new act costs at one go: reading it, and deciding anew what it names. */
export function benchNewAct(missions: string): string {
  const workload = loadWorkload(missions);
  const { first, whole, reads, decides, again } = publishActs(workload);
  const row = (what: string, ms: readonly number[]): string =>
    `| ${what} | ${median(ms).toFixed(2)} | ${Math.min(...ms).toFixed(2)} | ${Math.max(...ms).toFixed(2)} |`;
  return [
    '### A new act',
    '',
    `${first.value.facts.length} facts; ${workload.handlings.length} handlings, of which ${median(again)} were decided again (median).`,
    '',
    '| at one go | ms, median | fastest | slowest |',
    '|---|---|---|---|',
    row('reading the first snapshot whole', [first.ms]),
    row('deciding every handling for a profile', [whole.ms]),
    row('taking over one more act', reads),
    row('deciding every handling under it', decides),
    '',
  ].join('\n');
}
