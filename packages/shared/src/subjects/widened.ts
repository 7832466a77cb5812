import type { KeyObject } from 'node:crypto';
import type { Fault } from './fault.js';
import type { ListedOperations } from './listed-operations.js';
import type { TrustAgreement } from './trust-agreement.js';

type Part = readonly [path: string, isWithin: boolean];

/**
 * Where an agreement lets its issuer claim what another does not, each place once; none where it only takes away. What says who the other
 * side is must be the same: of another issuer, audience or State it is another agreement.
 */
export function widenedIn(before: TrustAgreement, after: TrustAgreement): readonly Fault[] {
  const other = (['id', 'issuer', 'audience', 'represents'] as const).map(
    (path): Part => [path, after[path] === before[path]],
  );
  const less: readonly Part[] = [
    ['algorithms', isOf(after.algorithms, before.algorithms)],
    [after.keys === null ? 'jwksUri' : 'jwks', areKeysOf(before, after)],
    ['agencies', isMapOf(after.agencies, before.agencies, (kind, agreed) => kind === agreed)],
    ['ceiling', isMapOf(after.ceiling, before.ceiling, (rank, agreed) => rank <= agreed)],
    ['compartments', isOf(after.compartments, before.compartments)],
    ['purposes', isOf(after.purposes, before.purposes)],
    ['origins', isOf(after.origins, before.origins)],
    ['operations', areOperationsOf(after.operations, before.operations)],
    ['tokenAgeMaxSeconds', after.tokenAgeMaxSeconds <= before.tokenAgeMaxSeconds],
    ['clockSkewSeconds', after.clockSkewSeconds <= before.clockSkewSeconds],
    ['validFrom', after.validFrom >= before.validFrom],
    ['validTo', after.validTo <= before.validTo],
  ];
  return [...faultsOf(other, 'is of another agreement'), ...faultsOf(less, 'goes beyond what is in force')];
}

const faultsOf = (parts: readonly Part[], message: string): Fault[] =>
  parts.flatMap(([path, isWithin]) => (isWithin ? [] : [{ path, message }]));

function isOf<T>(some: Iterable<T>, agreed: Iterable<T>): boolean {
  const all = new Set(agreed);
  return [...some].every((each) => all.has(each));
}

const isMapOf = <K, V>(
  some: ReadonlyMap<K, V>,
  agreed: ReadonlyMap<K, V>,
  isWithin: (value: V, of: V) => boolean,
): boolean =>
  [...some].every(([key, value]) => {
    const of = agreed.get(key);
    return of !== undefined && isWithin(value, of);
  });

/** Keys come from the same place, or are of those that were given: whoever publishes keys elsewhere is somebody else. */
function areKeysOf(before: TrustAgreement, after: TrustAgreement): boolean {
  if (before.keys === null || after.keys === null) {
    return before.keys === null && after.keys === null && before.jwksUri === after.jwksUri;
  }
  return isMapOf<string, KeyObject>(after.keys, before.keys, (key, agreed) => key.equals(agreed));
}

/** Once documents are listed no others are added, and one whose own words bind it to a purpose stays bound. */
function areOperationsOf(after: ListedOperations | null, before: ListedOperations | null): boolean {
  if (before === null) return true;
  return after !== null && isMapOf(after, before, ({ text }, agreed) => agreed.text === null || text === agreed.text);
}
