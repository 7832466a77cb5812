import type { EntityManager } from 'typeorm';

/** A version of an agreement that gateways are told of. */
export interface AgreementVersion {
  readonly id: string;
  readonly version: number;
  readonly issuer: string;
  readonly isOn: boolean;
  /** First day on which another has taken its place. */
  readonly endsOn: string | null;
  readonly document: string;
}

/** Adds a version of an agreement to those that gateways are told of. Versions are only added, each once. */
export async function tellVersion(
  transaction: EntityManager,
  { id, version, issuer, isOn, endsOn, document }: AgreementVersion,
): Promise<void> {
  await transaction.query(
    'insert into told_agreement (id, v, issuer, is_on, ends_on, document) values ($1, $2, $3, $4, $5, $6)',
    [id, version, issuer, isOn, endsOn, document],
  );
}
