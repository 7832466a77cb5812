/** Who is connected with an alleged offender that a State has taken into custody; States by ISO code, organisations by name. */
export interface CustodyConnections {
  /** The State that holds the person: it owes the notice, and receives none. */
  readonly custodyState: string;
  readonly crimeState: string;
  /** States whose national the offender is; where there is none, the State of habitual residence. */
  readonly offenderStates: readonly string[];
  /** States of which the victim is a national, or on whose behalf the victim acted. */
  readonly victimStates: readonly string[];
  readonly otherStates: readonly string[];
  /** Organisations whose official or agent the victim is. */
  readonly organisations: readonly string[];
}

/** What the taking of hostages adds: whom the offender tried to compel. */
export interface Compulsion {
  readonly compelledStates: readonly string[];
  /** States of the natural or juridical persons compelled. */
  readonly compelledPersonStates: readonly string[];
  readonly compelledOrganisations: readonly string[];
}

/** One addressee of a notice, with the limb of the article that makes it one; the first that does. */
export interface NoticeRecipient {
  readonly recipient: string;
  readonly limb: string;
}

type Limb = readonly [limb: string, recipients: readonly string[]];

function listed(limbs: readonly Limb[], custodyState: string): readonly NoticeRecipient[] {
  const found = new Map<string, NoticeRecipient>();
  for (const [limb, recipients] of limbs) {
    for (const recipient of recipients) {
      if (recipient !== custodyState && !found.has(recipient)) found.set(recipient, { recipient, limb });
    }
  }
  return [...found.values()];
}

/** IPP 6(1)(a)-(e): whom the State that holds an alleged offender notifies without delay, each once. */
export function protectedPersonNotice(held: CustodyConnections): readonly NoticeRecipient[] {
  const limbs: readonly Limb[] = [
    ['6(1)(a)', [held.crimeState]],
    ['6(1)(b)', held.offenderStates],
    ['6(1)(c)', held.victimStates],
    ['6(1)(d)', held.otherStates],
    ['6(1)(e)', held.organisations],
  ];
  return listed(limbs, held.custodyState);
}

/** Hostages Convention 6(2)(a)-(g): the same for the taking of hostages, whose list is its own. */
export function hostageNotice(held: CustodyConnections, compulsion: Compulsion): readonly NoticeRecipient[] {
  const limbs: readonly Limb[] = [
    ['6(2)(a)', [held.crimeState]],
    ['6(2)(b)', compulsion.compelledStates],
    ['6(2)(c)', compulsion.compelledPersonStates],
    ['6(2)(d)', held.victimStates],
    ['6(2)(e)', held.offenderStates],
    ['6(2)(f)', compulsion.compelledOrganisations],
    ['6(2)(g)', held.otherStates],
  ];
  return listed(limbs, held.custodyState);
}
