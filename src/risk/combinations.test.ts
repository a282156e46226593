import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import capabilities from '../../content/taxonomy/capabilities.json' with { type: 'json' };
import content from '../../content/taxonomy/combinations.json' with { type: 'json' };
import { combinationsOf } from './combinations.ts';
import { Combinations } from './taxonomy.ts';

const { combinations } = Combinations.parse(content);

const tool = (name: string, ...signals: string[]) => ({
  name,
  capabilities: signals.map((signal) => ({ signal })),
});
const found = (...tools: ReturnType<typeof tool>[]) =>
  combinationsOf(tools).map(({ combination, roles }) => [
    combination.id,
    ...roles.map((role) => role.tools.map(({ name }) => name).join(' ')),
  ]);

describe('the taxonomy of combinations', () => {
  it('has each combination once, each sentence whole', () => {
    assert.equal(new Set(combinations.map(({ id }) => id)).size, combinations.length);
    for (const { possible, contains } of combinations)
      for (const text of [possible, contains]) assert.match(text, /^[A-Z].*\.$/);
  });

  it('names only capabilities that can be seen in a tool', () => {
    const seen = Object.entries(capabilities.capabilities)
      .filter(([, capability]) => !('hidden' in capability))
      .map(([signal]) => signal);
    for (const { id, roles } of combinations)
      for (const signal of roles.flatMap(({ signals }) => signals))
        assert.ok(seen.includes(signal), `${id}: ${signal}`);
  });
});

describe('the combinations of some tools', () => {
  it('need every role', () => {
    assert.deepEqual(found(tool('inbox', 'reads_private_data', 'reads_untrusted_content')), []);
  });

  it('name the tools of each role, and a tool in each role that it plays', () => {
    assert.deepEqual(
      found(
        tool('inbox', 'reads_private_data', 'reads_untrusted_content'),
        tool('send', 'sends_message'),
        tool('fetch', 'makes_network_request', 'reads_untrusted_content'),
      ),
      [['lethal-trifecta', 'inbox', 'inbox fetch', 'send fetch']],
    );
  });

  it('stand in the order of the taxonomy', () => {
    const all = combinations.flatMap(({ roles }) => roles.flatMap(({ signals }) => signals));
    assert.deepEqual(
      found(tool('everything', ...all)).map(([id]) => id),
      combinations.map(({ id }) => id),
    );
  });
});
