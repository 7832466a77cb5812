/** A banner stands above a page; a portion stands in parentheses before a paragraph, and abbreviates. */
export type MarkForm = 'banner' | 'portion';

/** Parts of a mark after the classification, in the order of the register. */
export const SECTIONS = ['SCI', 'SAP', 'AEA', 'FGI', 'DISSEM', 'NON-IC'] as const;
export type Section = (typeof SECTIONS)[number];

/** A control of the register that is one word or phrase. */
export interface ControlMark {
  readonly section: Section;
  readonly banner: string;
  readonly portion: string;
  /**
   * Carried as a compartment, which the subject must hold; null where the label has a place of its own for it.
   * The prefix keeps it apart from a control system of the same letters.
   */
  readonly compartment: string | null;
  /** Whether it stands with classified information only, with unclassified only, or with both. */
  readonly on: 'classified' | 'unclassified' | 'any';
}

const control = (
  section: Section,
  [banner, portion]: readonly [banner: string, portion: string],
  compartment: string | null,
  on: ControlMark['on'] = 'any',
): ControlMark => ({ section, banner, portion, compartment, on });

/**
 * In the order of the register within each section, as far as memory goes; `REL TO`, `DISPLAY ONLY` and `FGI` have
 * lists and are read apart, `RELIDO` is known only to be refused.
 */
export const CONTROL_MARKS: readonly ControlMark[] = [
  control('AEA', ['RD', 'RD'], 'AEA-RD', 'classified'),
  control('AEA', ['RD-CNWDI', 'RD-CNWDI'], 'AEA-RD-CNWDI', 'classified'),
  control('AEA', ['FRD', 'FRD'], 'AEA-FRD', 'classified'),
  control('AEA', ['TFNI', 'TFNI'], 'AEA-TFNI', 'classified'),
  control('DISSEM', ['RSEN', 'RS'], 'DISSEM-RS'),
  control('DISSEM', ['FOUO', 'FOUO'], 'DISSEM-FOUO', 'unclassified'),
  control('DISSEM', ['ORCON', 'OC'], null, 'classified'),
  control('DISSEM', ['ORCON-USGOV', 'OC-USGOV'], null, 'classified'),
  control('DISSEM', ['IMCON', 'IMC'], 'DISSEM-IMC', 'classified'),
  control('DISSEM', ['NOFORN', 'NF'], null),
  control('DISSEM', ['PROPIN', 'PR'], 'DISSEM-PR'),
  control('DISSEM', ['REL TO', 'REL TO'], null),
  control('DISSEM', ['RELIDO', 'RELIDO'], null),
  control('DISSEM', ['DEA SENSITIVE', 'DSEN'], 'DISSEM-DSEN'),
  control('DISSEM', ['FISA', 'FISA'], 'DISSEM-FISA'),
  control('DISSEM', ['DISPLAY ONLY', 'DISPLAY ONLY'], null),
  control('NON-IC', ['LIMDIS', 'DS'], 'NONIC-DS'),
  control('NON-IC', ['EXDIS', 'XD'], 'NONIC-XD'),
  control('NON-IC', ['NODIS', 'ND'], 'NONIC-ND'),
  control('NON-IC', ['SBU', 'SBU'], 'NONIC-SBU', 'unclassified'),
  control('NON-IC', ['LES', 'LES'], 'NONIC-LES'),
  control('NON-IC', ['SSI', 'SSI'], 'NONIC-SSI'),
];

/** Marks that exclude each other, by their banner form. */
export const EXCLUSIVE_PAIRS: readonly (readonly [string, string])[] = [
  ['NOFORN', 'REL TO'],
  ['NOFORN', 'RELIDO'],
  ['NOFORN', 'DISPLAY ONLY'],
  ['RELIDO', 'DISPLAY ONLY'],
  ['RELIDO', 'ORCON'],
  ['ORCON', 'ORCON-USGOV'],
  ['EXDIS', 'NODIS'],
];

/** A control system with at most one compartment; sub-compartments have no place in a label and are refused. */
export const CONTROL_SYSTEM = /^(?:EL|HCS|KDK|RSV|SI|TK)(?:-[A-Z0-9]+)?$/;

/** A special access programme by its digraph or trigraph, as a compartment of the label. */
export const SPECIAL_ACCESS = /^SAR-[A-Z0-9]{2,3}$/;

/** Words of the register for a classification level, by rank. */
export const LEVELS: Readonly<Record<MarkForm, readonly string[]>> = {
  banner: ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'],
  portion: ['U', 'R', 'C', 'S', 'TS'],
};
