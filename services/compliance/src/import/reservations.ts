import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { PartyStatus } from '../register/party-status.js';
import { PUBLISHED } from './published.js';

/** A State that is bound with a reservation that it has not taken back, since when, and which, in our own words. */
interface Reservation {
  readonly party: string;
  /** The thirtieth day after its instrument was deposited, or the day on which the Convention itself came into force (VCDR 51). */
  readonly boundFrom: string;
  readonly deposited: string;
  readonly says: string;
}

const BAG = 'VCDR 27(3): opening of a diplomatic bag.';
const STAFF = 'VCDR 37(2): administrative and technical staff.';
const SIZE = 'VCDR 11(1): the size of a mission is settled by agreement of the two States.';

/**
 * Reservations to the Vienna Convention on Diplomatic Relations, as the depositary's register (UN Treaty Collection III.3) is remembered. Of
 * each is sure that it was made and to which article; several were objected to, which is not held here. A State that is not among these
 * may have made one all the same.
 */
const VCDR: readonly Reservation[] = [
  {
    party: 'BHR',
    boundFrom: '1971-12-02',
    deposited: '2 November 1971',
    says: `${BAG} Keeps the right to open one where there are serious grounds to presume articles whose import or export its law forbids. Objected to by several States.`,
  },
  {
    party: 'KWT',
    boundFrom: '1969-08-22',
    deposited: '23 July 1969',
    says: `${BAG} May ask that one be opened in the presence of the mission where it has reason to believe that it holds what may not be sent so; refused, it goes back. Objected to by several States.`,
  },
  {
    party: 'LBY',
    boundFrom: '1977-07-07',
    deposited: '7 June 1977',
    says: `${BAG} Opens one with the consent of the mission in the presence of both; without consent it goes back. Objected to by several States.`,
  },
  {
    party: 'SAU',
    boundFrom: '1981-03-12',
    deposited: '10 February 1981',
    says: `${BAG} May ask that one be opened in the presence of the mission where it has reason to believe that it holds what may not be sent so; refused, it goes back. Objected to by several States.`,
  },
  {
    party: 'QAT',
    boundFrom: '1986-07-06',
    deposited: '6 June 1986',
    says: `${BAG} Keeps the right to open one on suspicion, with its ministry and the mission present. ${STAFF} Not bound by it. Objected to by several States.`,
  },
  { party: 'EGY', boundFrom: '1964-07-09', deposited: '9 June 1964', says: `${STAFF} Does not apply it.` },
  { party: 'MAR', boundFrom: '1968-07-19', deposited: '19 June 1968', says: `${STAFF} Does not apply it.` },
  {
    party: 'CHN',
    boundFrom: '1975-12-25',
    deposited: '25 November 1975',
    says: 'VCDR 14 and 16: the place of nuncios and of the representative of the Holy See.',
  },
  { party: 'RUS', boundFrom: '1964-04-24', deposited: '25 March 1964', says: SIZE },
  { party: 'BLR', boundFrom: '1964-06-13', deposited: '14 May 1964', says: SIZE },
  { party: 'UKR', boundFrom: '1964-07-12', deposited: '12 June 1964', says: SIZE },
];

/** States that are bound by the Convention with a reservation; that others are bound by it is no row. */
export function reservationRows(): ImportedRow<PartyStatus>[] {
  return VCDR.map(({ party, boundFrom, deposited, says }) => ({
    handling: PUBLISHED,
    synthetic: false,
    reference: `party_vcdr1961_${party.toLowerCase()}`,
    instrument: 'VCDR 1961',
    party,
    boundFrom,
    boundUntil: null,
    reservations: says,
    source: `deposited ${deposited}; from memory, to be checked against the depositary (UN Treaty Collection III.3); wants a lawyer`,
  }));
}

const CUBA =
  'IPP 1973 13(1): not bound by the settlement of disputes before a tribunal or the International Court (from memory, wants a lawyer).';

/** The reservation of a State whose party status is an act, where one is remembered. */
export const reservationOf = (instrument: string, party: string): string | null =>
  instrument === 'IPP 1973' && party === 'CUB' ? CUBA : null;
