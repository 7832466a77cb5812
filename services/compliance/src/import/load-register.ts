import { loadCatalogue } from '@chancery/policy/catalogue';
import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { LegalInstrument } from '../register/legal-instrument.js';
import { LegalRule } from '../register/legal-rule.js';
import { loadRows } from './load-rows.js';

/** What is published belongs to everybody. */
export const PUBLISHED = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public';

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
      inForceOn: inForce,
      isChecked: checked,
    })),
  );
  return instruments.length + rules.length;
}
