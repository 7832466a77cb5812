import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InternalError } from '@chancery/shared/errors';
import type { Persona } from '@chancery/shared/subjects/personas';
import type { IntrospectionQuery } from 'graphql';
import type { Example } from './load-examples.js';

/** What the page offers. */
export interface PageOptions {
  readonly personas: readonly Persona[];
  readonly examples: readonly Example[];
  /** The rules by id, for the titles that citations are shown with. */
  readonly rules: Readonly<Record<string, RuleText>>;
  /** What callers see of the schema, so that the page need not ask for it. */
  readonly schema: IntrospectionQuery;
}

/** What is told of a rule. */
export interface RuleText {
  readonly title: string;
}

/** The page and the header without which it must not be sent. */
export interface Page {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** In the order in which they need each other. */
const OWN_SCRIPTS = ['banner.js', 'address.js', 'point-at.js', 'account.js', 'follow.js', 'client.js'];

const require = createRequire(import.meta.url);
// From src and from dist alike.
const OWN_FILES = new URL('../../src/dev/page/', import.meta.url);

/** A file of an installed package, also where its `exports` name only the entry points. */
const packageFile = (name: string, file: string): string =>
  readFileSync(join(dirname(require.resolve(`${name}/package.json`)), file), 'utf8');

const ownFile = (file: string): string => readFileSync(new URL(file, OWN_FILES), 'utf8');

/** Each file in a scope of its own, all of them with one \`page\` that they share. */
function toOwnScript(files: readonly string[]): string {
  const options = "const page = { options: JSON.parse(document.getElementById('options').textContent) };";
  return `{\n${options}\n${files.map((file) => `{\n${file}}\n`).join('')}}\n`;
}

/** Makes the page whole: every script and style is in it, so that it works, and stays, without a network. */
export function renderPage(options: PageOptions): Page {
  const scripts = [
    packageFile('react', 'umd/react.production.min.js'),
    packageFile('react-dom', 'umd/react-dom.production.min.js'),
    packageFile('graphiql', 'graphiql.min.js'),
    // An own scope: its names must not meet those of the bundles.
    toOwnScript(OWN_SCRIPTS.map(ownFile)),
  ].map(toInlineScript);
  const styles = [packageFile('graphiql', 'graphiql.min.css'), ownFile('page.css')];
  return { html: toHtml(scripts, styles, toInlineData(options)), contentSecurityPolicy: policyFor(scripts) };
}

function toHtml(scripts: readonly string[], styles: readonly string[], data: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chancery</title>
<link rel="icon" href="data:,">
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
<form id="caller">
<h1>Chancery</h1>
<label>Ask as <select id="persona"></select></label>
<label>for <select id="purpose"></select></label>
<output id="status"></output>
</form>
<p id="banner" class="banner" role="status" aria-label="Marking of the answer"></p>
<main id="graphiql"></main>
<details id="panel" open><summary>What the law made of it</summary>
<div id="account"><p class="quiet">Send a document: what the law withholds, and why, is listed here.</p></div></details>
<script type="application/json" id="options">${data}</script>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

/** Only the scripts of this page run, and they can reach only the server that it came from. */
function policyFor(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    // GraphiQL's editor sets styles while it runs.
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Keeps a script from ending its element early (HTML §13.2.5, script data states), and from naming a source map. */
function toInlineScript(text: string): string {
  if (text.includes('<!--') && /<script/i.test(text)) {
    throw new InternalError('INTERNAL', 'a script of the page cannot stand in HTML');
  }
  return text.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll(/^\/\/# sourceMappingURL=.*$/gm, '');
}

function toInlineData({ personas, examples, rules, schema }: PageOptions): string {
  const told = personas.map(({ id, title, purposes }) => ({ id, title, purposes }));
  return JSON.stringify({ personas: told, examples, rules, schema }).replaceAll('<', '\\u003c');
}
