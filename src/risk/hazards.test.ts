import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hazardsOf, hazardsOfTool } from './hazards.ts';

const text = { type: 'string' };
/** Parameter, its schema, what the tool says, and the hazard and guard expected. */
const CASES: [string, unknown, string, string | undefined][] = [
  ['command', text, 'Runs a shell command', 'command shell'],
  ['cmd', text, '', 'command shell'],
  ['command', { type: 'string', enum: ['up', 'down'] }, 'Runs one of two commands', undefined],
  ['commands', { type: 'array', items: text }, '', 'command shell'],
  ['additional_args', text, '', 'command shell'],
  ['command', text, 'Returns the ephemeris of a body', undefined],
  ['args', text, 'Scans a host with Nmap', 'arguments shell'],
  ['args', text, 'Says hello', undefined],
  ['sql', text, '', 'sql sql'],
  ['query', text, 'Runs an SQL query on the MySQL database', 'sql sql'],
  ['query', text, 'Creates a table in MySQL from an SQL statement', 'sql'],
  ['query', text, 'Searches web pages', 'search'],
  ['query', text, 'Searches the SQL documentation', 'search'],
  ['query', text, 'Runs a Cypher query on the Neo4j database', 'query-language'],
  ['code', text, 'Runs Python code in a sandbox', 'code'],
  ['code', text, 'Returns the airport with a code', undefined],
  ['country_code', text, 'Runs code', undefined],
  ['path', text, 'Reads a file', 'path path'],
  ['file_path', text, '', 'path path'],
  ['path', text, 'Sends a REST API request to a path', undefined],
  ['document_path', text, 'Reads a Word document', 'path path'],
  ['documentPath', text, 'Returns a Firestore document', undefined],
  ['path', text, 'Creates a Gitee repository', undefined],
  ['path', text, 'Returns the size and dates of a file', 'path path'],
  ['fileName', text, 'Saves an image', 'path path'],
  ['privateKeyPath', text, '', 'path path'],
  ['source', text, 'Moves a file', 'path path'],
  ['from', text, 'Creates relations in the local knowledge graph', undefined],
  ['json_path', text, 'Reads a file', undefined],
  ['xpath', text, 'Reads a file', undefined],
  ['url', text, 'Fetches a page', 'url url'],
  ['url', { type: ['string', 'null'] }, 'Fetches a page', 'url url'],
  ['url', { anyOf: [text, { type: 'array' }] }, 'Fetches a page', 'url'],
  ['url', {}, 'Fetches a page', 'url'],
  ['url', { type: 'boolean' }, 'Fetches a page', undefined],
  ['redirect_url', text, '', 'address'],
  ['database_url', text, '', 'connection'],
  ['host', text, '', 'address'],
  ['amount', { type: 'number' }, 'Pays an invoice', 'amount'],
  ['amount', { type: 'number' }, 'Scrolls the page', undefined],
  ['min_amount', { type: 'number' }, 'Pays an invoice', undefined],
  ['api_key', text, '', 'secret'],
  ['token', text, 'Posts a message', 'secret'],
  ['page_token', text, '', undefined],
  ['token', text, 'Swaps crypto tokens', undefined],
  ['to', text, 'Sends an email', 'recipient'],
  ['to', { type: 'number' }, 'Converts units', undefined],
  ['force', { type: 'boolean' }, '', 'bulk'],
  ['prompt', text, '', 'prompt'],
  ['content', text, '', 'text'],
  ['user_id', text, '', 'identifier'],
  ['weather', text, '', undefined],
];

const deep = (depth: number): unknown =>
  depth === 1 ? { properties: { url: text } } : { properties: { a: deep(depth - 1) } };

describe('hazardsOf', () => {
  for (const [name, schema, about, expected] of CASES)
    it(`finds ${expected ?? 'nothing'} in ${name} of “${about}” as ${JSON.stringify(schema)}`, () => {
      const found = hazardsOf({ properties: { [name]: schema } }, about).at(-1);
      assert.equal(found && [found.hazard, found.guard].filter(Boolean).join(' '), expected);
    });

  it('tells where the parameter is, and whether every call carries it', () => {
    const [found] = hazardsOf({ properties: { a: { properties: { 'x.url': text } } }, required: ['a'] });
    assert.deepEqual(
      { path: found?.path, pointer: found?.pointer, required: found?.required, type: found?.type },
      {
        path: 'args.a."x.url"',
        pointer: '/inputSchema/properties/a/properties/x.url',
        required: false,
        type: 'string',
      },
    );
  });

  it('survives what is no schema, and any depth', () => {
    for (const schema of [undefined, null, 3, 'x', [], { properties: { url: null } }])
      assert.deepEqual(hazardsOf(schema), []);
    assert.equal(hazardsOf(deep(33)).length, 1);
  });

  it('reads the tool to tell what a parameter is', () => {
    const inputSchema = { properties: { query: text } };
    const [hazard] = hazardsOfTool({ name: 'x', summary: 'Runs any SQL statement.', inputSchema });
    assert.equal(hazard?.guard, 'sql');
  });
});
