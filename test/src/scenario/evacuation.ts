import type { Chapter } from './step.js';

/** What only those who must help somebody may know of that person. */
const DOCUMENT = 'P48151623';

/** People are brought away, through a State on the way, and nationals of a partner with them. */
export const EVACUATION: Chapter = {
  title: 'An evacuation',
  steps: [
    {
      id: 'ordered',
      says: 'The departure of families from Berlin to Vienna is ordered; Austria lies on the way, and British nationals are taken along.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'EVACUATION',
        document: `mutation Ordered($input: OrderEvacuationInput!) {
          orderEvacuation(input: $input) { evacuationOperation { id reference } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#ordered',
            mission: '$embassy',
            mode: 'ORDERED_DEPARTURE',
            orderedByRole: 'HOM-Q875787',
            windowStartsAt: '@+2h',
            windowEndsAt: '@+9h',
            assemblyPoint: 'Garden of the residence',
            destination: 'Vienna, by coach',
            transitStates: ['AUT'],
            partnerStates: ['GBR'],
            capacity: 96,
            expected: 88,
            route: 'Two coaches by way of Passau, each with an escort to the border.',
            synthetic: true,
          },
        },
      },
      keeps: { operation: 'orderEvacuation.evacuationOperation.id' },
      sights: [
        {
          as: 'aut.border',
          purpose: 'TRANSIT',
          says: 'The border service of the State on the way learns that people will pass.',
          document: 'query Evacuation($id: ID!) { evacuationOperation(id: $id) { id route assemblyPoint expected } }',
          variables: { id: '$operation' },
          shows: { 'evacuationOperation.id': '*', 'evacuationOperation.assemblyPoint': null },
          never: ['Garden of the residence'],
        },
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The host was told nothing of it yet.',
          document: 'query Evacuation($id: ID!) { evacuationOperation(id: $id) { id } }',
          variables: { id: '$operation' },
          shows: { evacuationOperation: null },
        },
      ],
    },
    {
      id: 'listed',
      says: 'The consular service puts people on the manifest, by pseudonyms: one of its own nationals, and one of the partner’s.',
      does: {
        as: 'usa.consular',
        purpose: 'EVACUATION',
        document: `mutation Listed($own: ListEvacueeInput!, $partner: ListEvacueeInput!) {
          own: listEvacuee(input: $own) { manifestEntry { id concurrencyToken } }
          partner: listEvacuee(input: $partner) { manifestEntry { id } }
        }`,
        variables: {
          own: {
            idempotencyKey: '#own',
            operation: '$operation',
            personRef: 'EVC-01',
            kind: 'OWN_NATIONAL',
            nationality: 'USA',
            documentKind: 'PASSPORT',
            documentNo: DOCUMENT,
            synthetic: true,
          },
          partner: {
            idempotencyKey: '#partner',
            operation: '$operation',
            personRef: 'EVC-02',
            kind: 'PARTNER_NATIONAL',
            nationality: 'GBR',
            documentKind: 'EMERGENCY_TRAVEL_DOCUMENT',
            synthetic: true,
          },
        },
      },
      keeps: {
        own: 'own.manifestEntry.id',
        ownToken: 'own.manifestEntry.concurrencyToken',
        partner: 'partner.manifestEntry.id',
      },
      sights: [
        {
          as: 'usa.consular',
          purpose: 'EVACUATION',
          says: 'For the evacuation the consular service reads both lines.',
          document: 'query Manifest($id: ID!) { manifestEntry(id: $id) { personRef documentNo nationality } }',
          variables: { id: '$own' },
          shows: { 'manifestEntry.documentNo': DOCUMENT },
        },
        {
          as: 'usa.diplomatic-security',
          purpose: 'THREAT_PREVENTION',
          says: 'For another purpose not even the security of the same State does.',
          document: 'query Manifest($id: ID!) { manifestEntry(id: $id) { personRef documentNo } }',
          variables: { id: '$own' },
          shows: { 'manifestEntry.documentNo': null, 'manifestEntry.personRef': null },
          never: [DOCUMENT],
        },
        {
          as: 'gbr.foreign-ministry',
          purpose: 'EVACUATION',
          says: 'The partner learns of its own national, and not of anybody else.',
          document: `query Manifest($own: ID!, $partner: ID!) {
            own: manifestEntry(id: $own) { personRef documentNo }
            partner: manifestEntry(id: $partner) { id }
          }`,
          variables: { own: '$own', partner: '$partner' },
          shows: { own: null, 'partner.id': '*' },
          never: [DOCUMENT],
        },
        {
          as: 'aut.border',
          purpose: 'TRANSIT',
          says: 'The State on the way gets no names, not even pseudonyms.',
          document: `query Manifest($own: ID!, $partner: ID!) {
            own: manifestEntry(id: $own) { personRef documentNo }
            partner: manifestEntry(id: $partner) { personRef }
          }`,
          variables: { own: '$own', partner: '$partner' },
          shows: { own: null, partner: null },
          never: [DOCUMENT, 'EVC-0'],
        },
      ],
    },
    {
      id: 'away',
      says: 'People come to the garden, board, and the coaches leave.',
      does: {
        as: 'usa.consular',
        purpose: 'EVACUATION',
        document: `mutation Away($in: CheckInEvacueeInput!, $boarded: AdvanceEvacueeInput!) {
          checkInEvacuee(input: $in) { manifestEntry { status } }
          advanceEvacuee(input: $boarded) { manifestEntry { status } }
        }`,
        variables: {
          in: {
            idempotencyKey: '#in',
            id: '$own',
            concurrencyToken: '$ownToken',
            assemblyPoint: 'Garden of the residence',
          },
          boarded: { idempotencyKey: '#boarded', id: '$own', status: 'BOARDED' },
        },
      },
      sights: [],
    },
    {
      id: 'arrived',
      says: 'They arrive, and the operation is over.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'EVACUATION',
        document: `mutation Arrived($way: AdvanceEvacuationInput!, $over: AdvanceEvacuationInput!) {
          way: advanceEvacuation(input: $way) { evacuationOperation { status } }
          over: advanceEvacuation(input: $over) { evacuationOperation { status } }
        }`,
        variables: {
          way: { idempotencyKey: '#way', id: '$operation', status: 'UNDER_WAY' },
          over: { idempotencyKey: '#over', id: '$operation', status: 'COMPLETED' },
        },
      },
      sights: [
        {
          as: 'gbr.foreign-ministry',
          purpose: 'EVACUATION',
          says: 'The partner still sees the operation that carried its national.',
          document: 'query Evacuation($id: ID!) { evacuationOperation(id: $id) { id } }',
          variables: { id: '$operation' },
          shows: { 'evacuationOperation.id': '*' },
        },
      ],
    },
  ],
};
