import { sha256Of } from '@chancery/shared/brands';
import { handlingDigest } from '../digest.js';
import type { DictionaryTable, LedgerReader } from '../ledger-reader.js';
import type { Finding } from './verdict.js';

const DIGEST_OF: Readonly<Record<DictionaryTable, (text: string) => string>> = {
  audit_handling: handlingDigest,
  audit_profile: sha256Of,
  audit_snapshot: sha256Of,
  audit_asked: sha256Of,
};
/** Of a snapshot each text has megabytes. */
const DIGESTS_PER_PAGE: Readonly<Record<DictionaryTable, number>> = {
  audit_handling: 2_000,
  audit_profile: 2_000,
  audit_snapshot: 16,
  audit_asked: 2_000,
};

/** Checks that each digest resolves to a text of which it is the digest. */
export async function resolveDigests(
  reader: LedgerReader,
  {
    logId,
    table,
    named,
  }: { readonly logId: number; readonly table: DictionaryTable; readonly named: ReadonlyMap<string, number> },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const open = [...named];
  for (let at = 0; at < open.length; at += DIGESTS_PER_PAGE[table]) {
    const page = open.slice(at, at + DIGESTS_PER_PAGE[table]);
    const texts = await reader.texts(
      table,
      page.map(([digest]) => digest),
    );
    for (const [digest, index] of page) {
      const text = texts.get(digest);
      if (text === undefined) {
        findings.push({ severity: 'missing', logId, index, what: `\`${digest}\`, which it names, is not in ${table}` });
      } else if (DIGEST_OF[table](text) !== digest) {
        findings.push({ severity: 'altered', logId, index, what: `the text of \`${digest}\` in ${table} is another` });
      }
    }
  }
  return findings;
}
