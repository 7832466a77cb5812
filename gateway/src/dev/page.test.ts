import { createHash } from 'node:crypto';
import { PERSONAS, type Persona } from '@chancery/shared/subjects/personas';
import { describe, expect, it } from '@jest/globals';
import { loadExamples } from './load-examples.js';
import { renderPage } from './page.js';

const page = renderPage({ personas: PERSONAS, examples: loadExamples() });
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
    });
    expect(data).not.toContain('clearances');
  });

  it('cannot be broken out of by its data', () => {
    const [first] = PERSONAS;
    const hostile = { ...(first as Persona), title: '</script><script>steal()</script><!--<script>' };
    const { html, contentSecurityPolicy } = renderPage({ personas: [hostile], examples: [] });

    expect(html).not.toContain('steal()</script>');
    expect(scriptsOf(html)).toEqual(scriptsOf(page.html));
    expect(contentSecurityPolicy).toBe(page.contentSecurityPolicy);
  });
});
