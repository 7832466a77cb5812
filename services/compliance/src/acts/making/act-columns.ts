import type { Act } from '@chancery/shared/snapshot/snapshot';

/** The columns of an act that its versions change. */
export function versionColumns({ v, to, scope, from, until, revokedAt }: Act): Readonly<Record<string, unknown>> {
  return {
    version: v,
    recipient_agencies: to.agencies,
    scope_keys: scope.keys,
    persons: scope.persons,
    categories: scope.categories,
    from_at: new Date(from),
    until_at: until === null ? null : new Date(until),
    revoked_at: revokedAt === null ? null : new Date(revokedAt),
  };
}

/** The columns of an act that never change. */
export function firstColumns({ id, kind, by, to, written, ref }: Act): Readonly<Record<string, unknown>> {
  return {
    reference: id,
    kind,
    issuer: by.represents,
    office: by.office,
    recipient: to.represents,
    is_written: written,
    source: ref,
  };
}
