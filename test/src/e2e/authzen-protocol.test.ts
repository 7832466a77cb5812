import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessAsker, decided } from '../testkit/access-asker.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

const READ = { name: 'read' };

/** What OpenID's certification scenario asks of the protocol, whatever the law. */
describe('the protocol of the Authorization API', () => {
  let mesh: Mesh;
  let access: AccessAsker;
  let premises: { readonly munich: string };
  beforeAll(async () => {
    mesh = await startMesh();
    access = new AccessAsker(mesh);
    const all = await mesh
      .as('deu.police', 'THREAT_PREVENTION')
      .query('{ missionByWikidataId(wikidataId: "Q470042") { premises { id } } }');
    premises = { munich: String(valueAt(all, 'missionByWikidataId.premises.id')) };
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it.each<[string, string, unknown]>([
    ['no subject', 'evaluation', { action: READ, resource: { type: 'Premises', id: 'x' } }],
    ['no action', 'evaluation', { subject: { type: 'subject', id: 'x' }, resource: { type: 'Premises', id: 'x' } }],
    ['no resource', 'evaluation', { subject: { type: 'subject', id: 'x' }, action: READ }],
    [
      'a subject without type',
      'evaluation',
      { subject: { id: 'x' }, action: READ, resource: { type: 'Premises', id: 'x' } },
    ],
    [
      'an action without name',
      'evaluation',
      { subject: { type: 'subject', id: 'x' }, action: {}, resource: { type: 'Premises', id: 'x' } },
    ],
    [
      'a resource without id',
      'evaluation',
      { subject: { type: 'subject', id: 'x' }, action: READ, resource: { type: 'Premises' } },
    ],
    ['a subject that is a text', 'evaluation', { subject: 'x', action: READ, resource: { type: 'Premises', id: 'x' } }],
    [
      'a name that is a number',
      'evaluation',
      { subject: { type: 'subject', id: 'x' }, action: { name: 1 }, resource: { type: 'Premises', id: 'x' } },
    ],
    ['no JSON', 'evaluation', '{'],
    ['nothing', 'evaluation', ''],
    ['an unknown semantic', 'evaluations', { evaluations: [{}], options: { evaluations_semantic: 'first' } }],
    ['too many evaluations', 'evaluations', { evaluations: Array(51).fill({}) }],
    [
      'a search without action',
      'search/subject',
      { subject: { type: 'agency' }, resource: { type: 'Premises', id: 'x' } },
    ],
    ['a search without subject', 'search/resource', { action: READ, resource: { type: 'Premises' } }],
    ['a search without resource', 'search/action', { subject: { type: 'subject', id: 'x' } }],
    [
      'a token that is none',
      'search/resource',
      { subject: { type: 'subject', id: 'x' }, action: READ, resource: { type: 'Warning' }, page: { token: 'x' } },
    ],
  ])('refuses %s with status 400', async (_, path, body) => {
    const told = await access.ask('deu.police', 'THREAT_PREVENTION', path, body);
    expect(told.status).toBe(400);
    expect(JSON.parse(told.text)).toMatchObject({
      code: expect.stringMatching(/^[A-Z_]+$/),
      message: expect.any(String),
    });
  });

  it('names what is wrong with a field by the name that it was sent under', async () => {
    for (const field of ['florPlan', '__typename', '__proto__', 'id', '']) {
      const body = { subject: { type: 'subject', id: 'x' }, action: { name: 'read', properties: { field } } };
      const told = await access.ask('deu.police', 'THREAT_PREVENTION', 'evaluation', {
        ...body,
        resource: { type: 'Premises', id: 'x' },
      });
      expect(told.status).toBe(400);
      expect(JSON.stringify(told)).toContain('`action.properties.field`: no field of Premises that holds data');
    }
  });

  it('refuses other content types with 400, strangers with 401, and purposes that are not assigned with 403', async () => {
    const body = { subject: { type: 'subject', id: 'x' }, action: READ, resource: { type: 'Premises', id: 'x' } };
    const asker = ['deu.police', 'THREAT_PREVENTION'] as const;
    expect((await access.ask(...asker, 'evaluation', body, { 'content-type': 'text/plain' })).status).toBe(400);
    const stranger = await access.ask(...asker, 'evaluation', body, { authorization: 'Bearer x' });
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Bearer'),
    ]);
    expect((await access.ask(...asker, 'evaluation', body, { 'chancery-purpose': 'TAX_FISCAL' })).status).toBe(403);
    const other = await fetch(`${mesh.url}/access/v1/evaluation`);
    expect(other.status).toBe(405);
  });

  it('gives a request back its own name, and ignores what it does not know', async () => {
    const subject = await access.selfOf('deu.police', 'THREAT_PREVENTION');
    const body = {
      subject,
      action: READ,
      resource: { type: 'Premises', id: premises.munich, extra: 1 },
      foo: 'bar',
      future: { nested: true },
    };
    const told = await access.ask('deu.police', 'THREAT_PREVENTION', 'evaluation', body, {
      'x-request-id': 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716',
    });
    expect(decided(told).decision).toBe(true);
    expect(told.headers.get('x-request-id')).toBe('bfe9eb29-ab87-4ca3-be83-a1d5d8305716');
    expect(told.headers.get('content-type')).toMatch(/^application\/json/);
  });
});
