import type { MarkForm } from '../mark-form.js';
import type { Asks } from './control-marks.js';

/** Categories of the CUI registry (32 CFR 2002.10), by abbreviation, as a public enumeration of it lists them. */
const CATEGORIES: ReadonlySet<string> = new Set(
  `ADJ ADPO AG APP ASYL BARG BATT BUDG CEII CHRI CMPRS COMPT CONREG CONV CRIT CRITAN CTI CVI CVIC DCNI DCRIT DNA DREC
   EMGT EXPT EXPTR FHFANPI FINT FISA FISAB FNC FSEC FSI FTI GENETIC HCIA HFIN HLTH ID INF INTEL INV INVENT ISVI IVIC
   JURY JUV LCOMM LDNA LEI LFNC LFST LMI LNSL LPROT LSCRN LVIC MERG MIL NATO NETW NNPI NUC NUCSEC OCCMTO OPSEC PCII
   PERS PEST PHYS POST PRE PRIIG PRIOR PRIVILEGE PROCURE PROPIN PROT PRVCY PSEC RAIL RECCOM RESD RTR RWRD SAFE SBIZ
   SCV SERV SGI SRI SSEL SSI STAT STUD SURV TAI TAX TAXC TRACE UCNI VISA WATER WHSTL WIT XFER`.split(/\s+/),
);

/** A limited dissemination control of the CUI registry, as it stands in both forms. */
export interface CuiLimit {
  /** The word of labels; null for what a label has a place of its own for. */
  readonly name: string | null;
  readonly words: Readonly<Record<MarkForm, string>>;
  readonly asks: Asks;
}

const limit = (name: string | null, banner: string, asks: Asks, portion = banner): CuiLimit => ({
  name,
  words: { banner, portion },
  asks,
});

/** 32 CFR 2002.16(b) and the registry, in alphabetical order; REL TO and DISPLAY ONLY have lists and are read apart. */
export const CUI_LIMITS: readonly CuiLimit[] = [
  limit('CUI-AC', 'AC', 'READ_IN'),
  limit('CUI-AWP', 'AWP', 'READ_IN'),
  limit('CUI-DELIB', 'DELIB', 'AFFILIATION'),
  limit('CUI-DL-ONLY', 'DL ONLY', 'READ_IN'),
  limit('CUI-FED-ONLY', 'FED ONLY', 'AFFILIATION'),
  limit('CUI-FEDCON', 'FEDCON', 'AFFILIATION'),
  limit('CUI-NOCON', 'NOCON', 'AFFILIATION'),
  limit(null, 'NOFORN', 'NOTHING', 'NF'),
];

/** Limits that exclude each other. */
export const CUI_EXCLUSIVE: readonly (readonly [string, string])[] = [
  ['CUI-FED-ONLY', 'CUI-FEDCON'],
  ['CUI-FED-ONLY', 'CUI-NOCON'],
  ['CUI-FEDCON', 'CUI-NOCON'],
  ['NOFORN', 'REL TO'],
  ['NOFORN', 'DISPLAY ONLY'],
];

/** Whether a word of a mark names a category, basic (`LEI`) or specified (`SP-LEI`). */
export function isCuiCategory(word: string): boolean {
  return CATEGORIES.has(word.startsWith('SP-') ? word.slice('SP-'.length) : word);
}

/** What a word of a label that begins with `CUI` asks of its reader; undefined for another word. */
export function cuiAsks(name: string): Asks | undefined {
  if (name === 'CUI') return 'AFFILIATION';
  if (!name.startsWith('CUI-')) return undefined;
  const limited = CUI_LIMITS.find((each) => each.name === name);
  if (limited !== undefined) return limited.asks;
  return isCuiCategory(name.slice('CUI-'.length)) ? 'NOTHING' : undefined;
}
