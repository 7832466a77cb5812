import type { Label } from '@chancery/shared/labels/label';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

type Check = (label: Label) => Verdict | null;

const ranked = ({ ranks }: Label, policy: string): number => ranks.get(policy) ?? 0;
const isCaveated = ({ originatorControls, foreignSources }: Label): boolean =>
  originatorControls.some(({ mode }) => mode.startsWith('ORCON')) || foreignSources.size > 0;
const isNoforn = ({ nationals }: Label): boolean => nationals !== 'ANY' && nationals.size === 1 && nationals.has('USA');

/** Marks that the register of the United States calls invalid, or that nobody could have meant. */
const CHECKS: readonly Check[] = [
  (label) => {
    const { releasableTo } = label;
    const goesAbroad = releasableTo !== 'ANY' && [...releasableTo].some((recipient) => recipient !== 'USA');
    return isNoforn(label) && goesAbroad ? refused('IC-NF', '`nat=USA` beside `rel` of another State') : null;
  },
  (label) => {
    return isNoforn(label) && label.displayOnly !== null ? refused('IC-DO', '`nat=USA` beside `do`') : null;
  },
  // No release mark must be said to be NOFORN; ANY is an explicit absence of limits, never a missing value.
  (label) => {
    const isUnmarked = label.releasableTo === 'ANY' && label.nationals === 'ANY';
    return ranked(label, 'USA') >= 2 && isUnmarked && isCaveated(label)
      ? refused('IC-NF', 'caveated classified information with `rel=*` and `nat=*`')
      : null;
  },
  (label) => {
    const isControlled = label.originatorControls.some(({ mode }) => mode.startsWith('ORCON'));
    const isClassified = [...label.ranks.values()].some((rank) => rank >= 2);
    return isControlled && !isClassified ? refused('IC-OC', 'originator control of unclassified information') : null;
  },
  (label) => {
    const isClassified = [...label.ranks.values()].some((rank) => rank > 0);
    const isLimited = label.tlp !== null && label.tlp !== 'CLEAR';
    return isClassified && isLimited ? refused('TLP', `\`tlp=${label.tlp}\` on classified information`) : null;
  },
  // The scheme of 2014 has no CONFIDENTIAL: what comes in at that level is mapped by agreement, not by name.
  (label) => (ranked(label, 'GBR') === 2 ? refused('UK-GSCP', '`GBR:2` is no tier') : null),
];

/** Judges the marks of a label that somebody sets: all by themselves, without the record. */
export function checkLabelMarks(label: Label): Verdict {
  for (const check of CHECKS) {
    const verdict = check(label);
    if (verdict !== null) return verdict;
  }
  return ACCEPTED;
}
