import { nearest } from '../nearest.ts';
import { pointerOf } from '../pointer.ts';
import { quoted } from '../shown.ts';
import type { LintContext, LintRule } from './finding.ts';

const names = ({ document }: LintContext) => [
  ...(document.hide ?? []).map((tool, index) => ({ tool, pointer: `/hide/${index}` })),
  ...Object.keys(document.tools ?? {}).map((tool) => ({ tool, pointer: pointerOf(['tools', tool]) })),
];

const hidesAll = ({ document }: LintContext): boolean => document.hide?.[0] === '*';

const didYouMean = (wrong: string, right: readonly string[]): string => {
  const word = nearest(wrong, right);
  return word === undefined ? '' : ` Did you mean ${quoted(word)}?`;
};

/** Rules about which tools a document lists and hides. */
export const LISTING: readonly LintRule[] = [
  {
    id: 'allows-nothing',
    level: 'warning',
    description: 'A document that denies by default and lists no tool denies every call.',
    check: ({ document }) =>
      document.default === 'deny' && Object.keys(document.tools ?? {}).length === 0
        ? [
            {
              pointer: '/default',
              message: 'The default denies and no tool is listed, so every call is denied.',
            },
          ]
        : [],
  },
  {
    id: 'hidden-and-listed',
    level: 'warning',
    description: 'A tool that is hidden is denied, whatever `tools` says of it.',
    check: (context) =>
      Object.keys(context.document.tools ?? {})
        .filter((tool) => hidesAll(context) || context.document.hide?.includes(tool))
        .map((tool) => ({
          pointer: pointerOf(['tools', tool]),
          message: `Tool ${quoted(tool)} is hidden, so its rules here never apply.`,
        })),
  },
  {
    id: 'wildcard',
    level: 'warning',
    description:
      'Names are exact: a star in a name is a star, not a pattern. Only `hide: ["*"]` means all tools.',
    check: (context) =>
      names(context)
        .filter(({ tool, pointer }) => tool.includes('*') && !(tool === '*' && pointer === '/hide/0'))
        .map(({ tool, pointer }) => ({
          pointer,
          message: `${quoted(tool)} is the exact name of a tool, not a pattern: it stands for no other tool.`,
        })),
  },
  {
    id: 'unknown-tool',
    level: 'error',
    description: 'The server has no tool of this name.',
    check: (context) => {
      const known = context.server?.tools.map(({ name }) => name);
      if (known === undefined) return [];
      return names(context)
        .filter(({ tool, pointer }) => !known.includes(tool) && !(tool === '*' && pointer === '/hide/0'))
        .map(({ tool, pointer }) => ({
          pointer,
          message: `The server has no tool ${quoted(tool)}.${didYouMean(tool, known)}`,
        }));
    },
  },
  {
    id: 'critical-by-default',
    level: 'error',
    description: 'Allowing by default lets a critical tool pass unless it is listed or hidden.',
    check: (context) => {
      const { default: fallback, hide = [], tools = {} } = context.document;
      if (fallback !== 'allow' || hidesAll(context)) return [];
      return (context.server?.tools ?? [])
        .filter(
          ({ level, name }) => level === 'critical' && !hide.includes(name) && !Object.hasOwn(tools, name),
        )
        .map(({ name }) => ({
          pointer: '/default',
          message: `The default allows the critical tool ${quoted(name)}, which is neither listed nor hidden.`,
        }));
    },
  },
];
