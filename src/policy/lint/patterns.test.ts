import assert from 'node:assert/strict';
import { test } from 'node:test';
import { c, denyIf, type LintCase, requires, testRules, tools } from '../testing/lint-cases.ts';
import { matchesNothing, PATTERNS } from './patterns.ts';

const cases: LintCase[] = [
  {
    rule: 'matches-everything',
    name: 'may match nothing',
    document: tools(requires(c('to', 'regex', '[a-z]*'))),
    at: ['/tools/pay/require/0/conditions/0/value'],
  },
  {
    rule: 'matches-everything',
    name: 'all but one scheme',
    document: tools(denyIf(c('to', 'regex', '^([^h]|$|h([^t]|$))'))),
    at: [],
  },
  {
    rule: 'matches-everything',
    name: 'anchored',
    document: tools(requires(c('to', 'regex', '^[a-z]*$'))),
    at: [],
  },
  {
    rule: 'matches-nothing',
    name: 'text behind the end',
    document: tools(denyIf(c('to', 'regex', 'a$b'))),
    at: ['/tools/pay/deny_if/0/conditions/0/value'],
  },
  {
    rule: 'matches-nothing',
    name: 'a plain pattern',
    document: tools(denyIf(c('to', 'regex', '^a+$'))),
    at: [],
  },
  {
    rule: 'unanchored-require',
    name: 'found anywhere',
    document: tools(requires(c('to', 'regex', 'safe'))),
    at: ['/tools/pay/require/0/conditions/0/value'],
  },
  {
    rule: 'unanchored-require',
    name: 'anchored behind a flag',
    document: tools(requires(c('to', 'regex', '(?i)^safe$'))),
    at: [],
  },
  {
    rule: 'unanchored-require',
    name: 'in a deny_if',
    document: tools(denyIf(c('to', 'regex', 'evil'))),
    at: [],
  },
];

testRules(PATTERNS, cases);

test('patterns that plainly match nothing', () => {
  for (const pattern of ['$a', 'a$b', 'a^', 'x\\Ay', '\\zz', '[^\\s\\S]', 'a[^\\d\\D]+'])
    assert.ok(matchesNothing(pattern), pattern);
  for (const pattern of [
    '',
    '^a$',
    'a|$b',
    '(?m)a$\nb',
    '$',
    'a$',
    '^',
    '(^a)',
    'a*^b',
    '\\$a',
    '[$]a',
    '$a?',
    '$a*',
    'a\\^',
    '[^\\s\\S]*',
  ]) {
    assert.ok(!matchesNothing(pattern), pattern);
  }
});
