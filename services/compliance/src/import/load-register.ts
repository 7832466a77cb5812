import { loadCatalogue } from '@chancery/policy/catalogue';
import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { DataKind } from '../register/data-kind.js';
import { LegalInstrument } from '../register/legal-instrument.js';
import { LegalRule } from '../register/legal-rule.js';
import { PolicyChange } from '../register/policy-change.js';
import { State } from '../register/state.js';
import { UseOfForcePolicy } from '../register/use-of-force-policy.js';
import { governedBy, kindRows } from './governed-rows.js';
import { loadRows } from './load-rows.js';
import { PUBLISHED } from './published.js';
import { forceRows, policyRows } from './register-rows.js';
import { stateRows } from './state-rows.js';

const prefixOf = (rule: string): string => rule.split('-')[0] ?? '';

/** Loads every instrument of the catalogue and every rule that decisions cite; tells how many there are of both. */
export async function loadRegister(client: ImportClient): Promise<number> {
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
  await loadRows(
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
      inForceOn: inForce,
      isChecked: checked,
    })),
  );
  await loadRows(client, 'register', DataKind, kindRows());
  await loadRows(client, 'register', State, stateRows());
  await loadRows(client, 'register', PolicyChange, policyRows());
  await loadRows(client, 'register', UseOfForcePolicy, forceRows());
  return instruments.length + rules.length;
}
