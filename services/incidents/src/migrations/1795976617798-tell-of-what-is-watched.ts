import { tellRows } from '@chancery/shared/subgraph/events/event-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tell of what is watched. */
export class TellOfWhatIsWatched1795976617798 implements MigrationInterface {
  readonly name = 'TellOfWhatIsWatched1795976617798';

  async up(runner: QueryRunner): Promise<void> {
    await tellRows(runner, 'initial_assessment', 'InitialAssessment');
    await tellRows(runner, 'plan_activation', 'PlanActivation');
    await tellRows(runner, 'protection_request', 'ProtectionRequest');
    await tellRows(runner, 'detention', 'Detention');
    await tellRows(runner, 'evacuation_operation', 'EvacuationOperation');
    await tellRows(runner, 'casualty_summary', 'CasualtySummary');
    await tellRows(runner, 'situation_report', 'SituationReport');
    await tellRows(runner, 'situation_update', 'SituationUpdate');
    await tellRows(runner, 'diplomatic_note', 'DiplomaticNote');
    await tellRows(runner, 'damage_assessment', 'DamageAssessment');
    await tellRows(runner, 'after_action_report', 'AfterActionReport');
    await tellRows(runner, 'lesson_learned', 'LessonLearned');
    await tellRows(runner, 'cyber_incident', 'CyberIncident');
    await tellRows(runner, 'attack_phase', 'AttackPhase');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tell on attack_phase`);
    await runner.query(`drop trigger tell on cyber_incident`);
    await runner.query(`drop trigger tell on lesson_learned`);
    await runner.query(`drop trigger tell on after_action_report`);
    await runner.query(`drop trigger tell on damage_assessment`);
    await runner.query(`drop trigger tell on diplomatic_note`);
    await runner.query(`drop trigger tell on situation_update`);
    await runner.query(`drop trigger tell on situation_report`);
    await runner.query(`drop trigger tell on casualty_summary`);
    await runner.query(`drop trigger tell on evacuation_operation`);
    await runner.query(`drop trigger tell on detention`);
    await runner.query(`drop trigger tell on protection_request`);
    await runner.query(`drop trigger tell on plan_activation`);
    await runner.query(`drop trigger tell on initial_assessment`);
  }
}
