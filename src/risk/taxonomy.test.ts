import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import capabilities from '../../content/taxonomy/capabilities.json' with { type: 'json' };
import hazards from '../../content/taxonomy/hazards.json' with { type: 'json' };
import contrasts from '../../content/taxonomy/risk-contrasts.json' with { type: 'json' };
import parameters from '../../content/taxonomy/risk-parameters.json' with { type: 'json' };
import phrases from '../../content/taxonomy/risk-phrases.json' with { type: 'json' };
import words from '../../content/taxonomy/risk-words.json' with { type: 'json' };
import { Capabilities, Hazards, RiskContrasts, RiskParameters, RiskPhrases, RiskWords } from './taxonomy.ts';

const files = {
  capabilities: [Capabilities, capabilities],
  hazards: [Hazards, hazards],
  'risk-contrasts': [RiskContrasts, contrasts],
  'risk-parameters': [RiskParameters, parameters],
  'risk-phrases': [RiskPhrases, phrases],
  'risk-words': [RiskWords, words],
} as const;

const lexicon = RiskWords.parse(words);
const split = (text: string): string[] => text.split(' ');
const verbs = lexicon.verbs.flatMap(({ words }) => split(words));
const hazardIds = new Set(Hazards.parse(hazards).hazards.map(({ id }) => id));

describe('the taxonomy of risk', () => {
  for (const [name, [schema, content]] of Object.entries(files)) {
    it(`${name}.json fits its schema and names it`, () => {
      const result = schema.safeParse(content);
      assert.ok(result.success, result.error?.message);
      assert.equal(content.$schema, `../../public/schemas/${name}.schema.json`);
    });
  }

  it('gives every verb one meaning', () => {
    assert.deepEqual(
      verbs.filter((verb, index) => verbs.indexOf(verb) !== index),
      [],
    );
  });

  it('says why the verbs of each category count', () => {
    for (const { points } of lexicon.verbs) assert.ok(lexicon.notes[points], points);
  });

  it('pairs only known verbs with known classes of objects', () => {
    for (const pair of lexicon.pairs) {
      for (const verb of split(pair.verbs)) assert.ok(verbs.includes(verb), `${verb}: ${pair.note}`);
      for (const name of split(pair.objects).filter((name) => name.startsWith('@')))
        assert.ok(lexicon.objects[name.slice(1)], name);
    }
  });

  it('lists nothing that no rule uses', () => {
    const used = new Set(lexicon.pairs.flatMap(({ objects }) => split(objects)));
    for (const name of Object.keys(lexicon.objects)) assert.ok(used.has(`@${name}`), name);
    for (const word of [...split(lexicon.nouns), ...split(lexicon.aspects)])
      assert.ok(verbs.includes(word), word);
  });

  it('names only hazards and macros that there are', () => {
    const { macros, capabilities: known } = Capabilities.parse(capabilities);
    const named = [
      ...RiskParameters.parse(parameters).parameters.flatMap(({ hazard }) => hazard ?? []),
      ...Object.values(known).flatMap((capability) => capability.hazards ?? []),
    ];
    for (const id of named) assert.ok(hazardIds.has(id), id);
    for (const text of Object.values(known).flatMap(({ texts }) => texts ?? []))
      for (const [, macro] of text.matchAll(/\{([a-z]+)\}/g)) assert.ok(macro && macros[macro], text);
  });

  it('gives every rule for parameters a way to match', () => {
    for (const { names, hazard } of RiskParameters.parse(parameters).parameters)
      assert.equal(Number(names !== undefined) + Number(hazard !== undefined), 1);
  });

  it('gives every capability either something to look for or a reason why it cannot be seen', () => {
    for (const [id, capability] of Object.entries(Capabilities.parse(capabilities).capabilities)) {
      const { hazards, texts, parameters, values, category, hidden } = capability;
      const looks = [hazards, texts, parameters, values, category].some((rule) => rule !== undefined);
      assert.notEqual(looks, hidden !== undefined, id);
    }
  });
});
