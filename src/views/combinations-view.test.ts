import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { validContent } from '../catalogue/load.ts';
import { combinationsView } from './combinations-view.ts';
import { tokenEstimate } from './token-estimate.ts';

const { servers } = catalogueOf(validContent('tests/fixture/content'));
const all = [...servers.values()];

describe('the combinations of a server', () => {
  const views = all.flatMap((server) => combinationsView(server).map((view) => ({ server, view })));

  it('are there in the fixture, and not for every server', () => {
    assert.ok(views.length > 0);
    assert.ok(all.some((server) => combinationsView(server).length === 0));
  });

  it('name tools of that server alone, at most four a role, and count the rest', () => {
    for (const { server, view } of views)
      for (const { tools, more } of view.roles) {
        assert.ok(tools.length >= 1 && tools.length <= 4);
        assert.equal(more !== undefined && tools.length < 4, false);
        for (const { href } of tools) assert.ok(href.startsWith(`/tools/${server.id}/`), href);
      }
  });

  it('are broken exactly where the policy denies all tools of a role', () => {
    for (const { view } of views)
      assert.equal(view.policy.startsWith('The policy on this page breaks it'), view.broken, view.policy);
  });
});

describe('the token estimate', () => {
  const entry = (tool: object) => ({ tools: [{ tool }] }) as unknown as Parameters<typeof tokenEstimate>[0];

  it('divides the characters of the list as JSON by four', () => {
    const tool = { name: 'a', description: 'b', inputSchema: { type: 'object' } };
    const { length } = JSON.stringify({ tools: [tool] });
    assert.equal(tokenEstimate(entry(tool)).tokens, Math.ceil(length / 4));
  });

  it('says what the list lacks', () => {
    const says = (tool: object) => tokenEstimate(entry(tool)).says;
    assert.match(
      says({ name: 'a' }),
      /It is without the authors’ descriptions and 1 input schema, so the real list is longer\.$/,
    );
    assert.doesNotMatch(says({ name: 'a', description: 'b', inputSchema: {} }), /without/);
  });

  it('gives the share of a context, and none of zero', () => {
    assert.match(tokenEstimate(entry({ name: 'a' })).says, /under 0\.1 % of 200,000/);
    const half = { name: 'a', description: 'x'.repeat(400_000), inputSchema: {} };
    assert.equal(tokenEstimate(entry(half)).percent, 50);
  });
});
