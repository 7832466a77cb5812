import { joinLabels } from '@chancery/shared/labels/join-labels';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { printHandling } from '@chancery/shared/labels/print-handling';
import { deriveHandling, type RecordOrigin } from '@chancery/shared/subgraph/writing/derive-handling';

/** TLP:AMBER+STRICT: nobody but the agency that made it, until that agency consents. */
const STRICT = parseHandling('l=-;rel=*;nat=*;pur=*;tlp=AMBER+STRICT;own=CHANCERY.register').label;

/** Of whom and about what a request is. */
export interface RequestOrigin extends Pick<RecordOrigin, 'maker'> {
  readonly id: string;
  /** The State that it is addressed to. */
  readonly addressee: string;
  /** How the record that it is about is handled, as far as it says who may know that it exists. */
  readonly about: Handling;
  readonly synthetic: boolean;
}

/**
 * The handling of a request: whoever sees it knows that the record exists. It is its maker's alone, under a key of its own, and others read it by
 * the maker's consent that names the key (`request-consent.ts`).
 */
export function handlingOfRequest({ id, maker, addressee, about, synthetic }: RequestOrigin): Handling {
  const { missions } = about.record;
  const derived = deriveHandling({ maker, missions, synthetic, addressees: [addressee] }, [about]);
  const { label, record, portions } = derived;
  return parseHandling(printHandling({ label: joinLabels(label, STRICT), record: { ...record, key: id }, portions }));
}
