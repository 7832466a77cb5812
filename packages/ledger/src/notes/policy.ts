import { type NoteVerifier, parseVerifierKey, requireCheckable } from './note-key.js';
import type { CheckedSignature } from './signed-note.js';

/** Whose word on a checkpoint is enough: the log's own, and a quorum of witnesses (C2SP tlog-policy). */
export interface TrustPolicy {
  readonly logs: readonly NoteVerifier[];
  readonly witnesses: readonly NoteVerifier[];
  /** Whether these have cosigned enough. */
  isQuorum(cosigners: readonly NoteVerifier[]): boolean;
}

/**
 * Throws unless a quorum of the policy's witnesses is among those who signed; without a policy nobody has to be. Where it takes keys that the runtime
 * cannot check, it is not taken for one.
 */
export function requireQuorum(signatures: readonly CheckedSignature[], policy: TrustPolicy | null): void {
  if (policy === null) return;
  const isWitness = (key: NoteVerifier): boolean => policy.witnesses.some((witness) => keyOf(witness) === keyOf(key));
  const cosigners = signatures
    .map(({ verifier }) => verifier)
    .filter((each) => each.kind !== 'note' && isWitness(each));
  if (policy.isQuorum(cosigners)) return;
  const unchecked = policy.witnesses.filter(({ canCheck }) => !canCheck);
  if (policy.isQuorum([...cosigners, ...unchecked])) requireCheckable(unchecked);
  const names = [...new Set(cosigners.map(({ name }) => name))].join(', ');
  throw new RangeError(`no quorum of the policy has cosigned it: ${names === '' ? 'nobody has' : `only ${names}`}`);
}

type Rule = (cosigned: ReadonlySet<string>) => boolean;

// Tab, line break and what is printed; octets above are whatever they are.
const CHARACTERS = /^[\t\n\x20-\x7e\u0080-\u{10ffff}]*$/u;
const COUNT = /^[1-9][0-9]{0,2}$/;

/** Reads a policy; throws RangeError with the line that is none. */
export function parsePolicy(text: string): TrustPolicy {
  if (!CHARACTERS.test(text)) throw new RangeError('a policy with control characters');
  const reading = new PolicyReading();
  for (const [place, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0]?.startsWith('#')) continue;
    try {
      reading.add(words);
    } catch (error) {
      throw new RangeError(`line ${place + 1} of the policy: ${error instanceof Error ? error.message : error}`);
    }
  }
  return reading.policy();
}

class PolicyReading {
  readonly #logs: NoteVerifier[] = [];
  readonly #witnesses: NoteVerifier[] = [];
  readonly #rules = new Map<string, Rule>();
  readonly #members = new Set<string>();
  #quorum: Rule | null = null;

  add([kind, ...words]: readonly string[]): void {
    if (kind === 'log') this.#addLog(words);
    else if (kind === 'witness') this.#addWitness(words);
    else if (kind === 'group') this.#addGroup(words);
    else if (kind === 'quorum') this.#setQuorum(words);
    else throw new RangeError(`\`${kind}\` is nothing that a policy says`);
  }

  policy(): TrustPolicy {
    const quorum = this.#quorum;
    if (quorum === null) throw new RangeError('a policy without a quorum');
    const isQuorum = (cosigners: readonly NoteVerifier[]): boolean => quorum(new Set(cosigners.map(keyOf)));
    // One signature would count for the log and for its witness.
    const twice = this.#witnesses.find((witness) => this.#logs.some((log) => keyOf(log) === keyOf(witness)));
    if (twice !== undefined) throw new RangeError(`\`${twice.name}\` is a log that is its own witness`);
    return { logs: this.#logs, witnesses: this.#witnesses, isQuorum };
  }

  #addLog([key = '', ...url]: readonly string[]): void {
    const verifier = parseVerifierKey(key);
    if (verifier.kind === 'cosignature' || url.length > 1) throw new RangeError('no key of a log');
    if (this.#logs.some((other) => keyOf(other) === keyOf(verifier))) throw new RangeError('a log that stands twice');
    this.#logs.push(verifier);
  }

  #addWitness([name = '', key = '', ...url]: readonly string[]): void {
    const verifier = parseVerifierKey(key);
    if (verifier.kind === 'note' || url.length > 1) throw new RangeError('no key of a witness');
    const isKnown = this.#witnesses.some((other) => keyOf(other) === keyOf(verifier));
    // By its key, whatever its name: one that stood twice would count twice.
    if (isKnown) throw new RangeError('a witness that stands twice');
    this.#witnesses.push(verifier);
    this.#define(name, (cosigned) => cosigned.has(keyOf(verifier)));
  }

  #addGroup([name = '', threshold = '', ...members]: readonly string[]): void {
    const rules = members.map((member) => this.#memberOf(member));
    const all = members.length;
    const least = threshold === 'all' ? all : threshold === 'any' ? 1 : COUNT.test(threshold) ? Number(threshold) : 0;
    if (least < 1 || least > all || new Set(members).size !== all) throw new RangeError('no group of its members');
    this.#define(name, (cosigned) => rules.filter((rule) => rule(cosigned)).length >= least);
  }

  #setQuorum([name = '', ...rest]: readonly string[]): void {
    if (this.#quorum !== null || rest.length > 0) throw new RangeError('a second quorum');
    this.#quorum = name === 'none' ? () => true : this.#ruleOf(name);
  }

  #define(name: string, rule: Rule): void {
    if (name === '' || name === 'none' || this.#rules.has(name)) throw new RangeError(`\`${name}\` is no new name`);
    this.#rules.set(name, rule);
  }

  #ruleOf(name: string): Rule {
    const rule = this.#rules.get(name);
    if (rule === undefined) throw new RangeError(`\`${name}\` is not defined before`);
    return rule;
  }

  /** Each name in one group at most, so that a witness counts in one way (C2SP tlog-policy). */
  #memberOf(name: string): Rule {
    if (this.#members.has(name)) throw new RangeError(`\`${name}\` is in two groups`);
    this.#members.add(name);
    return this.#ruleOf(name);
  }
}

const keyOf = ({ publicKey }: NoteVerifier): string => publicKey.toString('hex');

/** Witnesses for which it is looked at all ways in which some of them could be corrupt. */
const COUNTED_MAX = 12;

/**
 * How many witnesses may be corrupt together with the log before two views of it could both be believed: two quorums always have to meet in one
 * who is not. Keys of one name are one witness's, who signs with all of them. Null for more witnesses than can be looked through.
 */
export function toleranceOf({ witnesses, isQuorum }: TrustPolicy): number | null {
  const names = [...new Set(witnesses.map(({ name }) => name))];
  if (names.length > COUNTED_MAX) return null;
  const every = 2 ** names.length - 1;
  const quorums = Array.from({ length: every + 1 }, (_, set) =>
    isQuorum(witnesses.filter(({ name }) => (set >> names.indexOf(name)) % 2 === 1)),
  );
  const sizeOf = (set: number): number => set.toString(2).replaceAll('0', '').length;
  const canSplit = (corrupt: number): boolean =>
    quorums.some((_, honest) => {
      if ((honest & corrupt) !== 0) return false;
      return quorums[honest | corrupt] === true && quorums[(every & ~honest) | corrupt] === true;
    });
  for (let count = 0; count <= names.length; count += 1) {
    if (quorums.some((_, corrupt) => sizeOf(corrupt) === count && canSplit(corrupt))) return count - 1;
  }
  return names.length;
}
