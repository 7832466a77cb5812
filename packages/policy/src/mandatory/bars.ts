import type { WithheldCode } from '@chancery/shared/vocabulary';
import type { Citation } from '../decision.js';
import { COUNCIL, ISOO, NATO_1997, NATO_SECURITY, ORDER_13526, REGISTER, UK_SCHEME } from './instruments.js';

/** A bar of the mandatory layer, before what lifts it is known. */
interface BarEntry {
  readonly code: WithheldCode;
  readonly citation: Citation;
  /** True when not even the existence of the value may be told, whatever kind of data it is. */
  readonly hides: boolean;
}

function bar(code: WithheldCode, rule: string, instrument: string, article: string, hides = false): BarEntry {
  return { code, citation: { rule, instrument, article }, hides };
}
const ours = (code: WithheldCode, rule: string, hides = false): BarEntry => bar(code, rule, 'CHANCERY', 'label', hides);

/** Every bar of the mandatory layer, in the order in which a code is chosen when several hold. A rule may have several. */
export const BARS = {
  'EO-4.1a': bar('LABEL_NOT_DOMINATED', 'EO-4.1a', ORDER_13526, '4.1(a)(1)-(2)'),
  'NATO-1/clearance': bar('LABEL_NOT_DOMINATED', 'NATO-1', NATO_1997, '3(1)'),
  'NATO-CM49/briefing': bar('LABEL_NOT_DOMINATED', 'NATO-CM49', NATO_SECURITY, 'briefing'),
  'EU-7': bar('LABEL_NOT_DOMINATED', 'EU-7', COUNCIL, '7(1)'),
  'UK-GSCP/tier': bar('LABEL_NOT_DOMINATED', 'UK-GSCP', UK_SCHEME, 'tiers'),
  'LABEL-RANK': ours('LABEL_NOT_DOMINATED', 'LABEL-RANK'),
  'EO-4.3': bar('LABEL_NOT_DOMINATED', 'EO-4.3', ORDER_13526, '4.3', true),
  'NATO-CM49/atomal': bar('LABEL_NOT_DOMINATED', 'NATO-CM49', NATO_SECURITY, 'ATOMAL'),
  'LABEL-COMPARTMENT': ours('LABEL_NOT_DOMINATED', 'LABEL-COMPARTMENT'),
  'LABEL-COMPARTMENT/hcs': ours('LABEL_NOT_DOMINATED', 'LABEL-COMPARTMENT', true),
  'IC-NF': bar('LABEL_NOT_DOMINATED', 'IC-NF', REGISTER, 'H.8'),
  'UK-GSCP/caveat': bar('LABEL_NOT_DOMINATED', 'UK-GSCP', UK_SCHEME, 'national caveat'),
  'LABEL-NATIONALITY': ours('LABEL_NOT_DOMINATED', 'LABEL-NATIONALITY'),
  'IC-REL': bar('RELEASE_NOT_COVERED', 'IC-REL', REGISTER, 'H.8'),
  'IC-DO': bar('RELEASE_NOT_COVERED', 'IC-DO', REGISTER, 'H.8'),
  'NATO-1/party': bar('RELEASE_NOT_COVERED', 'NATO-1', NATO_1997, '1(iv)'),
  'NATO-CM49/release': bar('RELEASE_NOT_COVERED', 'NATO-CM49', NATO_SECURITY, 'Enclosure H'),
  'EU-13': bar('RELEASE_NOT_COVERED', 'EU-13', COUNCIL, '13(2)'),
  'EU-13/originator': bar('RELEASE_NOT_COVERED', 'EU-13', COUNCIL, '13(4)'),
  TLP: bar('RELEASE_NOT_COVERED', 'TLP', 'FIRST TLP 2.0', 'definitions'),
  'IC-OC': bar('ORIGINATOR_CONTROL', 'IC-OC', REGISTER, 'H.8'),
  'EO-4.1i1': bar('ORIGINATOR_CONTROL', 'EO-4.1i1', ORDER_13526, '4.1(i)(1)'),
  'CFR-2001.55': bar('ORIGINATOR_CONTROL', 'CFR-2001.55', ISOO, '2001.55'),
  'SIENA-H': bar('ORIGINATOR_CONTROL', 'SIENA-H', 'Europol handling codes', 'H1-H3'),
  'CFR-2001.54e': bar('ORIGINATOR_CONTROL', 'CFR-2001.54e', ISOO, '2001.54(e)'),
  'LABEL-FGI': ours('ORIGINATOR_CONTROL', 'LABEL-FGI'),
  'GSA-NLUS': bar('ORIGINATOR_CONTROL', 'GSA-NLUS', 'NL-US 1960', '(a)'),
  'GSA-NLSE': bar('ORIGINATOR_CONTROL', 'GSA-NLSE', 'NL-SE 1984', '2(c)'),
  'GSA-ATFR': bar('ORIGINATOR_CONTROL', 'GSA-ATFR', 'AT-FR', '4(3), 4(6)'),
  'IC-FGIP': bar('ORIGINATOR_CONTROL', 'IC-FGIP', ISOO, '2001.24(c)', true),
  'IC-NF/unmarked': bar('ORIGINATOR_CONTROL', 'IC-NF', REGISTER, 'B.3'),
  'EO-4.1a/need-to-know': bar('NEED_TO_KNOW', 'EO-4.1a', ORDER_13526, '4.1(a)(3)'),
  'SIENA-H/purpose': bar('PURPOSE_MISMATCH', 'SIENA-H', 'Europol handling codes', 'H0'),
  'GSA-NLUS/purpose': bar('PURPOSE_MISMATCH', 'GSA-NLUS', 'NL-US 1960', '(c)'),
  'GSA-NLSE/purpose': bar('PURPOSE_MISMATCH', 'GSA-NLSE', 'NL-SE 1984', '2(b)'),
  'GSA-ATFR/purpose': bar('PURPOSE_MISMATCH', 'GSA-ATFR', 'AT-FR', '4(5)'),
  'LABEL-PURPOSE': ours('PURPOSE_MISMATCH', 'LABEL-PURPOSE'),
} as const satisfies Readonly<Record<string, BarEntry>>;

/** One bar: a rule, and where it has several limbs, the limb. */
export type BarKey = keyof typeof BARS;

/** Every bar, in the order in which a code is chosen. */
export const BAR_KEYS = Object.keys(BARS) as readonly BarKey[];
