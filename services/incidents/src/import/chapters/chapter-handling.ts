import type { ExerciseCase } from './exercise-case.js';

/**
 * Who a record beside an incident is meant for: those of the State who handle it, partners too, the host that it is addressed to or
 * that wrote it, whoever helps an evacuation on its way, or everybody.
 */
export type Audience = 'OWN' | 'PARTNERS' | 'HOST' | 'FROM_HOST' | 'TRANSIT' | 'OPEN';

const PARTNER = 'GBR';
const TRANSIT = 'AUT';

type Concerned = Pick<ExerciseCase, 'sending' | 'receiving' | 'key'> & { readonly isKept: boolean };

/** The canonical handling of a record beside an incident. What is kept to nationals stays so, whoever else would be served by it. */
export function chapterHandling({ sending, receiving, key, isKept }: Concerned, audience: Audience): string {
  const record = (agency: string): string => `own=${agency};m=${key};t=synthetic`;
  const own = record(`${sending}.diplomatic-security`);
  if (isKept) return `l=${sending}:2;rel=${sending};nat=${sending};pur=*;${own}`;
  switch (audience) {
    case 'OWN':
      return `l=${sending}:2;rel=${sending};nat=*;pur=*;${own}`;
    case 'PARTNERS':
      return `l=${sending}:2;${releasedTo(sending, PARTNER)};${own}`;
    case 'HOST':
      return `l=${sending}:0;${releasedTo(sending, receiving)};${own}`;
    case 'FROM_HOST':
      return `l=${receiving}:0;${releasedTo(sending, receiving)};${record(`${receiving}.foreign-ministry`)}`;
    case 'TRANSIT':
      return `l=${sending}:0;${releasedTo(sending, PARTNER, TRANSIT)};${own}`;
    case 'OPEN':
      return `l=${sending}:0;rel=*;nat=*;pur=*;${own}`;
  }
}

/** The handling of a record beside an incident of an exercise. */
export function handlingOf(of: ExerciseCase, audience: Audience): string {
  return chapterHandling({ ...of, isKept: of.incident.handling.includes(`;nat=${of.sending};`) }, audience);
}

function releasedTo(...states: string[]): string {
  return `rel=${[...new Set(states)].sort().join('+')};nat=*;pur=*`;
}
