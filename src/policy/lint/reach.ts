import type { Condition, PolicyDocument } from '../document.ts';
import { testOf } from '../operators.ts';
import { EACH } from '../path.ts';
import { YES } from '../truth.ts';
import type { Finding, LintRule } from './finding.ts';
import { conditionsOf, type PredicateAt, predicatesOf, type RuleAt, rulesOf } from './walk.ts';

type Found = Omit<Finding, 'rule' | 'level'>;

const judges = (condition: Condition, value: unknown): boolean => testOf(condition, undefined)(value) === YES;

/** The numbers at which ordering conditions change, and those between and beside them. */
function corners(conditions: readonly Condition[]): number[] {
  const values = conditions
    .flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
    .toSorted((a, b) => a - b);
  const between = values.map((value, index) => (value + (values[index + 1] ?? value + 2)) / 2);
  return [...values, ...between, (values[0] ?? 0) - 1];
}

/** Whether no value can make all these conditions hold, which look at one place. Doubtful cases count as possible. */
function contradict(conditions: readonly Condition[]): boolean {
  const ordered = conditions.filter(({ op }) => ['lt', 'lte', 'gt', 'gte'].includes(op));
  const chosen = conditions.find(({ op }) => op === 'eq' || op === 'in');
  const others = conditions.filter(({ op }) => op !== 'regex');
  const possible = (value: unknown): boolean => others.every((condition) => judges(condition, value));
  if (chosen !== undefined) {
    const values = chosen.op === 'in' ? chosen.value : [chosen.value];
    return !values.some(possible);
  }
  if (ordered.length > 0)
    return !corners(ordered).some((value) => ordered.every((one) => judges(one, value)));
  const absent = conditions.some(({ op, value }) => op === 'exists' && value === false);
  return absent && conditions.some((condition) => !judges(condition, undefined) && !judges(condition, null));
}

/** The condition of a predicate at which it becomes impossible, if it is. */
function impossibleAt(predicate: PredicateAt): string | undefined {
  const conditions = conditionsOf(predicate);
  const rootless = conditions.find(({ segments: [first], condition }) => {
    const needed = condition.op !== 'exists' || condition.value;
    return (typeof first === 'number' || first === EACH) && first !== undefined && needed;
  });
  if (rootless !== undefined) return rootless.pointer;
  const single = conditions.filter(({ segments }) => !segments.includes(EACH));
  return single.find(({ condition: { path } }, index) =>
    contradict(
      single.slice(0, index + 1).flatMap(({ condition }) => (condition.path === path ? [condition] : [])),
    ),
  )?.pointer;
}

/** Whether `weak` holds wherever `strong` does. */
function follows(weak: Condition, strong: Condition): boolean {
  if (weak.path !== strong.path) return false;
  if (JSON.stringify([weak.op, weak.value]) === JSON.stringify([strong.op, strong.value])) return true;
  if (typeof weak.value !== 'number' || typeof strong.value !== 'number') return false;
  const up = (op: string): boolean => op === 'gt' || op === 'gte';
  const down = (op: string): boolean => op === 'lt' || op === 'lte';
  if (up(weak.op) && up(strong.op)) {
    return (
      strong.value > weak.value || (strong.value === weak.value && (weak.op === 'gte' || strong.op === 'gt'))
    );
  }
  if (down(weak.op) && down(strong.op)) {
    return (
      strong.value < weak.value || (strong.value === weak.value && (weak.op === 'lte' || strong.op === 'lt'))
    );
  }
  return false;
}

/** An earlier `deny_if` that denies wherever this one would. */
const shadowOf = (later: PredicateAt, earlier: readonly PredicateAt[]): PredicateAt | undefined =>
  earlier.find(({ predicate }) =>
    predicate.conditions.every((weak) => later.predicate.conditions.some((strong) => follows(weak, strong))),
  );

/** Whether any call can get past `hide` and `default` to these rules. */
function reached({ default: fallback, hide, tools = {} }: PolicyDocument): boolean {
  return (
    hide?.[0] !== '*' && (fallback === 'allow' || Object.keys(tools).some((tool) => !hide?.includes(tool)))
  );
}

const alwaysDenies = ({ kind, predicate }: PredicateAt): boolean =>
  kind === 'deny_if' && predicate.conditions.length === 0;

/** What stands behind an entry that always denies: limits and approval. */
function behindAlways(at: RuleAt & { rule: { approval?: unknown } }): Found[] {
  const always = predicatesOf(at).find(alwaysDenies);
  if (always === undefined) return [];
  return (['limits', 'approval'] as const)
    .filter((key) => at.rule[key] !== undefined)
    .map((key) => ({
      pointer: `${at.pointer}/${key}`,
      message: `This is never looked at: ${always.pointer} denies every call.`,
    }));
}

function shadowed(at: RuleAt): Found[] {
  const denying = predicatesOf(at).filter(({ kind }) => kind === 'deny_if');
  return denying.flatMap((later, index) => {
    const shadow = shadowOf(later, denying.slice(0, index));
    const message = `This can never fire: ${shadow?.pointer} denies every call that it would.`;
    return shadow === undefined ? [] : [{ pointer: later.pointer, message }];
  });
}

/** Rules about what can never decide anything. */
export const REACH: readonly LintRule[] = [
  {
    id: 'never-fires',
    level: 'warning',
    description: 'A rule that no call can reach, or whose conditions no arguments can meet.',
    check: ({ document }) => {
      const rules = rulesOf(document);
      const impossible = rules.flatMap(predicatesOf).flatMap((predicate) => {
        const pointer = predicate.kind === 'deny_if' ? impossibleAt(predicate) : undefined;
        const message =
          'No arguments can make these conditions hold, so the entry denies nothing that is of the right type.';
        return pointer === undefined ? [] : [{ pointer, message }];
      });
      const unreached =
        document.all_tools === undefined || reached(document)
          ? []
          : [{ pointer: '/all_tools', message: 'No call gets past "hide" and "default" to these rules.' }];
      return [...impossible, ...rules.flatMap(shadowed), ...rules.flatMap(behindAlways), ...unreached];
    },
  },
  {
    id: 'never-holds',
    level: 'error',
    description: 'A `require` whose conditions no arguments can meet denies every call.',
    check: ({ document }) =>
      rulesOf(document)
        .flatMap(predicatesOf)
        .flatMap((predicate) => {
          const pointer = predicate.kind === 'require' ? impossibleAt(predicate) : undefined;
          const message = 'No arguments can make these conditions hold, so the entry denies every call.';
          return pointer === undefined ? [] : [{ pointer, message }];
        }),
  },
  {
    id: 'holds-always',
    level: 'note',
    description: 'A `require` without conditions always holds: it checks nothing.',
    check: ({ document }) =>
      rulesOf(document)
        .flatMap(predicatesOf)
        .filter(({ kind, predicate }) => kind === 'require' && predicate.conditions.length === 0)
        .map(({ pointer }) => ({
          pointer,
          message: 'This always holds: it has no conditions. To deny, use "deny_if".',
        })),
  },
];
