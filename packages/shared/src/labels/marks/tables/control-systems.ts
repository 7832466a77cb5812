import { controlNamed } from './control-marks.js';
import { CLASSIFIED, type RankRange, SECRET_UP, TOP_SECRET_ONLY } from './levels.js';

/** A control system of the register, with the shape of its compartments and sub-compartments (H.4). */
export interface ControlSystem {
  readonly name: string;
  /** Marking titles, as a banner may spell the system and its compartments out. */
  readonly title: string | null;
  readonly compartmentTitles: Readonly<Record<string, string>>;
  readonly compartment: RegExp;
  /** The shape of what stands below a compartment; null where nothing does. */
  readonly subCompartment: (compartment: string) => RegExp | null;
  /** Never marked without a compartment. */
  readonly needsCompartment: boolean;
}

/** Joins the words of a programme's name in a label, where a hyphen begins a compartment: `SAR-BUTTER_POPCORN`. */
export const NAME_JOINT = '_';

const SIX = /^[A-Z0-9]{2,6}$/;

export const CONTROL_SYSTEMS: readonly ControlSystem[] = [
  {
    name: 'HCS',
    title: null,
    compartmentTitles: { OPERATIONS: 'O', PRODUCT: 'P' },
    compartment: /^[OP]$/,
    subCompartment: (compartment) => (compartment === 'P' ? SIX : null),
    needsCompartment: true,
  },
  {
    name: 'RSV',
    title: 'RESERVE',
    compartmentTitles: {},
    compartment: /^[A-Z0-9]{1,3}$/,
    subCompartment: () => null,
    needsCompartment: true,
  },
  {
    name: 'SI',
    title: null,
    compartmentTitles: { ECRU: 'EU', GAMMA: 'G', NONBOOK: 'NK' },
    compartment: /^(?:G|(?!ECI)[A-Z]{2,3})$/, // H.4: indicators of a kind of compartment, such as ECI, are not used
    subCompartment: (compartment) => (compartment === 'G' ? /^[A-Z0-9]{4}$/ : SIX),
    needsCompartment: false,
  },
  {
    name: 'TK',
    title: 'TALENT KEYHOLE',
    compartmentTitles: { BLUEFISH: 'BLFH', IDITAROD: 'IDIT', KANDIK: 'KAND' },
    compartment: /^(?:BLFH|IDIT|KAND)$/,
    subCompartment: () => SIX,
    needsCompartment: false,
  },
];

/** Systems of earlier registers, with what they are marked as today. */
export const RETIRED_SYSTEMS: Readonly<Record<string, string>> = {
  BYE: 'BYEMAN was retired in 2005',
  EL: 'ENDSEAL is not registered any more',
  KDK: 'KLONDIKE is marked TK-BLFH, TK-IDIT or TK-KAND',
  VRK: 'Very Restricted Knowledge is marked as a compartment of SI',
};

// No slip of the pen for a registered word may pass for a system that is registered and not published.
const NO_SYSTEM =
  /^(?:CNW|CON|CUI|DEA|DIS|DOD|DOE|ECI|EXD|EYE|FGI|FIS|FOR|FOU|IMC|JOI|LES|LIM|NOD|NOF|ORC|PRO|REL|RES|RSE|SAP|SAR|SBU|SCI|SEC|SIG|SSI|TLP|TOP|UNC|UCN)$/;

/** A system that is registered and not published: three letters (H.4), which mean nothing else in a mark. */
export function unpublishedSystem(name: string, isTaken: (code: string) => boolean): ControlSystem | null {
  if (!/^[A-Z]{3}$/.test(name) || NO_SYSTEM.test(name) || Object.hasOwn(RETIRED_SYSTEMS, name)) return null;
  if (isTaken(name) || controlNamed(name) !== undefined) return null;
  return {
    name,
    title: null,
    compartmentTitles: {},
    compartment: /^[A-Z0-9]{2,4}$/,
    subCompartment: () => SIX,
    needsCompartment: false,
  };
}

/** What a system, compartment or sub-compartment asks of the mark that it stands in. */
export interface CompartmentRule {
  /** A path, `SI-G`; the rule holds for it and for everything below it. */
  readonly path: RegExp;
  readonly levels: RankRange;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

const rule = (
  path: RegExp,
  levels: RankRange,
  companions: readonly string[] = [],
  without: readonly string[] = [],
): CompartmentRule => ({ path, levels, with: companions, without });

/** H.4 and H.5: every rule whose path fits holds. */
export const COMPARTMENT_RULES: readonly CompartmentRule[] = [
  rule(/^/, CLASSIFIED),
  rule(/^HCS(?:-|$)/, SECRET_UP, ['NOFORN']),
  rule(/^HCS-O(?:-|$)/, SECRET_UP, ['ORCON'], ['ORCON-USGOV']),
  rule(/^HCS-P-/, TOP_SECRET_ONLY, ['ORCON'], ['ORCON-USGOV']),
  rule(/^RSV(?:-|$)/, SECRET_UP),
  rule(/^SI-/, TOP_SECRET_ONLY),
  rule(/^SI-G(?:-|$)/, TOP_SECRET_ONLY, ['ORCON'], ['ORCON-USGOV']),
  rule(/^TK(?:-|$)/, SECRET_UP),
  rule(/^TK-/, SECRET_UP, ['NOFORN']),
  rule(/^TK-BLFH(?:-|$)/, TOP_SECRET_ONLY),
];
