import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClientError } from '@chancery/shared/errors';
import { PolicyFault } from '../../compile/expression.js';
import { type RuleText, readRule } from '../../compile/read-rule.js';

/** Where the law lies in a checkout, and where it lay before it had a folder of its own. */
const FOLDERS = ['packages/policy/law', 'packages/policy/policies'];
const ENDING = '.cedar';
const LARGE = 64 * 1024 * 1024;

/** A file of a law: its path as it stands there, and its text. */
export interface LawFile {
  readonly path: string;
  readonly text: string;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Nothing there, or a link that leads to itself: whatever it is, it is no folder.
    return false;
  }
}

function filesOfFolder(folder: string): readonly LawFile[] {
  const root = FOLDERS.map((each) => join(folder, each)).find(isFolder) ?? folder;
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ENDING));
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** What lies in a folder of the caller's may be anything under the name of a rule. */
function readableFiles(folder: string, from: string): readonly LawFile[] {
  try {
    return filesOfFolder(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ClientError('INPUT_INVALID', `\`${from}\` cannot be read: ${reason}`, from);
  }
}

function git(checkout: string, args: readonly string[]): string {
  return execFileSync('git', ['-C', checkout, ...args], {
    encoding: 'utf8',
    maxBuffer: LARGE,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function filesOfRevision(checkout: string, revision: string): readonly LawFile[] {
  // What looks like an option is none; what names no commit is refused before anything else is asked of it.
  const commit = git(checkout, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim();
  const listed = git(checkout, ['ls-tree', '-r', '-z', '--name-only', commit, ...FOLDERS]).split('\0');
  const paths = listed.filter((path) => path.endsWith(ENDING));
  return paths.map((path) => ({ path, text: git(checkout, ['show', `${commit}:${path}`]) }));
}

/** Files of a folder or of a revision of this checkout that hold rules. */
export function lawFilesOf(checkout: string, from: string, where: string): readonly LawFile[] {
  const folder = join(where, from);
  const absolute = from.startsWith('/') ? from : folder;
  if (isFolder(absolute)) return readableFiles(absolute, from);
  try {
    return filesOfRevision(checkout, from);
  } catch {
    throw new ClientError('INPUT_INVALID', `\`${from}\` is neither a folder nor a revision of this checkout`, from);
  }
}

/** A rule as it is read, and its text. */
export interface LawRule extends RuleText {
  readonly text: string;
}

/**
 * The rules of a folder or of a revision, by today's vocabulary: what a text says in words that are no longer, or not
 * yet, in it cannot be compared, and is said.
 * @param where what a relative folder is relative to
 */
export function readLaw(checkout: string, from: string, where: string): ReadonlyMap<string, LawRule> {
  const files = lawFilesOf(checkout, from, where);
  if (files.length === 0) throw new ClientError('INPUT_INVALID', `\`${from}\` holds no rule`, from);
  const rules = files.map(({ path, text }): [string, LawRule] => {
    try {
      const rule = readRule(path, text);
      return [rule.id, { ...rule, text }];
    } catch (error) {
      if (!(error instanceof PolicyFault)) throw error;
      throw new ClientError('INPUT_INVALID', `\`${path}\` of \`${from}\`: ${error.message}`, from);
    }
  });
  return new Map(rules.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
