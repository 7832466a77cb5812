import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /^import \{([^}]*)\} from '([^']+)';\n/gm;
const EXPORT = /^export (async function|function|const|class) (\w+)/gm;
const SOURCE_MAP = /^\/\/# sourceMappingURL=.*\n?/gm;

interface Module {
  readonly name: string;
  readonly code: string;
}

/** One file of several modules, and the name by which it has the exports of the first. */
export interface JoinedModules {
  readonly code: string;
  readonly name: string;
}

/**
 * Joins a built module and all that it imports into one file that needs nothing but Node, and can be read from top to bottom: each module is
 * a function of its own, in the order in which they need one another. Throws on what is neither a module of ours nor one of Node's.
 */
export function joinModules(entry: string): JoinedModules {
  const modules = new Map<string, Module>();
  const builtins = new Set<string>();
  const take = (file: string): Module => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const imports: string[] = [];
    const text = readFileSync(file, 'utf8').replace(SOURCE_MAP, '');
    const body = text.replace(IMPORT, (_, names: string, from: string) => {
      const bound = names.trim().replaceAll(' as ', ': ');
      imports.push(`  const { ${bound} } = ${nameOf(from)};`);
      return '';
    });
    function nameOf(from: string): string {
      if (from.startsWith('.')) return take(resolve(dirname(file), from)).name;
      if (!from.startsWith('node:')) throw new RangeError(`\`${file}\` imports \`${from}\``);
      builtins.add(from);
      return identifierOf(from);
    }
    const exported = Array.from(body.matchAll(EXPORT), ([, , name]) => name);
    const code = body.replace(EXPORT, '$1 $2');
    if (/^(import|export)\b/m.test(code))
      throw new RangeError(`\`${file}\` imports or exports in a way that is not joined`);
    const name = `module${modules.size + 1}`;
    const made = {
      name,
      code: `const ${name} = (() => {\n${imports.join('\n')}\n${code}\n  return { ${exported.join(', ')} };\n})();\n`,
    };
    modules.set(file, made);
    return made;
  };
  const { name } = take(entry);
  const heads = Array.from(builtins, (from) => `import * as ${identifierOf(from)} from '${from}';`);
  return { code: [...heads, '', ...Array.from(modules.values(), ({ code }) => code)].join('\n'), name };
}

const identifierOf = (builtin: string): string => builtin.replaceAll(/\W/g, '_');
