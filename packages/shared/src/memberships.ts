import { NEVER, startOfDay } from './calendar.js';
import type { Instant } from './clock.js';

/** That a State belongs to an organisation or tetragraph, and when. */
export interface Membership {
  readonly state: string;
  readonly from: string;
  /** First instant at which it no longer holds. */
  readonly to: string | null;
}

/** On 2020-02-01 at midnight in Brussels, which is an hour before it is midnight in UTC. */
const GBR_LEFT_EU = '2020-01-31T23:00:00Z';

const since = (from: string, ...states: string[]): Membership[] => states.map((state) => ({ state, from, to: null }));

/**
 * Organisations and tetragraphs that a release set may name, with the days their members joined and left.
 * Dates are from memory; the tetragraphs, whose members do not change, are given an early day.
 */
const MEMBERSHIPS: Readonly<Record<string, readonly Membership[]>> = {
  ACGU: since('1970-01-01', 'AUS', 'CAN', 'GBR', 'USA'),
  EU: [
    ...since('1958-01-01', 'BEL', 'DEU', 'FRA', 'ITA', 'LUX', 'NLD'),
    ...since('1973-01-01', 'DNK', 'IRL'),
    { state: 'GBR', from: '1973-01-01', to: GBR_LEFT_EU },
    ...since('1981-01-01', 'GRC'),
    ...since('1986-01-01', 'ESP', 'PRT'),
    ...since('1995-01-01', 'AUT', 'FIN', 'SWE'),
    ...since('2004-05-01', 'CYP', 'CZE', 'EST', 'HUN', 'LTU', 'LVA', 'MLT', 'POL', 'SVK', 'SVN'),
    ...since('2007-01-01', 'BGR', 'ROU'),
    ...since('2013-07-01', 'HRV'),
  ],
  FVEY: since('1970-01-01', 'AUS', 'CAN', 'GBR', 'NZL', 'USA'),
  NATO: [
    ...since('1949-08-24', 'BEL', 'CAN', 'DNK', 'FRA', 'GBR', 'ISL', 'ITA', 'LUX', 'NLD', 'NOR', 'PRT', 'USA'),
    ...since('1952-02-18', 'GRC', 'TUR'),
    ...since('1955-05-06', 'DEU'),
    ...since('1982-05-30', 'ESP'),
    ...since('1999-03-12', 'CZE', 'HUN', 'POL'),
    ...since('2004-03-29', 'BGR', 'EST', 'LTU', 'LVA', 'ROU', 'SVK', 'SVN'),
    ...since('2009-04-01', 'ALB', 'HRV'),
    ...since('2017-06-05', 'MNE'),
    ...since('2020-03-27', 'MKD'),
    ...since('2023-04-04', 'FIN'),
    ...since('2024-03-07', 'SWE'),
  ],
  TEYE: since('1970-01-01', 'AUS', 'GBR', 'USA'),
};

interface Period {
  readonly group: string;
  readonly from: Instant;
  readonly to: Instant;
}

const periodsByState = indexByState();
const periodsByGroup = indexByGroup();

/** Organisations and tetragraphs that a State is a member of at an instant, in ASCII order. */
export function groupsOf(state: string, at: Instant): string[] {
  const periods = periodsByState.get(state) ?? [];
  return periods.filter(({ from, to }) => from <= at && at < to).map(({ group }) => group);
}

/** The members of an organisation or tetragraph at an instant, in ASCII order; none of one that is unknown. */
export function membersOf(group: string, at: Instant): string[] {
  return [...periodsByState]
    .filter(([state]) => groupsOf(state, at).includes(group))
    .map(([state]) => state)
    .sort();
}

/** Whether anybody is a member of an organisation or tetragraph at an instant. */
export function hasMembers(group: string, at: Instant): boolean {
  return (periodsByGroup.get(group) ?? []).some(({ from, to }) => from <= at && at < to);
}

/** Who belonged to an organisation or tetragraph, and when. */
export function membershipsOf(group: string): readonly Membership[] {
  return MEMBERSHIPS[group] ?? [];
}

/** The next instant at which a State joins or leaves a group, as far as the table knows. */
export function nextMembershipChange(state: string, after: Instant): Instant {
  const changes = (periodsByState.get(state) ?? []).flatMap(({ from, to }) => [from, to]);
  return Math.min(NEVER, ...changes.filter((change) => change > after));
}

function indexByState(): Map<string, Period[]> {
  const index = new Map<string, Period[]>();
  for (const [group, memberships] of Object.entries(MEMBERSHIPS)) {
    for (const { state, from, to } of memberships) {
      const period = { group, from: startOfDay(from), to: to === null ? NEVER : Date.parse(to) };
      index.set(state, [...(index.get(state) ?? []), period]);
    }
  }
  return index;
}

function indexByGroup(): ReadonlyMap<string, readonly Period[]> {
  const index = new Map<string, Period[]>();
  for (const period of [...periodsByState.values()].flat()) {
    const known = index.get(period.group);
    if (known === undefined) index.set(period.group, [period]);
    else known.push(period);
  }
  return index;
}
