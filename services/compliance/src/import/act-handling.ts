import type { Act } from '@chancery/shared/snapshot/snapshot';

/** Acts that their makers publish: that a State is party, and whom the Commission found adequate. */
const PUBLISHED_KEYS = /^(?:IPP 1973|DATA ADEQUACY .+)$/;

/**
 * The handling of an act: it exists for whoever made it and whoever it was made to, and for nobody else by default. What is published
 * is known to everybody. An act that names one post is judged as of that post.
 */
export function actHandling({ by, to, kind, scope }: Act, synthetic: boolean): string {
  const tag = synthetic ? 't=synthetic' : 't=public';
  const isPublished = kind === 'PARTY_STATUS' || scope.keys.some((key) => PUBLISHED_KEYS.test(key));
  if (isPublished) return `l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;${tag}`;
  const parties = [...new Set([by.represents, to.represents])].filter((party) => party !== '*').sort();
  const [post, ...others] = scope.missions;
  const mission = post === undefined || post === '*' || others.length > 0 ? '' : `;m=${post}`;
  return `l=-;rel=${parties.join('+')};nat=*;pur=*;own=${by.represents}.foreign-ministry${mission};${tag}`;
}
