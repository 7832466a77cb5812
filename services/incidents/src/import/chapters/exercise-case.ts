import { type Pick, pickerFor } from '@chancery/shared/subgraph/import/exercise-picks';
import type { IncidentRecord } from '../incident-records.js';
import type { Planned, PlannedKind } from './planned.js';
import type { Story } from './stories.js';
import { storyOf } from './stories-of-types.js';

const MINUTE_MS = 60_000;

/** An incident of an exercise, as the records beside it see it. */
export interface ExerciseCase {
  readonly id: string;
  /** `0003` */
  readonly number: string;
  readonly incident: IncidentRecord;
  readonly story: Story;
  /** Id of the post. */
  readonly mission: string | null;
  /** Register key of the post. */
  readonly key: string;
  readonly sending: string;
  readonly receiving: string;
  /** Code of a post holder: `RSO-BER-01`. */
  readonly holder: (office: string) => string;
  readonly pick: Pick;
  /** The id of what the post had planned, by its number; null where there is none. */
  readonly planned: (kind: PlannedKind, number: number) => string | null;
  /** An instant, so many minutes after the incident began. */
  readonly at: (minutes: number) => Date;
}

/** Three letters of a city, as codes of post holders have it. */
export function cityCode(city: string): string {
  const letters = city
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
  return letters.slice(0, 3).padEnd(3, 'X');
}

/** What is known of where the rows of an import have gone. */
export interface Placed {
  readonly ids: ReadonlyMap<string, string>;
  /** Posts by register key. */
  readonly missions: ReadonlyMap<string, string>;
  readonly planned: Planned;
}

/** The incidents of an exercise that have a post and an hour. */
export function exerciseCases(records: readonly IncidentRecord[], { ids, missions, planned }: Placed): ExerciseCase[] {
  return records.flatMap((incident): ExerciseCase[] => {
    const { synthetic, startedAt, missionKey, sendingState, reference } = incident;
    const id = ids.get(reference);
    if (!synthetic || startedAt === null || missionKey === null || sendingState === null || id === undefined) return [];
    const code = cityCode(incident.city);
    return [
      {
        id,
        number: reference.slice(reference.indexOf('-') + 1),
        incident,
        story: storyOf(incident.type),
        mission: missions.get(missionKey) ?? null,
        key: missionKey,
        sending: sendingState,
        receiving: incident.receivingState,
        holder: (office) => `${office}-${code}${office === 'HOM' ? '' : '-01'}`,
        pick: pickerFor(`chapters ${reference}`),
        planned: (kind, which) => planned(kind, missionKey, which),
        at: (minutes) => new Date(startedAt.getTime() + minutes * MINUTE_MS),
      },
    ];
  });
}
