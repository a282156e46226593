import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import table from '../../content/taxonomy/capabilities.json' with { type: 'json' };
import { capabilitiesOf } from './capabilities.ts';
import type { ClassifiableTool } from './tool.ts';

const text = { type: 'string' };
const CASES: [ClassifiableTool, string[]][] = [
  [
    { name: 'run_command', inputSchema: { properties: { command: text } } },
    ['runs_shell', 'free_text_argument'],
  ],
  [{ name: 'x', summary: 'Runs Python code in a sandbox.' }, ['runs_code']],
  [{ name: 'x', summary: 'Runs a SELECT query on the database.' }, ['runs_sql']],
  [{ name: 'x', summary: 'Starts a Docker container.' }, ['launches_process', 'manages_infrastructure']],
  [{ name: 'x', summary: 'Installs an npm package.' }, ['installs_package']],
  [{ name: 'x', inputSchema: { properties: { file_path: text } } }, ['takes_file_path']],
  [{ name: 'x', inputSchema: { properties: { url: text } } }, ['takes_url', 'makes_network_request']],
  [{ name: 'get_issue', summary: 'Returns one GitHub issue.' }, ['reads_untrusted_content']],
  [{ name: 'read_email', summary: 'Reads one email.' }, ['reads_untrusted_content', 'reads_private_data']],
  [{ name: 'x', summary: 'Sends an email through Gmail.' }, ['sends_message']],
  [{ name: 'x', summary: 'Posts a comment on a GitHub issue.' }, ['publishes_content']],
  [{ name: 'delete_file' }, ['deletes']],
  [{ name: 'x', summary: 'Pays an invoice.' }, ['pays']],
  [{ name: 'x', summary: 'Grants a role to a user.' }, ['changes_permissions']],
  [{ name: 'x', summary: 'Adds an MCP server to a client configuration.' }, ['writes_agent_config']],
  [{ name: 'x', inputSchema: { properties: { api_key: text } } }, ['handles_credentials']],
  [{ name: 'x', summary: 'Changes several labels at once.' }, ['bulk_operation']],
  [{ name: 'x', summary: 'Opens a new issue.' }, ['publishes_content']],
  [{ name: 'slack_post_comment' }, ['publishes_content']],
  [{ name: 'x', summary: 'Returns the weather.' }, []],
  [{ name: 'add_page_break', summary: 'Inserts a page break into the open Word document.' }, []],
  [{ name: '天气', inputSchema: null, annotations: 3 }, []],
];

describe('capabilitiesOf', () => {
  for (const [tool, expected] of CASES)
    it(`finds ${expected.join(', ') || 'nothing'} in ${JSON.stringify(tool)}`, () => {
      const found = capabilitiesOf(tool).map(({ signal }) => signal);
      for (const signal of expected) assert.ok(found.includes(signal), `${signal} is not among ${found}`);
      if (expected.length === 0) assert.deepEqual(found, []);
    });

  it('shows where each was seen', () =>
    assert.deepEqual(capabilitiesOf({ name: 'delete_file', inputSchema: { properties: { path: text } } }), [
      { signal: 'takes_file_path', evidence: [{ where: '/inputSchema/properties/path', saw: 'path' }] },
      { signal: 'deletes', evidence: [{ where: '/name', saw: 'delete' }] },
    ]));

  it('does not take what is read for what is published', () => {
    for (const tool of [
      { name: 'get_post_comments', summary: 'Lists the comments on one post.' },
      { name: 'app_store_reviews', summary: 'Lists the user reviews of an app.' },
      { name: 'open_tab', summary: 'Opens a web page in a browser.' },
      { name: 'save_as_pdf', summary: 'Saves the open page as a PDF file.' },
    ])
      assert.ok(!capabilitiesOf(tool).some(({ signal }) => signal === 'publishes_content'), tool.name);
  });

  it('takes the category it is given', () =>
    assert.deepEqual(
      capabilitiesOf({ name: 'x' }, 'financial').map(({ signal }) => signal),
      ['pays'],
    ));

  it('knows the 29 signals that attacks name', () =>
    assert.equal(Object.keys(table.capabilities).length, 29));
});
