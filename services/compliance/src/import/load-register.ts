import { loadCatalogue } from '@chancery/policy/catalogue';
import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { DataKind } from '../register/data-kind.js';
import { LegalInstrument } from '../register/legal-instrument.js';
import { LegalRule } from '../register/legal-rule.js';
import { State } from '../register/state.js';
import { UseOfForcePolicy } from '../register/use-of-force-policy.js';
import { governedBy, type KindsOfFields, kindRows } from './governed-rows.js';
import { loadRows } from './load-rows.js';
import { PUBLISHED } from './published.js';
import { forceRows } from './register-rows.js';
import { stateRows } from './state-rows.js';
import { loadVersionRows } from './version-rows.js';

const prefixOf = (rule: string): string => rule.split('-')[0] ?? '';

/** Loads every instrument of the catalogue and every rule that decisions cite; tells how many there are of both. */
export async function loadRegister(client: ImportClient, { coordinates }: KindsOfFields): Promise<number> {
  const { instruments } = loadCatalogue();
  const rules = Object.entries(RULE_TEXTS);
  const ids = await loadRows(
    client,
    'register',
    LegalInstrument,
    instruments.map(({ prefix, title }) => ({
      handling: PUBLISHED,
      synthetic: false,
      reference: prefix,
      title,
      ruleCount: rules.filter(([id]) => prefixOf(id) === prefix).length,
    })),
  );
  const kinds = await loadRows(client, 'register', DataKind, kindRows(coordinates));
  const ruleIds = await loadRows(
    client,
    'register',
    LegalRule,
    rules.map(([reference, { citation, title, summary, effect, inForce, checked }]) => ({
      handling: PUBLISHED,
      synthetic: false,
      instrument: ids.get(prefixOf(reference)) ?? null,
      reference,
      citation,
      title,
      summary,
      effect,
      governs: [...governedBy(reference)],
      kinds: governedBy(reference).flatMap((kind) => kinds.get(kind) ?? []),
      inForceOn: inForce,
      isChecked: checked,
    })),
  );
  await loadRows(client, 'register', State, stateRows());
  await loadVersionRows(client, ruleIds);
  await loadRows(client, 'register', UseOfForcePolicy, forceRows());
  return instruments.length + rules.length;
}
