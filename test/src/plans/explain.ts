import { withConnection } from '@chancery/shared/postgres/connect';
import type { Statement } from './ask.js';

/** What one statement cost the database. */
export interface Cost {
  readonly ms: number;
  readonly buffers: number;
  /** Rows that were read and were not for this viewer, or not asked for. */
  readonly removed: number;
  readonly hasSeqScan: boolean;
}

/** A node of a plan, as far as it is read here. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

interface Explained {
  readonly Plan: PlanNode;
  readonly 'Execution Time': number;
}

const TIMES = 5;

/** Explains statements under the bits of a viewer: each some times, the middle one counts. */
export async function costsOf(
  serviceUrl: string,
  visible: string,
  statements: readonly Statement[],
): Promise<readonly Cost[]> {
  return withConnection(serviceUrl, async (client) => {
    const costs: Cost[] = [];
    for (const { text, values } of statements) {
      const runs: Cost[] = [];
      for (let time = 0; time < TIMES; time++) {
        await client.query('start transaction isolation level repeatable read, read only');
        await client.query(`select set_config('app.visible', $1, true)`, [visible]);
        const { rows } = await client.query<{ 'QUERY PLAN': readonly Explained[] }>(
          `explain (analyze, buffers, format json) ${text}`,
          [...values],
        );
        await client.query('rollback');
        const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
        if (explained !== undefined) runs.push(costOf(explained));
      }
      const [middle] = runs.toSorted((a, b) => a.ms - b.ms).slice(TIMES >> 1);
      if (middle !== undefined) costs.push(middle);
    }
    return costs;
  });
}

function costOf({ Plan: plan, 'Execution Time': ms }: Explained): Cost {
  const nodes = nodesOf(plan);
  return {
    ms,
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    removed: nodes.reduce((sum, node) => sum + (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'], 0),
    hasSeqScan: nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'incident'),
  };
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
