import type { RegisterKey } from '@chancery/shared/brands';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Act, Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { withActs } from '../paths/asked-value.js';
import { bearingActs } from '../paths/bearing-acts.js';
import type { Reader } from './reader.js';

/**
 * The facts and acts that bear on a record, as a reader may know them: where it may not read the acts on a post there are none, and
 * where it may not read how a post stands, it stands as every post does. Who is a party to a treaty is public.
 */
export function toldView(view: SnapshotView, record: RecordMarks, reader: Reader): SnapshotView {
  const told = withActs(
    view,
    bearingActs(view, record).filter((act) => isTold(act, record, reader)),
  );
  return {
    ...told,
    factsOf: (mission: RegisterKey) => {
      const facts = view.factsOf(mission);
      return reader.status(mission) ? facts : facts.map((fact): Fact => ({ ...fact, legalStatus: 'ESTABLISHED' }));
    },
  };
}

function isTold({ kind, scope }: Act, { missions }: RecordMarks, reader: Reader): boolean {
  if (kind === 'PARTY_STATUS') return true;
  const concerned = kind === 'AGREEMENT' ? [null] : missions.length === 0 ? [null] : missions;
  const named = concerned.filter((mission) => mission === null || namesOne(scope.missions, mission));
  return (named.length === 0 ? concerned : named).every((mission) => reader.acts(mission));
}

const namesOne = (missions: readonly string[], mission: string): boolean =>
  missions.includes(mission) || missions.includes('*');
