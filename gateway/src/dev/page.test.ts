import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PERSONAS, type Persona } from '@chancery/shared/subjects/personas';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { loadExamples } from './load-examples.js';
import { renderPage } from './page.js';

const schema = introspectionFromSchema(buildSchema('type Query { post: String }'));
const rules = { 'VCDR-22-1': { title: 'Inviolability of the premises of the mission' } };
const page = renderPage({ personas: PERSONAS, examples: loadExamples(), rules, schema });
const SCRIPT = /<script>([\s\S]*?)<\/script>/g;

const scriptsOf = (html: string): string[] => [...html.matchAll(SCRIPT)].map(([, script]) => script ?? '');

describe('the page', () => {
  it('loads nothing: all it needs is in it', () => {
    const markup = page.html.replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
    expect(markup).not.toMatch(/\b(src|href)="(?!data:)/);
    const styles = [...page.html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style ?? '');
    expect(styles).toHaveLength(2);
    for (const style of styles) expect(style).not.toMatch(/@import|url\((?!["']?data:)/);
    expect(page.html).not.toContain('sourceMappingURL');
  });

  it('may run its own scripts alone, and reach its own server alone', () => {
    const scripts = scriptsOf(page.html);
    const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    const rules = new Map(page.contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule]));

    expect(scripts).toHaveLength(4);
    expect(rules.get('script-src')).toBe(`script-src ${hashes.join(' ')}`);
    expect(rules.get('connect-src')).toBe("connect-src 'self'");
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(page.contentSecurityPolicy).not.toMatch(/https?:|unsafe-eval|\*/);
  });

  it('holds every persona and example, and nothing of a persona that the switch does not need', () => {
    const data = /<script type="application\/json" id="options">([\s\S]*?)<\/script>/.exec(page.html)?.[1] ?? '';
    const options: unknown = JSON.parse(data);
    expect(options).toEqual({
      personas: PERSONAS.map(({ id, title, purposes }) => ({ id, title, purposes })),
      examples: loadExamples(),
      rules,
      schema,
    });
    expect(data).not.toContain('clearances');
  });

  it('cannot be broken out of by its data', () => {
    const [first] = PERSONAS;
    const hostile = { ...(first as Persona), title: '</script><script>steal()</script><!--<script>' };
    const { html, contentSecurityPolicy } = renderPage({ personas: [hostile], examples: [], rules, schema });

    expect(html).not.toContain('steal()</script>');
    expect(scriptsOf(html)).toEqual(scriptsOf(page.html));
    expect(contentSecurityPolicy).toBe(page.contentSecurityPolicy);
  });
});

describe('the scripts of the page', () => {
  const scriptOf = (file: string): string =>
    readFileSync(new URL(`../../src/dev/page/${file}`, import.meta.url), 'utf8');

  it('find the line of a value as the editor writes the answer', () => {
    const page: { lineOf?: (value: unknown, path: readonly (string | number)[]) => number | null } = {};
    new Function('page', scriptOf('point-at.js'))(page);
    const answer = { data: { embassy: { kind: 'EMBASSY', tags: ['a', {}], none: [], premises: { floorPlan: null } } } };
    const lines = JSON.stringify(answer, null, 2).split('\n');
    const lineAt = (path: readonly (string | number)[]) => lines[page.lineOf?.(answer, path) ?? -1]?.trim();

    expect(lineAt(['data', 'embassy', 'premises', 'floorPlan'])).toBe('"floorPlan": null');
    expect(lineAt(['data', 'embassy', 'tags', 1])).toBe('{}');
    expect(lineAt(['data', 'embassy', 'kind'])).toBe('"kind": "EMBASSY",');
    expect(page.lineOf?.(answer, ['data', 'consulate'])).toBeNull();
    expect(page.lineOf?.(answer, ['data', '__proto__'])).toBeNull();
  });

  it('put what others have written into the page as text, never as markup', () => {
    for (const file of ['banner.js', 'address.js', 'point-at.js', 'account.js', 'client.js']) {
      expect(scriptOf(file)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
    }
  });

  it('send nothing by themselves: the schema is in the page, and no button is pressed by a script', () => {
    expect(scriptOf('client.js')).toContain('schema: page.options.schema');
    for (const file of ['account.js', 'client.js']) expect(scriptOf(file)).not.toMatch(/\.click\(\)/);
  });
});
