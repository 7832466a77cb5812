import { execFileSync } from 'node:child_process';
import type { Sha256 } from '@chancery/shared/brands';
import { parseSha256 } from '@chancery/shared/brands';
import { ClientError } from '@chancery/shared/errors';
import { compilePolicy } from '../../compile/compile-policy.js';
import { PolicyFault } from '../../compile/expression.js';
import { policySetVersion } from '../../compile/print-module.js';
import { readPolicy } from '../../compile/read-policy.js';
import { createPolicyEngine, type PolicyEngine } from '../../engine.js';
import { lawFilesOf } from './read-law.js';

/** An engine over another law than that of this build, and the digest by which entries name that law. */
export interface OtherLaw {
  readonly engine: PolicyEngine;
  readonly version: Sha256;
}

const GENERATED = 'packages/policy/src/generated/policies.ts';

/**
 * The law of a folder, of a revision, or of the revision that had a digest. What it says is read by today's vocabulary, and the label
 * layer, the facts and the schema are today's: they are code, and no part of a law's folder.
 * @param where what a relative folder is relative to
 */
export function engineOfLaw(checkout: string, from: string, where: string): OtherLaw {
  const files = lawFilesOf(checkout, from.startsWith('sha256:') ? revisionOf(checkout, from) : from, where);
  if (files.length === 0) throw new ClientError('INPUT_INVALID', `\`${from}\` holds no rule`, from);
  const sources = files.map(({ path, text }) => {
    try {
      // As it stands below the law's folder, for its digest names it so.
      return readPolicy(path.split('/').slice(-2).join('/'), text);
    } catch (error) {
      if (!(error instanceof PolicyFault)) throw error;
      throw new ClientError('INPUT_INVALID', `\`${path}\` of \`${from}\`: ${error.message}`, from);
    }
  });
  sources.sort((one, other) => (one.rule.annotations.id < other.rule.annotations.id ? -1 : 1));
  const policies = sources.map(compilePolicy);
  return { engine: createPolicyEngine({ policies }), version: parseSha256(policySetVersion(sources)) };
}

/** The newest revision of this checkout whose printed policies bear a digest. */
function revisionOf(checkout: string, digest: string): string {
  parseSha256(digest);
  const log = execFileSync('git', ['-C', checkout, 'log', '--format=%H', `-S${digest}`, '--', GENERATED], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Its text came with one revision and went with another: the last of the list is where it came.
  const revision = log.trim().split('\n').at(-1);
  if (!revision)
    throw new ClientError('INPUT_INVALID', `no revision of this checkout has the law \`${digest}\``, digest);
  return revision;
}
