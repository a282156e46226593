import type { Limit, Predicate, ToolRule } from '../policy/document.ts';
import type { Hazard } from '../risk/hazards.ts';
import type { Parameter } from '../risk/parameters.ts';
import { type AppliedGuard, guardRules } from './guards.ts';

/** What a denied tool must meet before the opt-in document lets a call pass. */
export type OptInCondition =
  | { kind: 'pin'; path: string; value: string | number }
  | { kind: 'folder'; path: string; folder: string }
  | { kind: 'cap'; path: string; each: number; total: number }
  | { kind: 'reason'; path: string }
  | { kind: 'approval' };

/** The numbers of the opt-in documents: low enough to notice, high enough to work. A reader changes them. */
export const OPT_IN = { callsAnHour: 5, mostEach: 50, mostADay: 200, approvalExpires: '10m' } as const;

const SCALAR = new Set(['string', 'integer', 'number']);
const REASON = /^(reason|justification|rationale)$/i;
/** Kinds of hazard that say which thing a call acts on, the most telling first. */
const TARGETS = ['recipient', 'identifier', 'path', 'url', 'address'];

/** Stands for the reader's own value. */
const PLACEHOLDER = 'replace-me';
const pinned = (type: string): string | number => (type === 'string' ? PLACEHOLDER : 1);

function targetOf(hazards: readonly Hazard[]): OptInCondition[] {
  const fitting = hazards.filter(({ required, nullable, type }) => required && !nullable && SCALAR.has(type));
  const target = TARGETS.map((kind) => fitting.find(({ hazard }) => hazard === kind)).find(Boolean);
  if (!target) return [];
  // A file is named by its path, and there are too many to list; a folder holds those that may go.
  if (target.guard === 'path') return [{ kind: 'folder', path: target.path, folder: `${PLACEHOLDER}/` }];
  return target.guard ? [] : [{ kind: 'pin', path: target.path, value: pinned(target.type) }];
}

function capOf(hazards: readonly Hazard[]): OptInCondition[] {
  const amount = hazards.find(
    ({ hazard, type, path }) =>
      hazard === 'amount' && type !== 'string' && SCALAR.has(type) && !path.includes('['),
  );
  return amount ? [{ kind: 'cap', path: amount.path, each: OPT_IN.mostEach, total: OPT_IN.mostADay }] : [];
}

const reasonOf = (parameters: readonly Parameter[]): OptInCondition[] =>
  parameters
    .filter(({ name, types, path }) => REASON.test(name) && types.join() === 'string' && !path.includes('['))
    .slice(0, 1)
    .map(({ path }) => ({ kind: 'reason', path }));

/** The conditions that fit a tool: its target pinned, its amount capped, its reason given; else a person. */
export function optInConditions(
  hazards: readonly Hazard[],
  parameters: readonly Parameter[],
  financial: boolean,
): OptInCondition[] {
  const found = [...targetOf(hazards), ...(financial ? capOf(hazards) : []), ...reasonOf(parameters)];
  return found.some(({ kind }) => kind !== 'reason') ? found : [...found, { kind: 'approval' }];
}

function requireOf(condition: OptInCondition): Predicate[] {
  switch (condition.kind) {
    case 'pin':
      return [
        {
          conditions: [{ path: condition.path, op: 'in', value: [condition.value] }],
          on_deny: 'This target is not on the list of the policy.',
        },
      ];
    case 'folder':
      return [
        {
          conditions: [{ path: condition.path, op: 'regex', value: `^${condition.folder}` }],
          on_deny: `Only files in ${condition.folder} may be touched.`,
        },
      ];
    case 'cap':
      return [
        {
          conditions: [{ path: condition.path, op: 'lte', value: condition.each }],
          on_deny: `One call may move at most ${condition.each}.`,
        },
      ];
    case 'reason':
      return [
        {
          conditions: [{ path: condition.path, op: 'regex', value: '\\S' }],
          on_deny: 'Give a reason for this call.',
        },
      ];
    case 'approval':
      return [];
  }
}

function limitOf(condition: OptInCondition, tool: string): Limit[] {
  if (condition.kind !== 'cap') return [];
  return [
    {
      counter: `${tool}_total`,
      window: 'day',
      max: condition.total,
      scope: 'grant',
      increment_from: condition.path,
      on_deny: `This would pass the cap of ${condition.total} a day.`,
    },
  ];
}

/** The rule that lets a denied tool pass under its conditions. */
export function optInRule(
  tool: string,
  conditions: readonly OptInCondition[],
  applied: readonly AppliedGuard[],
): ToolRule {
  const guards = guardRules(applied);
  const require = [...(guards.require ?? []), ...conditions.flatMap(requireOf)];
  const approval = conditions.some(({ kind }) => kind === 'approval');
  return {
    ...(require.length && { require }),
    ...(guards.deny_if && { deny_if: guards.deny_if }),
    limits: [
      { counter: `${tool}_rate`, window: 'hour', max: OPT_IN.callsAnHour, scope: 'grant' },
      ...conditions.flatMap((condition) => limitOf(condition, tool)),
    ],
    ...(approval && {
      approval: { on_deny: 'A person must approve this call.', expires: OPT_IN.approvalExpires },
    }),
  };
}
