import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { isCommand } from '@chancery/policy/writes/command-grants';
import { parseRegisterKey } from '@chancery/shared/brands';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { walkCommands } from '@chancery/shared/subgraph/testkit/walk-commands';
import type { Profile } from '@chancery/shared/subjects/subject';
import { expect, it } from '@jest/globals';
import { missions as service } from './service.js';
import { runDemoPair } from './testkit/demo-pair.js';
import { ministryOf } from './testkit/ministry.js';

const STARTED_WITHIN_MS = 600_000;
/** Somebody else lets a visitor in than asked for it. */
function colleague(): Profile {
  const { subject, ...profile } = profileOf('usa.diplomatic-security', 'INCIDENT_RESPONSE');
  return { ...profile, subject: { ...subject, id: 'a:00000000000000bb' } };
}
const RUNNERS = [profileOf('usa.diplomatic-security', 'INCIDENT_RESPONSE'), ministryOf('USA'), ministryOf('DEU')];

it(
  'every command of missions is refused without a trace, gives back what it was given, and runs once',
  async () => {
    await using running = await runDemoPair();
    const { database, client, snapshots } = running;
    const idBy = (text: string): Promise<string> =>
      inTransaction(database.ownerUrl, async (owner) => String((await owner.query<{ id: string }>(text)).rows[0]?.id));
    const ofPost = (table: string): Promise<string> =>
      idBy(
        `select t.id from ${table} t join mission m on m.id = t.mission_id where m.wikidata_id = '${EMBASSY}' order by t.reference limit 1`,
      );
    const at = { view: snapshots.view(NOW), now: NOW };

    const problems = await walkCommands({
      schema: (await service.schema()).schema,
      client,
      ownerUrl: database.ownerUrl,
      runnerOf: (command) =>
        command === 'approveVisit'
          ? colleague()
          : RUNNERS.find(
              (runner) =>
                isCommand(command) && lawOfCommand(command).ofPost(runner, parseRegisterKey(EMBASSY), at).accepted,
            ),
      stranger: profileOf('ury.observer'),
      given: {
        mission: await idBy(`select id from mission where wikidata_id = '${EMBASSY}'`),
        notifiedTo: ['DEU'],
        visitor: await ofPost('visitor'),
        course: await ofPost('training_course'),
        exercise: 'made by scheduleExercise',
        scenario: null,
        'draftPlan.scenario': 'FIRE',
        synthetic: null,
        opensAt: '2026-09-22T09:00:00Z',
        closesAt: '2026-09-22T11:00:00Z',
        scheduledOn: '2026-10-01',
        postHolder: await ofPost('post_holder'),
        'vetVisitor.status': 'CLEARED',
        'closeVisit.status': 'COMPLETED',
        'resolveAlarm.status': 'RESOLVED',
        'recordFinding.exercise': await ofPost('exercise'),
        guardPost: await ofPost('guard_post'),
        observedAt: '2026-09-20T05:00:00Z',
        dueOn: '2026-12-01',
        expiresOn: '2027-09-20',
        reviewDue: '2027-09-20',
        participants: ['Security office', 'Host police'],
        tripwires: ['A crowd at the gate'],
        'advanceExercise.status': 'CONDUCTED',
        'reviewPlan.status': 'SUPERSEDED',
        receivingState: null,
        'recordLegalStatus.receivingState': 'DEU',
        protectingPower: null,
        'amendPostHolder.office': 'CONSUL',
        'recordImmunity.postHolder': 'made by notifyAppointment',
        'notifyFamilyMembers.postHolder': 'made by notifyAppointment',
        sensor: 'made by registerSensor',
        team: 'made by registerSecurityTeam',
        point: 'made by registerAccessPoint',
        credential: 'made by issueCredential',
        holder: await ofPost('post_holder'),
        'attachAnnex.plan': 'made by draftPlan',
        'writeActionCard.plan': 'made by draftPlan',
        'openChannel.plan': 'made by draftCommsPlan',
        channel: null,
        'draftNotificationTree.channel': 'made by openChannel',
        'openVetting.visit': 'made by requestVisit',
        'openVetting.visitor': 'made by registerVisitor',
        'decideVetting.status': 'CLEARED',
        'advanceCredential.status': 'SUSPENDED',
        retentionUntil: '2026-12-01',
        validUntil: '2027-09-20',
        recordedUntil: '2026-09-20T09:00:00Z',
        digest: 'a'.repeat(64),
        transitStates: ['AUT'],
        testedOn: '2026-09-19',
      },
      before: {
        approveVisit: ['vetVisitor'],
        closeVisit: ['vetVisitor', 'approveVisit'],
        resolveAlarm: ['acknowledgeAlarm'],
      },
      rows: { ResourceStock: [await ofPost('resource_stock')] },
      async makeRoom(command) {
        if (command !== 'registerPremises') return;
        await inTransaction(database.ownerUrl, (owner) => owner.query('update premises set withdrawn_at = now()'));
      },
      hidden: {},
    });

    expect(problems).toEqual([]);
  },
  STARTED_WITHIN_MS,
);
