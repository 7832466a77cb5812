import { startOfDay } from '../calendar.js';
import type { Instant } from '../clock.js';
import type { Log } from '../log.js';
import { parseTrustAgreement, type TrustAgreement } from '../subjects/trust-agreement.js';
import { messageOf } from '../subjects/trust-files.js';
import { REGISTER_PARTY, type ToldAgreement } from './agreement-wire.js';

interface Read {
  readonly told: ToldAgreement;
  /** Null for what this process cannot read: by that nobody is believed. */
  readonly agreement: TrustAgreement | null;
}

/** The agreements of the register by issuer, of each the one that is in force at an instant. */
export class AgreementsInForce {
  readonly #read: ReadonlyMap<string, Read>;
  readonly #byIssuer: ReadonlyMap<string, readonly Read[]>;

  constructor(told: readonly ToldAgreement[] = [], before: AgreementsInForce | null = null, log: Log = () => {}) {
    const known = before === null ? new Map<string, Read>() : before.#read;
    const read = told.map((each) => known.get(versionOf(each)) ?? { told: each, agreement: parse(each, log) });
    this.#read = new Map(read.map((each) => [versionOf(each.told), each]));
    const byIssuer = new Map<string, Read[]>();
    for (const each of read) byIssuer.set(each.told.issuer, [...(byIssuer.get(each.told.issuer) ?? []), each]);
    this.#byIssuer = byIssuer;
  }

  /** Issuers that the register has let in at some time, whether or not they are believed now. */
  issuers(): Iterable<string> {
    return this.#byIssuer.keys();
  }

  names(issuer: string): boolean {
    return this.#byIssuer.has(issuer);
  }

  /** The agreement that an issuer is believed by: the last that has begun, unless another has taken its place or it is switched off. */
  of(issuer: string, now: Instant): TrustAgreement | null {
    const begun = (this.#byIssuer.get(issuer) ?? []).filter(({ told, agreement }) => hasBegun(told, agreement, now));
    const last = begun.at(-1);
    if (last === undefined || !last.told.isOn) return null;
    return last.agreement;
  }

  /** Every agreement that is or will be in force: whose keys are to be at hand. */
  all(): readonly TrustAgreement[] {
    return [...this.#read.values()].flatMap(({ told, agreement }) =>
      told.isOn && agreement !== null ? [agreement] : [],
    );
  }
}

const versionOf = ({ id, v }: ToldAgreement): string => `${id}@${v}`;

/** What another has taken the place of has ended, whatever became of that other one. */
function hasBegun({ endsOn }: ToldAgreement, agreement: TrustAgreement | null, now: Instant): boolean {
  if (endsOn !== null && now >= startOfDay(endsOn)) return false;
  return agreement === null || now >= startOfDay(agreement.validFrom);
}

function parse({ id, v, issuer, agreement }: ToldAgreement, log: Log): TrustAgreement | null {
  try {
    const parsed = parseTrustAgreement(agreement);
    if (parsed.issuer === issuer && parsed.represents !== REGISTER_PARTY) return parsed;
    log({ event: 'trust', message: `nobody is believed by \`${id}\` version ${v}: the register cannot let them in` });
  } catch (error) {
    log({ event: 'trust', message: `nobody is believed by \`${id}\` version ${v}: ${messageOf(error)}` });
  }
  return null;
}
