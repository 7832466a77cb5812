import { assessDominance } from '@chancery/shared/clearance/dominance';
import type { Permissive } from '@chancery/shared/labels/label';
import { type Bar, barOf, type LabelInput, type Law, NO_BARS } from './label-input.js';

/**
 * The release set and the display-only list. What the owner's State marked, together with whoever else ranked the
 * label, only all of them can release further: a link joins the labels of several States.
 */
export const assessRelease: Law = ({ profile, label, ownerState, now }) => {
  if (label.releasableTo === 'ANY') return NO_BARS;
  const { failures } = assessDominance(profile, label, now);
  if (!failures.has('RELEASE')) return NO_BARS;
  const releasers = [...new Set([ownerState, ...label.ranks.keys()])];
  const bars = [barOf('IC-REL', ...releasers)];
  if (failures.has('DISPLAY_ONLY')) bars.push(barOf('IC-DO', ...releasers));
  return bars;
};

/** National caveats, cited by the scheme that the caveat belongs to: NOFORN is `nat=USA`, UK EYES ONLY `nat=GBR`. */
export const assessNationals: Law = ({ profile, label, now }) => {
  if (label.nationals === 'ANY') return NO_BARS;
  if (!assessDominance(profile, label, now).failures.has('NATIONALITY')) return NO_BARS;
  const bars: Bar[] = [];
  if (isCaveatOf('USA', 'GBR', label.nationals, label.ranks)) bars.push(barOf('IC-NF'));
  if (isCaveatOf('GBR', 'USA', label.nationals, label.ranks)) bars.push(barOf('UK-GSCP/caveat'));
  return bars.length > 0 ? bars : [barOf('LABEL-NATIONALITY')];
};

/** A caveat that names both States (`UK/US EYES ONLY`) is that of the one that ranked the label. */
function isCaveatOf(
  state: string,
  other: string,
  nationals: Exclude<Permissive, 'ANY'>,
  ranks: LabelInput['label']['ranks'],
): boolean {
  return nationals.has(state) && (ranks.has(state) || !nationals.has(other) || !ranks.has(other));
}

/** A value that is released, if at all, for display: it may be looked at and not kept. */
export function isDisplayedOnly({ profile, label, now }: LabelInput): boolean {
  return label.displayOnly !== null && assessDominance(profile, label, now).displayOnly;
}

/** Audiences of TLP 2.0. Every accepted token is of the community that GREEN speaks of. */
export const assessTlp: Law = ({ profile, label, owner, ownerState }) => {
  const { agency, represents } = profile.subject;
  switch (label.tlp) {
    case 'RED':
    case 'AMBER+STRICT':
      return agency === owner ? NO_BARS : [barOf('TLP', ownerState)];
    // The clients of an organisation are the other agencies of its State.
    case 'AMBER':
      return represents === ownerState ? NO_BARS : [barOf('TLP', ownerState)];
    default:
      return NO_BARS;
  }
};
