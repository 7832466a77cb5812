import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

const QUERY = '{ missionByWikidataId(wikidataId: "Q875787") { city } }';
const body = JSON.stringify({ query: QUERY });

describe('a subgraph that is called past the gateway', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function call(headers: Record<string, string>, sent = body): Promise<{ status: number; text: string }> {
    const response = await fetch(mesh.subgraphUrl('missions'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: sent,
    });
    return { status: response.status, text: await response.text() };
  }

  it('answers a call under its own, current context for this very body', async () => {
    const { text } = await call({ 'chancery-context': mesh.contextFor('deu.police', 'missions', body) });
    expect(text).toContain('Berlin');
  });

  it('answers a context once: who has read a call cannot make it again past the ledger', async () => {
    const context = { 'chancery-context': mesh.contextFor('deu.police', 'missions', body) };
    expect((await call(context)).text).toContain('Berlin');
    const again = await call(context);
    expect([again.status, again.text]).toEqual([401, expect.stringContaining('CONTEXT_INVALID')]);
    expect(again.text).not.toContain('Berlin');
  });

  it.each<[string, (mesh: Mesh) => Record<string, string>, string]>([
    ['without a context', () => ({}), body],
    [
      'with an agency’s token',
      (m) => ({ authorization: `Bearer ${m.tokenOf('deu.police', 'THREAT_PREVENTION')}` }),
      body,
    ],
    [
      'with another subgraph’s context',
      (m) => ({ 'chancery-context': m.contextFor('deu.police', 'intel', body) }),
      body,
    ],
    [
      'with another body',
      (m) => ({ 'chancery-context': m.contextFor('deu.police', 'missions', body) }),
      body.replace('city', 'kind'),
    ],
    [
      'after expiry',
      (m) => ({ 'chancery-context': m.contextFor('deu.police', 'missions', body, { at: Date.now() - 60_000 }) }),
      body,
    ],
  ])('refuses one %s', async (_name, headers, sent) => {
    const { status, text } = await call(headers(mesh), sent);
    expect(status).toBe(401);
    expect(text).toContain('CONTEXT_INVALID');
    expect(text).not.toContain('Berlin');
    expect(text).not.toContain('EMBASSY');
  });
});
