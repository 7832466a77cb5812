import { coverCells, uncoverCells } from '@chancery/shared/subgraph/tables/map-cells';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cover cells: what is near is told without a look at each post. */
export class CoverCells1795978000000 implements MigrationInterface {
  readonly name = 'CoverCells1795978000000';

  async up(runner: QueryRunner): Promise<void> {
    await coverCells(runner, 'mission', { name: 'location_cell', latitude: 'latitude', longitude: 'longitude' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await uncoverCells(runner, 'mission', 'location_cell');
  }
}
