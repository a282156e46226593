import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprint } from '../approvals.ts';
import type { Edit } from '../attempt.ts';
import { compile } from '../compile.ts';
import { decide, memoryState } from '../decide.ts';
import type { Call } from '../decision.ts';
import type { Json, PolicyDocument } from '../document.ts';
import { edited, LEFT_OUT } from '../edit.ts';
import { explain } from '../explain.ts';
import { segmentsOf } from '../path.ts';
import { namesOf } from '../pointer.ts';
import { re2 } from '../re2.ts';
import * as arbitrary from './arbitrary.ts';

interface Changed {
  document: PolicyDocument;
  call: Call & { args: object };
}

function applied({ call, document }: Changed, edit: Edit): Changed {
  const wish = 'value' in edit ? (edit.value as Json) : LEFT_OUT;
  switch (edit.kind) {
    case 'document':
      return { call, document: edited(document, namesOf(edit.pointer), wish) as PolicyDocument };
    case 'argument':
      return { document, call: { ...call, args: edited(call.args, segmentsOf(edit.path), wish) as object } };
    case 'time':
      return { document, call: { ...call, at: Date.parse(edit.at) } };
    default:
      return { document, call };
  }
}

export const changeFlips = fc.property(arbitrary.policy, arbitrary.call, (document, call) => {
  const { change, outcome } = explain(compile(document, re2), call, memoryState());
  if (change === undefined || change.edits.some(({ kind }) => kind === 'calls')) return;
  const changed = change.edits.reduce(applied, { document, call: { ...call, args: call.args ?? {} } });
  const state = memoryState();
  const approved = outcome === 'allow' || change.edits.some(({ kind }) => kind === 'approval');
  const print = approved ? fingerprint(call.tool, changed.call.args) : undefined;
  if (print !== undefined) {
    state.approvals.give({ grant: call.grant, fingerprint: print, at: changed.call.at });
  }
  assert.equal(decide(compile(changed.document, re2), changed.call, state).outcome, change.outcome);
  assert.notEqual(change.outcome, outcome);
});
