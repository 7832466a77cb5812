import { asksOf } from '../control-asks.js';
import type { Label, Permissive } from '../label.js';
import { type PolicyWords, unnamedLevel } from './policy-words.js';
import { UnmarkableLabelError } from './unmarkable-label-error.js';

/** A category of a label: of a permissive one the reader needs one value, of a restrictive one all, of the third none. */
export interface Category {
  readonly tagName: string;
  readonly type: 'PERMISSIVE' | 'RESTRICTIVE' | 'INFORMATIVE';
  readonly values: readonly string[];
}

/** A source that must not be named. */
const CONCEALED = '~';

/**
 * What a label asks besides its level. Limits that a foreign reader's policy may not know are restrictive all the same: it
 * then refuses, and does not guess. `others` are the policies that the same label is under besides.
 */
export function categoriesOf(label: Label, { policy }: PolicyWords, others: readonly PolicyWords[]): Category[] {
  const { compartments, releasableTo, nationals, purposes, displayOnly, originatorControls, tlp } = label;
  const words = [...compartments];
  return [
    ...(policy === 'NATO' ? [category('Context', 'PERMISSIVE', ['NATO'])] : []),
    category('Also Protected As', 'RESTRICTIVE', alsoProtectedAs(label, others)),
    category(
      'Compartment',
      'RESTRICTIVE',
      words.filter((word) => asksOf(word) !== 'NOTHING'),
    ),
    category(
      'Administrative',
      'INFORMATIVE',
      words.filter((word) => asksOf(word) === 'NOTHING'),
    ),
    ...permissive(label, 'Releasable To', releasableTo),
    // No category shows without releasing: whoever may only be shown it is told so, and let in by nothing here.
    category('Display Only', 'INFORMATIVE', displayOnly ?? []),
    ...permissive(label, 'Nationals Only', nationals),
    ...permissive(label, 'Purpose', purposes),
    // As the mark: whose consent it is stands with the record, not on what leaves.
    category(
      'Originator Control',
      'RESTRICTIVE',
      new Set(originatorControls.map(({ mode }) => mode.replace('_', '-'))),
    ),
    category('Foreign Source', 'RESTRICTIVE', sourcesOf(label)),
    ...(policy === 'TLP' || tlp === null
      ? []
      : [category('TLP', tlp === 'CLEAR' ? 'INFORMATIVE' : 'RESTRICTIVE', [tlp])]),
  ].filter(({ values }) => values.length > 0);
}

/** Whether a label has a source that must not be named: then none is (32 CFR 2001.24(c)). */
export function concealsSource({ foreignSources }: Label): boolean {
  return foreignSources.has(CONCEALED);
}

function sourcesOf(label: Label): Iterable<string> {
  return concealsSource(label) ? ['CONCEALED'] : label.foreignSources;
}

function alsoProtectedAs(label: Label, others: readonly PolicyWords[]): string[] {
  if (others.length === 0) return [];
  if (concealsSource(label)) return [`FGI ${unnamedLevel(label)}`];
  return others.map(({ policy, classification }) => `${policy}:${classification}`);
}

function category(tagName: string, type: Category['type'], values: Iterable<string>): Category {
  return { tagName, type, values: [...values].sort() };
}

/** A category without values would read as no limit, where nobody is meant. */
function permissive(label: Label, tagName: string, values: Permissive): Category[] {
  if (values === 'ANY') return [];
  if (values.size === 0) throw new UnmarkableLabelError(label.text, `\`${tagName}\` names nobody`);
  return [category(tagName, 'PERMISSIVE', values)];
}
