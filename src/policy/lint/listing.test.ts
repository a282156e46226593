import { type LintCase, server, testRules, tools } from '../testing/lint-cases.ts';
import { LISTING } from './listing.ts';

const cases: LintCase[] = [
  {
    rule: 'allows-nothing',
    name: 'nothing is listed',
    document: { version: '1', default: 'deny' },
    at: ['/default'],
  },
  {
    rule: 'allows-nothing',
    name: 'an empty list',
    document: { version: '1', default: 'deny', tools: {} },
    at: ['/default'],
  },
  { rule: 'allows-nothing', name: 'something is listed', document: tools({}), at: [] },
  {
    rule: 'allows-nothing',
    name: 'allowed by default',
    document: { version: '1', default: 'allow' },
    at: [],
  },
  {
    rule: 'hidden-and-listed',
    name: 'by name',
    document: { ...tools({}), hide: ['pay'] },
    at: ['/tools/pay'],
  },
  {
    rule: 'hidden-and-listed',
    name: 'by the star',
    document: { ...tools({}), hide: ['*'] },
    at: ['/tools/pay'],
  },
  { rule: 'hidden-and-listed', name: 'another tool', document: { ...tools({}), hide: ['x'] }, at: [] },
  { rule: 'wildcard', name: 'a star beside names', document: tools({}, { '*': {} }), at: ['/tools/*'] },
  {
    rule: 'wildcard',
    name: 'a star in a name',
    document: { ...tools({}), hide: ['delete_*'] },
    at: ['/hide/0'],
  },
  { rule: 'wildcard', name: 'hide all', document: { ...tools({}), hide: ['*'] }, at: [] },
  {
    rule: 'unknown-tool',
    name: 'listed',
    document: tools({}, { refund: {} }),
    at: ['/tools/refund'],
    server,
  },
  {
    rule: 'unknown-tool',
    name: 'hidden',
    document: { ...tools({}), hide: ['refund'] },
    at: ['/hide/0'],
    server,
  },
  { rule: 'unknown-tool', name: 'the star', document: { ...tools({}), hide: ['*'] }, at: [], server },
  { rule: 'unknown-tool', name: 'no server', document: tools({}, { refund: {} }), at: [] },
  {
    rule: 'critical-by-default',
    name: 'not listed',
    document: { version: '1', default: 'allow' },
    at: ['/default'],
    server,
  },
  {
    rule: 'critical-by-default',
    name: 'listed',
    document: { ...tools({}), default: 'allow' },
    at: [],
    server,
  },
  {
    rule: 'critical-by-default',
    name: 'hidden',
    document: { version: '1', default: 'allow', hide: ['pay'] },
    at: [],
    server,
  },
  { rule: 'critical-by-default', name: 'denied', document: tools({}), at: [], server },
];

testRules(LISTING, cases);
