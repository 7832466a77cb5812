import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { isCommand } from '@chancery/policy/writes/command-grants';
import { parseRegisterKey } from '@chancery/shared/brands';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import { walkCommands } from '@chancery/shared/subgraph/testkit/walk-commands';
import { expect, it } from '@jest/globals';
import { intel as service } from './service.js';
import { runIntel } from './testkit/running-intel.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const STARTED_WITHIN_MS = 600_000;

it(
  'every command of intel is refused without a trace, gives back what it was given, and runs once',
  async () => {
    await using posts = await publishPosts(POSTS);
    using data = registerFolder(POSTS);
    await using intel = await runIntel({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
    const { database, client, snapshots } = intel;
    const idBy = async (text: string): Promise<string> =>
      inTransaction(database.ownerUrl, async (owner) => String((await owner.query<{ id: string }>(text)).rows[0]?.id));
    const hiddenIn = (table: string) =>
      idBy(
        `select t.id from ${table} t join handling h on h.id = t.handling_id where h.text !~ 'rel=(\\*|[A-Z+]*USA)' limit 1`,
      );
    const runner = profileOf('usa.intelligence');
    const at = { view: snapshots.view(NOW), now: NOW };

    const problems = await walkCommands({
      schema: (await service.schema()).schema,
      client,
      ownerUrl: database.ownerUrl,
      runnerOf: (command) =>
        isCommand(command) && lawOfCommand(command).ofPost(runner, parseRegisterKey(EMBASSY), at).accepted
          ? runner
          : undefined,
      stranger: profileOf('ury.observer'),
      given: {
        mission: posts.ids.get(EMBASSY),
        missions: [posts.ids.get(EMBASSY)],
        threat: await idBy(`select id from threat where reference = 'THR-${EMBASSY}-1'`),
        source: null,
        report: null,
        warning: null,
        requirement: null,
        url: null,
        expiresAt: '2026-09-25T08:00:00Z',
        restriction: null,
        'tellThreatLevel.assessment': 'made by assessThreat',
        releasableTo: ['GBR'],
        actor: await idBy(`select t.actor_id as id from threat t where t.reference = 'THR-${EMBASSY}-1'`),
        windowFrom: '2026-09-21T08:00:00Z',
        windowUntil: '2026-09-25T08:00:00Z',
        ltiov: '2026-09-25T08:00:00Z',
        reviewDueOn: '2027-01-15',
        impact: 4,
        residualImpact: 2,
        measures: ['Security officer: a second guard at the gate'],
        'advanceThreat.status': 'CONFIRMED',
        'advanceCyberFinding.status': 'IN_PROGRESS',
        'advanceRequirement.status': 'TASKED',
        indicator: 'made by recordIndicator',
        inputs: null,
        'publishProduct.inputs': [
          await idBy(`select id from intel_report where reference like '%-${EMBASSY}-%' order by handling_id limit 1`),
        ],

        synthetic: null,
      },
      before: {},
      hidden: {
        thr: await hiddenIn('threat'),
        wrn: await hiddenIn('warning'),
        rpt: await hiddenIn('intel_report'),
        tas: await hiddenIn('threat_assessment'),
        src: await hiddenIn('source'),
        tac: await hiddenIn('threat_actor'),
        ind: await hiddenIn('indicator'),
        iwt: await hiddenIn('indicator_watch'),
        anp: await hiddenIn('analytic_product'),
      },
    });

    expect(problems).toEqual([]);
  },
  STARTED_WITHIN_MS,
);
