import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Day, Link, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { PostHolder } from '../people/post-holder.js';
import { CredentialKind, CredentialStatus } from './vocabulary.js';

/** What lets a post holder pass. */
@Recorded({
  name: 'Credential',
  prefix: 'crd',
  says: 'What lets a post holder pass.',
  rules: ['valid_until >= valid_from'],
})
export class Credential extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example CRD-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(CredentialKind, { is: 'SECURITY_POSTURE', says: 'What it is.', filter: true })
  kind!: CredentialKind;

  @Texts({ is: 'SECURITY_POSTURE', says: 'Zones that it opens.' })
  zones!: string[];

  @Word(CredentialStatus, { is: 'SECURITY_POSTURE', says: 'Where it stands.', filter: true })
  status!: CredentialStatus;

  @Day({ is: 'SECURITY_POSTURE', says: 'First day.' })
  validFrom!: string;

  @Day({ is: 'SECURITY_POSTURE', says: 'Last day.', filter: true, order: true })
  validUntil!: string;

  @Link(() => PostHolder, { is: 'PERSONAL_DATA', says: 'Who holds it.', filter: true })
  holder?: PostHolder | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'credentials', is: 'EXISTENCE', says: 'Credentials of this post.' },
  })
  mission?: Mission | null;
}

const advanceCredential = move<Credential>()({
  field: 'advanceCredential',
  says: 'Suspends a credential, gives it back, or says that it is lost, expired or revoked: then it opens nothing again.',
  noun: 'change',
  inputSays: 'Where a credential stands now.',
  to: ['ISSUED', 'SUSPENDED', 'REVOKED', 'EXPIRED', 'LOST'],
  sets: {},
  law: lawOfCommand('advanceCredential'),
});

export const credentials = aggregateOf(Credential, {
  one: 'credential',
  many: 'credentials',
  noun: 'credential',
  nouns: 'credentials',
  states: {
    of: 'status',
    first: 'ISSUED',
    moves: {
      ISSUED: ['SUSPENDED', 'REVOKED', 'EXPIRED', 'LOST'],
      SUSPENDED: ['ISSUED', 'REVOKED', 'EXPIRED', 'LOST'],
      LOST: ['REVOKED'],
      REVOKED: [],
      EXPIRED: [],
    },
  },
  commands: [
    ...keep<Credential>()({
      field: 'issueCredential',
      of: 'Credential',
      says: 'Issues what lets a post holder pass.',
      sets: {
        holder: { ofPost: true },
        kind: {},
        zones: { max: 30, each: 80 },
        validFrom: {},
        validUntil: { time: 'AHEAD' },
      },
      law: lawOfCommand,
    }),
    advanceCredential,
  ],
});
