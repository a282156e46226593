import type { Attack } from '../model/attack.ts';
import { byId } from './crosswalk.ts';
import type { ExportSite } from './export-site.ts';
import type { ProofRun } from './prove.ts';

type Cell = (attack: Attack, context: { run: ProofRun | undefined; url: string }) => string;

const ids =
  (framework: keyof Attack['mappings']): Cell =>
  (attack) =>
    attack.mappings[framework].ids.join(' ');

/** The columns of the CSV, in order. Lists are separated by spaces. */
const COLUMNS: Record<string, Cell> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  kind: ({ kind }) => kind,
  disclosed: ({ disclosed }) => disclosed,
  severity: ({ severity }) => severity,
  category: ({ category }) => category,
  signals: ({ signals }) => signals.join(' '),
  verdict: ({ policy }) => policy.verdict,
  point: ({ policy }) => policy.point,
  proof: (_, { run }) => run?.result ?? '',
  cves: ({ cves }) => cves.join(' '),
  cvss: ({ cvss }) => cvss.map(({ score }) => score.toFixed(1)).join(' '),
  cwe: ids('cwe'),
  owasp_mcp: ids('owasp-mcp'),
  owasp_llm: ids('owasp-llm'),
  owasp_agentic: ids('owasp-agentic'),
  atlas: ids('atlas'),
  confidence: ({ confidence }) => confidence,
  modified: ({ modified }) => modified,
  url: (_, { url }) => url,
};

/** A cell after RFC 4180: quoted where it must be. */
const csvCell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The database as CSV (RFC 4180), one attack a line, in the order of ids. */
export function attacksCsv(
  attacks: Iterable<Attack>,
  runs: ReadonlyMap<string, ProofRun>,
  site: ExportSite,
): string {
  const rows = [...attacks]
    .sort(byId)
    .map((attack) =>
      Object.values(COLUMNS).map((cell) =>
        cell(attack, { run: runs.get(attack.id), url: site.attackUrl(attack.id) }),
      ),
    );
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
