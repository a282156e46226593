import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LINT_RULES } from '../../src/policy/index.ts';
import type { PlacedFinding } from './lint.ts';

const RULES = [
  { id: 'refused', level: 'error', description: 'The document is not a policy of version 1.' },
  ...LINT_RULES,
];

const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/'));

/** The findings as a log of SARIF 2.1.0 (OASIS standard), for code scanning services and editors. */
export function sarif(findings: readonly PlacedFinding[], file: string) {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'callwarden policy lint',
            rules: RULES.map(({ id, level, description }) => ({
              id,
              shortDescription: { text: description },
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, file)),
      },
    ],
  };
}

const resultOf = ({ column, level, line, message, pointer, rule }: PlacedFinding, file: string) => ({
  ruleId: rule,
  ruleIndex: RULES.findIndex(({ id }) => id === rule),
  level,
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        region: { startLine: line, startColumn: column },
      },
      logicalLocations: [{ fullyQualifiedName: pointer }],
    },
  ],
});
