import type { ServerEntry } from '../catalogue/catalogue.ts';
import { levelWords } from '../catalogue/taxonomy.ts';
import type { LevelId } from '../model/category.ts';
import { routes } from '../routes.ts';
import { worstOf } from './server-link.ts';
import { plural } from './words.ts';

/** The light tones of `styles/tokens.css`: on each of them white text has a contrast of at least 4.5 to 1. */
export const TONES: Record<LevelId, string> = {
  critical: '#a4133c',
  high: '#a33b00',
  medium: '#785700',
  low: '#1c6b3c',
  unrated: '#575a61',
};
const BRAND_TONE = '#1c1d20';

/** The shapes of the risk marks, in a square of ten. */
const SHAPES: Record<LevelId, string> = {
  critical: 'M0 0h10v10H0z',
  high: 'M5 0l5 9.200H0z',
  medium: 'M5 0l5 5-5 5-5-5z',
  low: 'M5 0a5 5 0 110 10A5 5 0 015 0z',
  unrated: 'M5 0a5 5 0 110 10A5 5 0 015 0zm0 2a3 3 0 100 6 3 3 0 000-6z',
};

const BRAND = 'Callwarden';
const HEIGHT = 20;
const PAD = 6;
const MARK = 10;
/** Pixels of narrow and of other characters in Verdana at this size; the text is fitted, whatever font there is. */
const WIDTHS = { narrow: 3.8, other: 6.9 };
const NARROW = /[ ,.:fijlrt]/g;

function widthOf(text: string): number {
  const narrow = text.match(NARROW)?.length ?? 0;
  return Math.round(narrow * WIDTHS.narrow + (text.length - narrow) * WIDTHS.other);
}

const LEFT = widthOf(BRAND) + 2 * PAD;
const widthOfBadge = (text: string): number => LEFT + widthOf(text) + MARK + 3 * PAD;

/** What the badge of a server says: `12 tools, up to critical`. */
export function badgeText(entry: ServerEntry): string {
  const worst = worstOf(entry);
  const risk = worst === 'unrated' ? levelWords(worst).word : `up to ${levelWords(worst).word}`;
  return `${plural(entry.tools.length, 'tool')}, ${risk}`;
}

const textAt = (x: number, text: string) =>
  `<text x="${x}" y="14" textLength="${widthOf(text)}" lengthAdjust="spacingAndGlyphs">${text}</text>`;

/**
 * The badge of a server as SVG of 20 pixels in height, for a README: word, shape and colour of its worst tool.
 * All of its text is ours. Presentation attributes alone, so that it holds under any content policy.
 */
export function badgeSvg(entry: ServerEntry): string {
  const level = worstOf(entry);
  const text = badgeText(entry);
  const width = widthOfBadge(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-labelledby="t"><title id="t">${BRAND}: ${text}</title><rect width="${width}" height="${HEIGHT}" rx="3" fill="${TONES[level]}"/><path d="M3 0h${LEFT - 3}v${HEIGHT}H3a3 3 0 01-3-3V3a3 3 0 013-3z" fill="${BRAND_TONE}"/><g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">${textAt(PAD, BRAND)}<path transform="translate(${LEFT + PAD} 5)" d="${SHAPES[level]}"/>${textAt(LEFT + MARK + 2 * PAD, text)}</g></svg>\n`;
}

/** A badge with the line that puts it into a README. */
export interface BadgeView {
  href: string;
  /** The text in place of the picture. */
  text: string;
  /** In pixels. */
  width: number;
  markdown: string;
}

/** The badge of a server; `site` is the address of the site. */
export function badgeView(entry: ServerEntry, site: string): BadgeView {
  const href = routes.serverBadge(entry.id);
  const says = badgeText(entry);
  const text = `${BRAND}: ${says}`;
  const markdown = `[![${text}](${site}${href})](${site}${routes.server(entry.id)})`;
  return { href, text, width: widthOfBadge(says), markdown };
}
