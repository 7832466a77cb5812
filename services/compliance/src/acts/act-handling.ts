import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { deriveHandling } from '@chancery/shared/subgraph/writing/derive-handling';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { ActStatus } from './legal-act.js';

/** Subjects of agreements that their makers publish. */
const PUBLISHED_KEYS = /^(?:IPP 1973|DATA ADEQUACY .+)$/;

/** Whether an act is published by its makers: that a State is party, and whom the Commission found adequate. */
const isPublished = ({ kind, scope }: Act): boolean =>
  kind === 'PARTY_STATUS' || scope.keys.some((key) => PUBLISHED_KEYS.test(key));

const publishedBy = (owner: string, synthetic: boolean): string =>
  `l=-;rel=*;nat=*;pur=*;own=${owner};t=${synthetic ? 'public+synthetic' : 'public'}`;

/**
 * The handling of an act: it exists for whoever made it and whoever it was made to, and for nobody else by default. What is published
 * is known to everybody. An act that names one post is judged as of that post.
 */
export function actHandling(act: Act, synthetic: boolean): string {
  const { by, to, scope } = act;
  if (isPublished(act)) return publishedBy('CHANCERY.register', synthetic);
  const parties = [...new Set([by.represents, to.represents])].filter((party) => party !== '*').sort();
  const [post, ...others] = scope.missions;
  const mission = post === undefined || post === '*' || others.length > 0 ? '' : `;m=${post}`;
  return `l=-;rel=${parties.join('+')};nat=*;pur=*;own=${by.represents}.foreign-ministry${mission}${synthetic ? ';t=synthetic' : ''}`;
}

/** By whom and about what an act is made. */
export interface ActOrigin {
  readonly maker: Pick<Subject, 'agency' | 'represents'>;
  readonly status: ActStatus;
  /** The post that it concerns, as far as it is known here. */
  readonly about: readonly Handling[];
  readonly synthetic: boolean;
}

/** The same of an act that a command makes, for its maker; one that is only proposed is told to nobody but its maker's State. */
export function handlingOfAct(act: Act, { maker, status, about, synthetic }: ActOrigin): Handling {
  if (status === 'GRANTED' && about.length === 0 && isPublished(act)) {
    return parseHandling(publishedBy(maker.agency, synthetic));
  }
  const isTold = status === 'GRANTED' || status === 'REVOKED';
  const addressees = isTold && act.to.represents !== '*' ? [act.to.represents] : [];
  const missions = about.flatMap(({ record }) => record.missions);
  return deriveHandling({ maker, missions, synthetic, addressees }, about);
}
