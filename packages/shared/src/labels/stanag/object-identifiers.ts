/**
 * Root of our own identifiers, from a random UUID (X.667): the policies here are this project's reading of those of the
 * States, which register none in public.
 */
const ROOT = 'urn:oid:2.25.312693910701465854928819201963000187681';

/** Identifiers of NATO's policy and of its category, as ADatP-4774 prints them (appendix 2). */
const NATO_POLICY = 'urn:oid:1.3.26.1.3.1';
const NATO_CONTEXT = 'urn:oid:1.3.26.1.4.4';

/** Categories in the order of their numbers: a new one goes last. */
const TAGS = [
  ...['Also Protected As', 'Compartment', 'Administrative', 'Releasable To', 'Display Only', 'Nationals Only'],
  ...['Purpose', 'Originator Control', 'Foreign Source', 'TLP'],
];

/** The identifier of a policy: NATO's own, or one below ours by the letters of its code. */
export function policyUri(policy: string): string {
  if (policy === 'NATO') return NATO_POLICY;
  return `${ROOT}.1.${[...policy].map((letter) => letter.charCodeAt(0)).join('.')}`;
}

/** The identifier of a category's set of tags. */
export function categoryUri(tagName: string): string {
  return tagName === 'Context' ? NATO_CONTEXT : `${ROOT}.2.${TAGS.indexOf(tagName) + 1}`;
}
