import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { Indicator } from '../../threats/indicator.js';
import type { IndicatorWatch } from '../../threats/indicator-watch.js';
import type { Threat } from '../../threats/threat.js';
import type { ThreatActor } from '../../threats/threat-actor.js';
import { fileHandling, fileKey, type IntelFile, type IntelPlace } from './intel-place.js';

type Ids = ReadonlyMap<string, string>;

const DAY_HOURS = 24;
const actorKey = (of: IntelPlace): string => `TA-${fileKey(of)}`;
const indicatorKey = (of: IntelPlace): string => `IND-${fileKey(of)}`;

/** Who threatens, once for each State that keeps a file on them. */
export function actorRows(files: readonly IntelFile[]): ImportedRow<ThreatActor>[] {
  return files.map((file) => {
    const [first] = file.places;
    return {
      handling: fileHandling(file, 'OWN'),
      synthetic: true,
      reference: actorKey(first),
      ...file.story.actor,
      // No State is accused of anything by an exercise.
      originCountry: null,
      firstSeenOn: first.day(-first.pick([400, 700, 1100], 'first seen')),
      lastSeenOn: first.day(-first.pick([3, 8, 19], 'last seen')),
    };
  });
}

/** What threatens each post. */
export function threatRows(places: readonly IntelPlace[], actors: Ids): ImportedRow<Threat>[] {
  return places.map((of) => {
    const { type, vector, status, uasClass, airspaceNotice, summary, body } = of.story.threat;
    return {
      handling: of.handling('TEARLINE'),
      synthetic: true,
      mission: of.mission,
      incident: null,
      actor: actors.get(actorKey(of)) ?? null,
      reference: of.reference('THR'),
      type,
      vector,
      status,
      releasableSummary: summary(of.post.city),
      body: body(of.post.city),
      windowFrom: of.moment(-of.pick([3, 5, 6], 'from') * DAY_HOURS),
      windowUntil: of.moment(of.pick([7, 14, 30], 'until') * DAY_HOURS),
      uasClass,
      airspaceNotice,
      originCountry: null,
    };
  });
}

/** What each State watches. */
export function indicatorRows(files: readonly IntelFile[]): ImportedRow<Indicator>[] {
  return files.map((file) => ({
    handling: fileHandling(file, 'OWN'),
    synthetic: true,
    reference: indicatorKey(file.places[0]),
    ...file.story.indicator,
  }));
}

/** How it stands at each post. */
export function watchRows(places: readonly IntelPlace[], indicators: Ids): ImportedRow<IndicatorWatch>[] {
  return places.map((of) => {
    const { threshold } = of.story.indicator;
    const value = Math.max(0, threshold + of.pick([-2, -1, 0, 1, 2], 'value'));
    return {
      handling: of.handling('OWN'),
      synthetic: true,
      mission: of.mission,
      indicator: indicators.get(indicatorKey(of)) ?? null,
      reference: of.reference('IW'),
      observedAt: of.moment(-of.turn([6, 20, 44, 9])),
      value,
      trend: of.pick(['FALLING', 'STEADY', 'RISING'] as const, 'trend'),
      state: value >= threshold ? 'BREACHED' : value === threshold - 1 ? 'ELEVATED' : 'NORMAL',
      note: value >= threshold ? 'The desk was told within the hour.' : null,
    };
  });
}
