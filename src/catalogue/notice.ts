import type { Sources } from '../model/sources.ts';

/** The NOTICE file: where the facts of the catalogue come from, under which licence, at which commit. */
export function noticeText({ taken, sources }: Sources): string {
  const rows = Object.entries(sources).map(
    ([name, { licence, commit }]) => `https://github.com/${name}\n  ${licence}, commit ${commit}`,
  );
  return `${[
    'Callwarden',
    '',
    'The code is under the MIT licence (LICENSE). The texts and data in content/ are',
    'under the Creative Commons Attribution 4.0 International licence (LICENSE-CONTENT).',
    '',
    `The facts of the catalogue (names, parameters, annotations) were read on ${taken}`,
    'from these public repositories. Descriptions that their authors wrote are not',
    'part of this project.',
    '',
    ...rows,
  ].join('\n')}\n`;
}
