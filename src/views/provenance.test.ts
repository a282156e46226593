import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { validContent } from '../catalogue/load.ts';
import { Site } from '../model/site.ts';
import { editLinks, provenanceOf } from './provenance.ts';

const all = catalogueOf(validContent('tests/fixture/content'));

describe('where a record comes from', () => {
  it('names each source once, with licence and commit, and the one that gave the tools', () => {
    for (const entry of all.servers.values()) {
      const { rows, taken } = provenanceOf(entry, all);
      const names = rows.map(({ source }) => source);
      assert.deepEqual(names, [...new Set(names)]);
      for (const source of entry.server.sources) assert.ok(names.includes(source));
      assert.deepEqual(
        rows.filter(({ tools }) => tools).map(({ source }) => source),
        entry.server.toolsFrom ? [entry.server.toolsFrom] : [],
      );
      assert.equal(taken, all.sources.taken);
    }
  });

  it('says so where a source is not recorded', () => {
    const [entry] = all.servers.values();
    assert.ok(entry);
    const unknown = {
      ...entry,
      server: { ...entry.server, sources: ['nobody/nothing'], toolsFrom: undefined },
    };
    const [row] = provenanceOf(unknown, all).rows;
    assert.deepEqual([row?.licence, row?.commit], ['not recorded', 'not recorded']);
  });
});

describe('the links for editing', () => {
  it('lead to the files of a server, where the site has a place for edits', () => {
    assert.deepEqual(editLinks(Site.parse({ edit: 'https://git.example/edit/main/content' }), 'notes'), {
      record: 'https://git.example/edit/main/content/servers/notes.json',
      corrections: 'https://git.example/edit/main/content/corrections.json',
    });
    assert.equal(editLinks(Site.parse({}), 'notes'), undefined);
  });

  it('need a prefix without a slash at its end', () => {
    assert.equal(Site.safeParse({ edit: 'https://git.example/edit/' }).success, false);
  });
});
