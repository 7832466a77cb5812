import type { Instant } from '../../clock.js';
import type { Label } from '../label.js';
import { type Category, categoriesOf, concealsSource } from './categories-of-label.js';
import { escapeXml } from './escape-xml.js';
import { categoryUri, policyUri } from './object-identifiers.js';
import { type PolicyWords, policyWordsOf } from './policy-words.js';
import { privacyMarkOf } from './privacy-mark.js';
import { UnmarkableLabelError } from './unmarkable-label-error.js';

const NAMESPACE = 'urn:nato:stanag:4774:confidentialitymetadatalabel:1:0';
const NC_NAME = /^[A-Za-z_][\w.-]{0,99}$/;

/** What a label does not say of itself and the syntax asks for. */
export interface LabelOrigin {
  /** The name of the label in its document, which a binding signs by. */
  readonly id: string;
  readonly originator: { readonly idType: 'uniformResourceIdentifier' | 'dNSName' | 'rfc822Name'; readonly id: string };
  /** The State or organisation that made the record: its policy is the originator's. */
  readonly maker: string | null;
  readonly createdAt: Instant;
  readonly reviewAt: Instant;
}

/**
 * Prints a label as ADatP-4774 elements for one object: `originatorConfidentialityLabel` first, under the policy of its
 * maker, and for each further policy of a joined label an `alternativeConfidentialityLabel`. A reader goes by the one whose
 * policy it has, so that each says of itself all that is asked: what the other policies protect stands in it as a
 * restrictive category, and no reader gets by on the weakest.
 */
export function printConfidentialityLabels(label: Label, origin: LabelOrigin): [string, ...string[]] {
  if (!NC_NAME.test(origin.id)) throw new UnmarkableLabelError(origin.id, 'it is no name of an XML element');
  const all = policyWordsOf(label, origin.maker, origin.createdAt);
  const elementOf = (words: PolicyWords, index: number): string =>
    printElement(
      label,
      words,
      all.filter((other) => other !== words),
      origin,
      index,
    );
  const [own, ...others] = all;
  // Another policy beside a concealed source would name it.
  const named = concealsSource(label) ? [] : others;
  return [elementOf(own, 0), ...named.map((words, index) => elementOf(words, index + 1))];
}

function printElement(
  label: Label,
  words: PolicyWords,
  others: readonly PolicyWords[],
  origin: LabelOrigin,
  index: number,
): string {
  const root = `slab:${index === 0 ? 'originator' : 'alternative'}ConfidentialityLabel`;
  const id = index === 0 ? origin.id : `${origin.id}.${index}`;
  const { idType, id: originator } = origin.originator;
  const mark = privacyMarkOf(label, origin.maker);
  return [
    `<${root} xmlns:slab="${NAMESPACE}" Id="${id}" ReviewDateTime="${dateTime(origin.reviewAt)}">`,
    '<slab:ConfidentialityInformation>',
    `<slab:PolicyIdentifier URI="${policyUri(words.policy)}">${escapeXml(words.policy)}</slab:PolicyIdentifier>`,
    `<slab:Classification>${escapeXml(words.classification)}</slab:Classification>`,
    ...(mark === null ? [] : [`<slab:PrivacyMark>${escapeXml(mark)}</slab:PrivacyMark>`]),
    ...categoriesOf(label, words, others).map(printCategory),
    '</slab:ConfidentialityInformation>',
    `<slab:OriginatorID IDType="${idType}">${escapeXml(originator)}</slab:OriginatorID>`,
    `<slab:CreationDateTime>${dateTime(origin.createdAt)}</slab:CreationDateTime>`,
    `</${root}>`,
  ].join('');
}

function printCategory({ tagName, type, values }: Category): string {
  const printed = values.map((value) => `<slab:GenericValue>${escapeXml(value)}</slab:GenericValue>`).join('');
  return `<slab:Category Type="${type}" TagName="${escapeXml(tagName)}" URI="${categoryUri(tagName)}">${printed}</slab:Category>`;
}

function dateTime(instant: Instant): string {
  return new Date(instant).toISOString();
}
