import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ActKind } from '@chancery/shared/vocabulary';
import { AGREEMENT_KEYS, EXECUTION, INSTRUMENTS } from '../facts/act-subjects.js';
import { factContext } from '../facts/gather-input.js';
import { missionInputs } from '../facts/mission-inputs.js';
import { OFFICES, type OfficeRow, TRANSIT_NOTICE } from '../facts/offices.js';
import { stateOfAgency } from '../facts/speaks-for.js';
import type { AskedValue } from './asked-value.js';
import type { ActForm } from './path.js';

/** An act that somebody could give, as good as one of its kind can be: nothing but who gives it and what it is can fail it. */
export interface PossibleAct {
  readonly act: Act;
  readonly form: ActForm;
  /** All of the offices that the law tells apart in nothing: the act is by the first. */
  readonly offices: readonly string[];
}

const HOUR_MS = 3_600_000;
/** Stands in for the case, where none is named yet. */
export const THE_CASE = 'the case';

/** Acts of the Union and consents differ by the office that gives them (2013/488/EU 11, 13; VCDR 22(1), VCCR 31(2)). */
const isOfItsOffice = (kind: ActKind, represents: string): boolean => kind === 'CONSENT' || represents === 'EU';

/** Every act that an office of the table could give about a value; one that closes is none. What is wrong with one shows when it is tried. */
export function possibleActs(value: AskedValue, asksFor: AsksFor): readonly PossibleAct[] {
  const parties = partiesOf(value);
  const rows = OFFICES.filter(({ kind }) => kind !== 'CONSENT_REFUSAL' && asksFor.kind(kind));
  return rows.flatMap((row) =>
    formsOf(row)
      .filter((form) => typeof form !== 'object' || asksFor.subject(form.on))
      .flatMap((form) =>
        parties[row.party](row.kind).flatMap((represents) =>
          alikeOffices(row, represents, form).flatMap((offices) => {
            const [office] = offices;
            return office === undefined
              ? []
              : [{ form, offices, act: actOf(value, row.kind, represents, office, form) }];
          }),
        ),
      ),
  );
}

/** What could have to do with a value at all: kinds of act, and what an instrument or an agreement is about. */
export interface AsksFor {
  kind(kind: ActKind): boolean;
  subject(key: string): boolean;
}

function alikeOffices(row: OfficeRow, represents: string, form: ActForm): readonly (readonly string[])[] {
  const offices = row.offices.filter((office) => (office === TRANSIT_NOTICE) === (form === 'OF_TRANSIT'));
  if (isOfItsOffice(row.kind, represents)) return offices.map((office) => [office]);
  // An office that stands in another row of the kind as well may speak for somebody else too.
  const elsewhere = (office: string): string =>
    OFFICES.filter(({ kind, offices: named }) => kind === row.kind && named.includes(office))
      .map((each) => OFFICES.indexOf(each))
      .join();
  const alike = new Map<string, string[]>();
  for (const office of offices) alike.set(elsewhere(office), [...(alike.get(elsewhere(office)) ?? []), office]);
  return [...alike.values()];
}

function formsOf({ kind, offices }: OfficeRow): readonly ActForm[] {
  switch (kind) {
    case 'WAIVER':
      return ['PLAIN', 'OF_EXECUTION'];
    case 'ASSIGNMENT':
      return offices.includes(TRANSIT_NOTICE) ? ['OF_TRANSIT'] : ['FOR_THE_CASE'];
    case 'AGREEMENT':
      return [...AGREEMENT_KEYS].map((on) => ({ on }));
    case 'PARTY_STATUS':
      return INSTRUMENTS.map(({ key }) => ({ on: key }));
    default:
      return ['PLAIN'];
  }
}

type Parties = Readonly<Record<OfficeRow['party'], (kind: ActKind) => readonly string[]>>;

/** The States and organisations that could be each party: those that the mission, the record, its label and the person name. */
function partiesOf({ profile, category, handling, view, now }: AskedValue): Parties {
  const { label, record } = handling;
  const asked = missionInputs(factContext(profile, view, now), category, record);
  const facts = asked.flatMap(({ jurisdiction: { fact } }) => fact ?? []);
  const owner = stateOfAgency(record.owner);
  const nationalities = [...(record.person?.nationalities ?? [])];
  const makers = [
    owner,
    ...label.ranks.keys(),
    ...label.foreignSources,
    ...label.originatorControls.map(({ organisation }) => stateOfAgency(organisation)),
  ];
  const [sending, receiving] = [facts.map((fact) => fact.sending), facts.map((fact) => fact.receiving)];
  return {
    SENDING: (kind) => distinct(kind === 'WAIVER' ? [...sending, ...nationalities] : sending),
    RECEIVING: () => distinct(receiving),
    // One that must not be named cannot be asked either.
    MAKER: () => distinct(makers.filter((maker) => maker !== '~')),
    UN: () => ['UN'],
    ITSELF: (kind) =>
      kind === 'PARTY_STATUS' ? [profile.subject.represents] : distinct([owner, ...sending, ...receiving, 'EU']),
  };
}

const distinct = (states: readonly string[]): readonly string[] => [...new Set(states)];

function actOf(
  { profile, category, handling: { record }, now }: AskedValue,
  kind: ActKind,
  represents: string,
  office: string,
  form: ActForm,
): Act {
  const { subject } = profile;
  const isStatus = kind === 'PARTY_STATUS';
  const about = isStatus || kind === 'AGREEMENT' ? [] : record.missions;
  const keys =
    typeof form === 'object'
      ? [form.on]
      : [...(record.key === null ? [] : [record.key]), ...keysOf(form, profile.caseId)];
  return {
    id: `${kind} by ${office} of ${represents} ${JSON.stringify(form)}`,
    v: 1,
    kind,
    by: { represents, office },
    to: isStatus
      ? { represents: '*', agencies: ['*'] }
      : { represents: subject.represents, agencies: [subject.agency] },
    scope: {
      missions: about,
      keys,
      persons: typeof form === 'object' || record.who === null ? [] : [record.who],
      categories: [category],
    },
    from: new Date(now - HOUR_MS).toISOString(),
    until: new Date(now + HOUR_MS).toISOString(),
    written: true,
    ref: 'its instrument',
    revokedAt: null,
  };
}

function keysOf(form: ActForm, caseId: string | null): readonly string[] {
  switch (form) {
    case 'OF_EXECUTION':
      return [EXECUTION];
    case 'FOR_THE_CASE':
    case 'OF_TRANSIT':
      return [caseId ?? THE_CASE];
    default:
      return [];
  }
}
