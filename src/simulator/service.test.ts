import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE } from './example.ts';
import { History } from './history.ts';
import { type Report, Service } from './service.ts';

const report = async (service: Service, workspace = EXAMPLE, trusted = false) =>
  (await service.answer({ do: 'run', change: workspace, trusted })) as Report;

test('a document is checked, linted and run', async () => {
  const { ok, marks, run, changed } = await report(new Service());
  assert.ok(ok && run);
  assert.equal(run.which.length, 36);
  assert.equal(changed.length, 0);
  assert.ok(marks.every(({ level }) => level !== 'fault'));
});

test('a document with a fault leaves the last decisions standing', async () => {
  const service = new Service();
  const before = await report(service);
  const after = await report(service, { ...EXAMPLE, policy: '{"version": 2}' });
  assert.ok(!after.ok && after.marks.some(({ level }) => level === 'fault'));
  assert.deepEqual(after.run?.which, before.run?.which);
});

test('every decision that another document makes otherwise is marked', async () => {
  const policy = JSON.stringify({ version: '1', default: 'deny' });
  const { changed } = await report(new Service(), { ...EXAMPLE, policy });
  assert.equal(changed.length, 36);
  // The hidden tool is denied by another rule now.
  assert.equal(
    changed.reduce((sum, one) => sum + one, 0),
    36,
  );
});

test('a run that is overtaken answers nothing', async () => {
  const service = new Service();
  const [first, second] = await Promise.all([report(service), report(service)]);
  assert.equal(first, undefined);
  assert.ok(second?.run);
});

test('only what has changed is sent', async () => {
  const service = new Service();
  await report(service);
  const after = (await service.answer({ do: 'run', change: { entries: [] }, trusted: false })) as Report;
  assert.ok(after.ok);
  assert.equal(after.run?.which.length, 0);
});

test('lint knows the tools of the server', async () => {
  const policy = JSON.stringify({ version: '1', default: 'deny', tools: { create_charg: {} } });
  const { marks } = await report(new Service(), { ...EXAMPLE, policy, base: policy });
  assert.ok(
    marks.some(
      ({ pointer, message }) => pointer === '/tools/create_charg' && message.includes('create_charge'),
    ),
  );
});

test('what is replaced can be taken back, and typing is one step', () => {
  const history = new History(0);
  history.push(1);
  history.push(2, 'typing');
  history.push(3, 'typing');
  assert.equal(history.undo(), 1);
  assert.equal(history.redo(), 3);
  assert.deepEqual([history.undo(), history.undo(), history.undo()], [1, 0, 0]);
  history.push(9);
  assert.ok(!history.canRedo && history.canUndo);
});

test('a text that was kept as checked and is no document any more is told to be none', async () => {
  const { ok, marks } = await report(new Service(), { ...EXAMPLE, policy: '{"version": "1"' }, true);
  assert.ok(!ok && marks.some(({ level }) => level === 'fault'));
});
