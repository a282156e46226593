import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { validContent } from '../catalogue/load.ts';
import { type ServerData, serverJson } from '../views/server-json.ts';
import { type Cell, type Row, rowsOf } from './cell.ts';
import { SERVER_ROWS } from './server-rows.ts';
import { TOOL_ROWS, type ToolSubject } from './tool-rows.ts';

const catalogue = catalogueOf(validContent('tests/fixture/content'));
const all = [...catalogue.servers.values()].map(
  (entry) => JSON.parse(serverJson(entry, catalogue)) as ServerData,
);
const serverOf = (id: string) => all.find((server) => server.id === id) as ServerData;
const notes = serverOf('notes');
const toolOf = (name: string): ToolSubject => ({
  server: notes,
  tool: notes.tools.find((tool) => tool.name === name) as ToolSubject['tool'],
});

const textOf = (cell: Cell) =>
  'block' in cell ? cell.block : cell.pieces.map(({ text }) => text).join(' | ');
const row = (rows: readonly Row[], label: string) => rows.find((each) => each.label === label) as Row;
const texts = (rows: readonly Row[], label: string) => row(rows, label).cells.map(textOf);

describe('tools side by side', () => {
  const rows = rowsOf(TOOL_ROWS, [toolOf('create_note'), toolOf('run_command')]);

  it('say their risk, parameters, hazards and policy', () => {
    assert.deepEqual(texts(rows, 'Risk'), ['medium', 'high']);
    assert.deepEqual(texts(rows, 'Parameters'), [
      '3 parameters, 1 required | title | body? | tags?',
      '1 parameter, 1 required | command',
    ]);
    assert.match(texts(rows, 'What could be abused')[1] ?? '', /^Command: command/);
    assert.deepEqual(texts(rows, 'Recommended policy'), ['30 calls a minute', '10 calls a minute, guarded']);
  });

  it('mark what differs, and a rule not for the name of its counter alone', () => {
    assert.ok(row(rows, 'Risk').differs && row(rows, 'Rule').differs);
    const reads = rowsOf(TOOL_ROWS, [toolOf('get_note'), toolOf('get_note')]);
    assert.deepEqual(
      reads.filter(({ differs }) => differs).map(({ label }) => label),
      [],
    );
    const renamed = { ...toolOf('create_note') };
    renamed.tool = JSON.parse(JSON.stringify(renamed.tool).replaceAll('create_note', 'add_note'));
    const pair = rowsOf(TOOL_ROWS, [toolOf('create_note'), renamed]);
    assert.equal(row(pair, 'Rule').differs, false);
    assert.notEqual(texts(pair, 'Rule')[0], texts(pair, 'Rule')[1]);
  });
});

describe('servers side by side', () => {
  it('have a cell in each row, whatever the server', () => {
    const rows = rowsOf(SERVER_ROWS, all);
    for (const { label, cells } of rows) for (const cell of cells) assert.ok(textOf(cell), label);
  });

  it('count every tool once in the split and in the policy', () => {
    const rows = rowsOf(SERVER_ROWS, all);
    for (const [index, server] of all.entries()) {
      const split = [...(texts(rows, 'What they do')[index] ?? '').matchAll(/ (\d+) \(/g)].map(([, n]) =>
        Number(n),
      );
      assert.equal(
        split.reduce((sum, n) => sum + n, 0),
        server.tools.length,
      );
      const [allowed = 0, denied = 0] =
        (texts(rows, 'Recommended policy')[index] ?? '').match(/\d+/g)?.map(Number) ?? [];
      assert.equal(allowed + denied, server.tools.length);
    }
  });

  it('lead to the combinations of their page', () => {
    const [cell] = row(rowsOf(SERVER_ROWS, [notes]), 'Dangerous together').cells;
    const hrefs = cell && 'pieces' in cell ? cell.pieces.map(({ href }) => href) : [];
    assert.ok(hrefs.includes('/servers/notes/#lethal-trifecta'));
  });
});
