import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { isCommand } from '@chancery/policy/writes/command-grants';
import { parseRegisterKey } from '@chancery/shared/brands';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { walkCommands } from '@chancery/shared/subgraph/testkit/walk-commands';
import type { Profile } from '@chancery/shared/subjects/subject';
import { expect, it } from '@jest/globals';
import { incidents as service } from './service.js';
import { makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const STARTED_WITHIN_MS = 600_000;
const DS = 'usa.diplomatic-security';
/** In the order in which they are asked: each command is run by the first of them that may. */
const RUNNERS = [
  profileOf(DS, 'INCIDENT_RESPONSE'),
  profileOf(DS, 'EVACUATION'),
  profileOf('deu.foreign-ministry', 'THREAT_PREVENTION'),
  profileOf('deu.police', 'THREAT_PREVENTION'),
  profileOf('deu.police', 'CRIMINAL_INVESTIGATION'),
  profileOf('usa.consular', 'CONSULAR_ASSISTANCE'),
];
/** Somebody else of the agency, who checks what was written. */
function colleague(): Profile {
  const { subject, ...profile } = profileOf(DS, 'INCIDENT_RESPONSE');
  return { ...profile, subject: { ...subject, id: 'a:00000000000000bb' } };
}

/** An incident of the embassy that its State has released to the host, which can be asked about it. */
async function releasedIncident({ client }: RunningService, mission: string | undefined): Promise<string> {
  const [runner] = RUNNERS;
  if (runner === undefined) throw new Error('nobody runs anything');
  const report = {
    mission,
    type: 'ARSON',
    occurredOn: '2026-09-20',
    city: 'Berlin',
    siteKind: 'EMBASSY',
    summary: 'A fire.',
  };
  const made = await client.mutate(
    runner,
    'mutation ($input: ReportIncidentInput!) { done: reportIncident(input: $input) { incident { id concurrencyToken } } }',
    { input: { idempotencyKey: 'walker-report', ...report } },
  );
  const { incident } = (made.data as { done: { incident: { id: string } } }).done;
  const released = await client.mutate(
    runner,
    'mutation ($input: RegradeIncidentInput!) { regradeIncident(input: $input) { incident { id } } }',
    {
      input: {
        idempotencyKey: 'walker-release',
        ...incident,
        rank: 0,
        releasableTo: ['DEU', 'GBR', 'AUT'],
        reason: 'To be walked.',
      },
    },
  );
  expect(released.errors).toEqual([]);
  return incident.id;
}

it(
  'every command of incidents is refused without a trace, gives back what it was given, and runs once',
  async () => {
    await using posts = await publishPosts(POSTS);
    using data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    await using running = await runIncidents({
      ...demoLaw(),
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: data.folder,
    });
    const { database, client, snapshots } = running;
    const hiddenIn = (table: string): Promise<string> =>
      inTransaction(database.ownerUrl, async (owner) => {
        const text = `select t.id from ${table} t join handling h on h.id = t.handling_id where h.text !~ 'rel=(\\*|[A-Z+]*(USA|DEU))' limit 1`;
        return String((await owner.query<{ id: string }>(text)).rows[0]?.id);
      });
    const at = { view: snapshots.view(NOW), now: NOW };
    const embassy = parseRegisterKey(EMBASSY);

    const problems = await walkCommands({
      schema: (await service.schema()).schema,
      client,
      ownerUrl: database.ownerUrl,
      runnerOf: (command) =>
        command === 'verifyCaseStudy'
          ? colleague()
          : isCommand(command)
            ? RUNNERS.find((runner) => lawOfCommand(command).ofPost(runner, embassy, at).accepted)
            : undefined,
      stranger: profileOf('ury.observer'),
      given: {
        mission: posts.ids.get(EMBASSY),
        incident: await releasedIncident(running, posts.ids.get(EMBASSY)),
        synthetic: null,
        receivingState: null,
        expectedAt: '2026-09-22T08:00:00Z',
        dueAt: '2026-09-22T08:00:00Z',
        windowStartsAt: '2026-09-22T08:00:00Z',
        windowEndsAt: '2026-09-22T18:00:00Z',
        transitStates: ['AUT'],
        partnerStates: ['GBR'],
        periodEndsAt: '2026-09-20T09:00:00Z',
        entryGround: 'EXPRESS_CONSENT',
        reportsTo: 'LIAISON_OFFICER',
        contentHash: 'a'.repeat(64),
        currency: 'EUR',
        toState: 'DEU',
        againstState: 'DEU',
        nationality: 'USA',
        releasableTo: ['GBR'],
        'listEvacuee.operation': 'made by orderEvacuation',
        'recordConsularVisit.detention': 'made by recordDetention',
        // A member of the post, whose State sees the detention from the beginning (VCCR 42).
        concerns: 'CONSULAR_EMPLOYEE',
        legalTests: ['VCDR-22-1'],
        'writeCaseStudy.confidence': 'HIGH',
        'amendCaseStudy.confidence': 'HIGH',
        'verifyCaseStudy.confidence': 'HIGH',
        'recordDetention.incident': null,
        'recommend.report': 'made by reviewIncident',
        'transferCustody.evidence': 'made by secureEvidence',
        'delegateAuthority.grant': 'made by grantAuthority',
        'takeUpActionCard.activation': 'made by activatePlan',
        untilAt: '2026-09-22T08:00:00Z',
        'advanceActionCard.status': 'IN_PROGRESS',
        'advanceCyberIncident.stage': 'ANALYSED',
        card: null,

        'advanceClaim.status': 'UNDER_NEGOTIATION',
        'advanceIncident.status': 'ASSESSED',
        'advanceMobilization.status': 'COMMITTED',
        'advanceRecommendation.status': 'ACCEPTED',
        'advanceEvacuation.status': 'ASSEMBLING',
        'advanceEvacuee.status': 'NO_SHOW',
        'advanceEvidence.status': 'IN_CUSTODY',
        'answerProtectionRequest.answer': 'GRANTED',
      },
      before: {
        arriveMobilization: ['advanceMobilization'],
        releaseMobilization: ['advanceMobilization'],
        closeRecommendation: ['advanceRecommendation'],
      },
      hidden: {
        inc: await hiddenIn('incident'),
        prq: await hiddenIn('protection_request'),
        mob: await hiddenIn('mobilization'),
        evo: await hiddenIn('evacuation_operation'),
        eme: await hiddenIn('evac_manifest_entry'),
        aug: await hiddenIn('authority_grant'),
        cyb: await hiddenIn('cyber_incident'),
        frc: await hiddenIn('force_report'),
        suc: await hiddenIn('succession_line'),
      },
    });

    expect(problems).toEqual([]);
  },
  STARTED_WITHIN_MS,
);
