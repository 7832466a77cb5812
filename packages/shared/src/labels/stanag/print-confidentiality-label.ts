import type { Instant } from '../../clock.js';
import type { Label, Permissive } from '../label.js';
import { markOfRank } from '../marking-levels.js';
import { UnmarkableLabelError } from './unmarkable-label-error.js';

const NAMESPACE = 'urn:nato:stanag:4774:confidentialitymetadatalabel:1:0';

/** What a label does not say of itself and the syntax asks for. */
export interface LabelOrigin {
  readonly originator: { readonly idType: 'uniformResourceIdentifier' | 'dNSName' | 'rfc822Name'; readonly id: string };
  readonly createdAt: Instant;
  readonly reviewAt: Instant;
}

interface Category {
  readonly tagName: string;
  /** Of a permissive category the reader needs one value, of a restrictive one all. */
  readonly type: 'PERMISSIVE' | 'RESTRICTIVE';
  readonly values: readonly string[];
}

/**
 * Prints a label as ADatP-4774 `originatorConfidentialityLabel` elements, one a policy in ASCII order, each with every
 * category: a joined label is under several policies at once, and its reader must satisfy all of them. They are no
 * alternatives, which would say that any one will do.
 */
export function printConfidentialityLabels(label: Label, origin: LabelOrigin): string[] {
  if (label.ranks.size === 0) throw new UnmarkableLabelError(label.text, 'it is under no policy');
  const categories = categoriesOf(label);
  return [...label.ranks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([policy, rank]) => {
      const classification = markOfRank(policy, rank, origin.createdAt);
      if (classification === null) throw new UnmarkableLabelError(label.text, `\`${policy}\` has no level ${rank}`);
      return printElement(policy, classification, categories, origin);
    });
}

function printElement(
  policy: string,
  classification: string,
  categories: readonly Category[],
  origin: LabelOrigin,
): string {
  const { idType, id } = origin.originator;
  return [
    `<slab:originatorConfidentialityLabel xmlns:slab="${NAMESPACE}" ReviewDateTime="${dateTime(origin.reviewAt)}">`,
    '<slab:ConfidentialityInformation>',
    `<slab:PolicyIdentifier>${escapeXml(policy)}</slab:PolicyIdentifier>`,
    `<slab:Classification>${escapeXml(classification)}</slab:Classification>`,
    ...categories.map(printCategory),
    '</slab:ConfidentialityInformation>',
    `<slab:OriginatorID IDType="${idType}">${escapeXml(id)}</slab:OriginatorID>`,
    `<slab:CreationDateTime>${dateTime(origin.createdAt)}</slab:CreationDateTime>`,
    '</slab:originatorConfidentialityLabel>',
  ].join('');
}

function printCategory({ tagName, type, values }: Category): string {
  const printed = values.map((value) => `<slab:GenericValue>${escapeXml(value)}</slab:GenericValue>`).join('');
  return `<slab:Category Type="${type}" TagName="${escapeXml(tagName)}">${printed}</slab:Category>`;
}

/** Limits that a foreign reader's policy may not know are restrictive all the same: it then refuses, and does not guess. */
function categoriesOf(label: Label): Category[] {
  const { releasableTo, nationals, purposes, displayOnly, originatorControls, foreignSources, tlp } = label;
  // Beside a release category it would be needed as well, and instead of one it would release: neither is meant.
  if (displayOnly !== null) throw new UnmarkableLabelError(label.text, 'no category shows without releasing');
  const controls = originatorControls.map(({ organisation, mode }) => `${organisation}:${mode}`);
  return [
    ...restrictive('Compartment', label.compartments),
    ...permissive(label, 'Releasable To', releasableTo),
    ...permissive(label, 'Nationals Only', nationals),
    ...permissive(label, 'Purpose', purposes),
    ...restrictive('Originator Control', controls),
    ...restrictive(
      'Foreign Source',
      [...foreignSources].map((source) => (source === '~' ? 'CONCEALED' : source)),
    ),
    ...restrictive('TLP', tlp === null ? [] : [tlp]),
  ];
}

function restrictive(tagName: string, values: Iterable<string>): Category[] {
  const all = [...values].sort();
  return all.length === 0 ? [] : [{ tagName, type: 'RESTRICTIVE', values: all }];
}

/** A category without values would read as no limit, where nobody is meant. */
function permissive(label: Label, tagName: string, values: Permissive): Category[] {
  if (values === 'ANY') return [];
  if (values.size === 0) throw new UnmarkableLabelError(label.text, `\`${tagName}\` names nobody`);
  return [{ tagName, type: 'PERMISSIVE', values: [...values].sort() }];
}

function dateTime(instant: Instant): string {
  return new Date(instant).toISOString();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u; // XML 1.0 production 2, Char

function escapeXml(text: string): string {
  if (NOT_XML.test(text)) throw new UnmarkableLabelError(text, 'a character that XML cannot hold');
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
