import type { MarkForm } from '../mark-form.js';
import { ANY_LEVEL, CLASSIFIED, type RankRange, SECRET_UP, TOP_SECRET_ONLY, UNCLASSIFIED_ONLY } from './levels.js';

/** Parts of a mark after the classification, in the order of the register (G, table 4). */
export const SECTIONS = ['SCI', 'SAP', 'AEA', 'FGI', 'DISSEM', 'NON-IC'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * What a control asks of a reader besides clearance and release (register, G table 5): that it was read in; that it
 * belongs to the government that marked it, or to one that it was released to; or nothing, since it tells how to
 * handle the information and not who may read it.
 */
export type Asks = 'READ_IN' | 'AFFILIATION' | 'NOTHING';

/** A control of the register that is one word or phrase. */
export interface ControlMark {
  /** The word of labels, tokens and policies; the same for all of them. */
  readonly name: string;
  readonly section: Section;
  readonly words: Readonly<Record<MarkForm, string>>;
  /** Spelled out, as a banner may have it; null where the banner has nothing else. */
  readonly title: string | null;
  readonly levels: RankRange;
  readonly asks: Asks;
}

const control = (
  section: Section,
  name: string,
  [banner, portion, title]: readonly [banner: string, portion: string, title?: string],
  levels: RankRange,
  asks: Asks,
): ControlMark => ({ name, section, words: { banner, portion }, title: title ?? null, levels, asks });

/** Numbers that SIGMA has today (H.6). */
export const SIGMAS: readonly string[] = ['14', '15', '18', '20'];

const sigmasOf = (family: 'RD' | 'FRD'): ControlMark[] =>
  SIGMAS.map((number) =>
    control(
      'AEA',
      `${family}-SIGMA-${number}`,
      [`${family}-SIGMA ${number}`, `${family}-SG ${number}`],
      SECRET_UP,
      'READ_IN',
    ),
  );

/**
 * In the order of the register within each section, what NATO adds after what the United States have (H.7). What has
 * a grammar of its own is read elsewhere: control systems, special access, FGI, REL TO, DISPLAY ONLY.
 */
export const CONTROL_MARKS: readonly ControlMark[] = [
  control('SCI', 'BOHEMIA', ['BOHEMIA', 'BOHEMIA'], TOP_SECRET_ONLY, 'READ_IN'),
  control('SAP', 'BALK', ['BALK', 'BALK'], CLASSIFIED, 'READ_IN'),
  control('AEA', 'RD', ['RD', 'RD', 'RESTRICTED DATA'], CLASSIFIED, 'READ_IN'),
  control('AEA', 'RD-CNWDI', ['RD-CNWDI', 'RD-CNWDI'], SECRET_UP, 'READ_IN'),
  ...sigmasOf('RD'),
  control('AEA', 'FRD', ['FRD', 'FRD', 'FORMERLY RESTRICTED DATA'], CLASSIFIED, 'NOTHING'),
  ...sigmasOf('FRD'),
  control(
    'AEA',
    'DCNI',
    ['DOD UCNI', 'DCNI', 'DOD UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION'],
    UNCLASSIFIED_ONLY,
    'AFFILIATION',
  ),
  control(
    'AEA',
    'UCNI',
    ['DOE UCNI', 'UCNI', 'DOE UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION'],
    UNCLASSIFIED_ONLY,
    'AFFILIATION',
  ),
  control('AEA', 'TFNI', ['TFNI', 'TFNI', 'TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION'], CLASSIFIED, 'NOTHING'),
  control('AEA', 'ATOMAL', ['ATOMAL', 'ATOMAL'], CLASSIFIED, 'READ_IN'),
  control('DISSEM', 'RSEN', ['RSEN', 'RS', 'RISK SENSITIVE'], SECRET_UP, 'NOTHING'),
  control('DISSEM', 'FOUO', ['FOUO', 'FOUO', 'FOR OFFICIAL USE ONLY'], UNCLASSIFIED_ONLY, 'AFFILIATION'),
  control('DISSEM', 'ORCON', ['ORCON', 'OC', 'ORIGINATOR CONTROLLED'], CLASSIFIED, 'NOTHING'),
  control('DISSEM', 'ORCON-USGOV', ['ORCON-USGOV', 'OC-USGOV', 'ORIGINATOR CONTROLLED-USGOV'], CLASSIFIED, 'NOTHING'),
  control('DISSEM', 'IMCON', ['IMCON', 'IMC', 'CONTROLLED IMAGERY'], SECRET_UP, 'NOTHING'),
  control('DISSEM', 'NOFORN', ['NOFORN', 'NF', 'NOT RELEASABLE TO FOREIGN NATIONALS'], ANY_LEVEL, 'NOTHING'),
  control('DISSEM', 'PROPIN', ['PROPIN', 'PR', 'CAUTION-PROPRIETARY INFORMATION INVOLVED'], ANY_LEVEL, 'NOTHING'),
  control('DISSEM', 'REL TO', ['REL TO', 'REL TO', 'AUTHORIZED FOR RELEASE TO'], ANY_LEVEL, 'NOTHING'),
  control(
    'DISSEM',
    'RELIDO',
    ['RELIDO', 'RELIDO', 'RELEASABLE BY INFORMATION DISCLOSURE OFFICIAL'],
    ANY_LEVEL,
    'NOTHING',
  ),
  control('DISSEM', 'DSEN', ['DEA SENSITIVE', 'DSEN'], ANY_LEVEL, 'AFFILIATION'),
  control('DISSEM', 'FISA', ['FISA', 'FISA', 'FOREIGN INTELLIGENCE SURVEILLANCE ACT'], ANY_LEVEL, 'AFFILIATION'),
  control('DISSEM', 'DISPLAY ONLY', ['DISPLAY ONLY', 'DISPLAY ONLY'], ANY_LEVEL, 'NOTHING'),
  control('NON-IC', 'LIMDIS', ['LIMDIS', 'DS', 'LIMITED DISTRIBUTION'], UNCLASSIFIED_ONLY, 'AFFILIATION'),
  control('NON-IC', 'EXDIS', ['EXDIS', 'XD', 'EXCLUSIVE DISTRIBUTION'], ANY_LEVEL, 'READ_IN'),
  control('NON-IC', 'NODIS', ['NODIS', 'ND', 'NO DISTRIBUTION'], ANY_LEVEL, 'READ_IN'),
  control('NON-IC', 'SBU', ['SBU', 'SBU', 'SENSITIVE BUT UNCLASSIFIED'], UNCLASSIFIED_ONLY, 'AFFILIATION'),
  control(
    'NON-IC',
    'SBU-NF',
    ['SBU NOFORN', 'SBU-NF', 'SENSITIVE BUT UNCLASSIFIED NOFORN'],
    UNCLASSIFIED_ONLY,
    'AFFILIATION',
  ),
  control('NON-IC', 'LES', ['LES', 'LES', 'LAW ENFORCEMENT SENSITIVE'], ANY_LEVEL, 'AFFILIATION'),
  control('NON-IC', 'LES-NF', ['LES NOFORN', 'LES-NF', 'LAW ENFORCEMENT SENSITIVE NOFORN'], ANY_LEVEL, 'AFFILIATION'),
  control('NON-IC', 'SSI', ['SSI', 'SSI', 'SENSITIVE SECURITY INFORMATION'], ANY_LEVEL, 'AFFILIATION'),
  control('NON-IC', 'RELEASABLE TO', ['RELEASABLE TO', 'RELEASABLE TO'], ANY_LEVEL, 'NOTHING'),
];

const byName = new Map(CONTROL_MARKS.map((mark, order) => [mark.name, { ...mark, order }]));

/** A control with its place in the table; undefined for a name that is none. */
export function controlNamed(name: string): (ControlMark & { readonly order: number }) | undefined {
  return byName.get(name);
}

/** Controls that NATO adds to its own marks, and to a mark of the United States beside `FGI NATO`. */
export const NATO_ADDITIONS: ReadonlySet<string> = new Set(['BOHEMIA', 'BALK', 'ATOMAL']);

/** Controls that say NOFORN by themselves. */
export const NOFORN_WORDS: ReadonlySet<string> = new Set(['NOFORN', 'SBU-NF', 'LES-NF']);
