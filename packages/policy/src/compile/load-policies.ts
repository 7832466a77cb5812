import { readdirSync, readFileSync } from 'node:fs';
import { cedar } from './cedar-wasm.js';
import { PolicyFault } from './expression.js';
import { type PolicySource, readPolicy } from './read-policy.js';
import { schemaText } from './schema-text.js';

/** Folder of the law: a folder per instrument, in it a file per policy with its cases beside it. */
export const LAW_FOLDER = new URL('../../law/', import.meta.url);

/** Every policy of the folder in order of rule id, each read and all of them validated strictly against the schema. */
export function loadPolicies(folder: URL = LAW_FOLDER): readonly PolicySource[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.cedar'));
  const sources = paths.map((path) => readPolicy(path, readFileSync(new URL(path, folder), 'utf8')));
  sources.sort((a, b) => (a.rule.annotations.id < b.rule.annotations.id ? -1 : 1));
  validatePolicies(sources);
  return sources;
}

/** The texts by rule id, so that Cedar cites rules and not positions. */
export function policyTexts(sources: readonly PolicySource[]): Readonly<Record<string, string>> {
  const texts = sources.map(({ rule, text }): [string, string] => [rule.annotations.id, text]);
  if (new Map(texts).size !== texts.length) throw new PolicyFault('two policies bear one rule id');
  return Object.fromEntries(texts);
}

function validatePolicies(sources: readonly PolicySource[]): void {
  const answer = cedar.validate({
    validationSettings: { mode: 'strict' },
    schema: schemaText(),
    policies: { staticPolicies: { ...policyTexts(sources) } },
  });
  // `success` means that validation ran: only the lists say what it found.
  const findings =
    answer.type === 'failure'
      ? [...answer.errors, ...answer.warnings].map((error) => error.message)
      : [
          ...[...answer.validationErrors, ...answer.validationWarnings].map(({ error }) => error.message),
          ...answer.otherWarnings.map((warning) => warning.message),
        ];
  if (findings.length > 0) throw new PolicyFault(`the policies do not validate: ${findings.join('; ')}`);
}
