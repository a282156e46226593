import { type Token, tokens } from './tokens.ts';

/** The relative luminance of a colour `#rrggbb`, by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, from 1 to 21, by WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (bright + 0.05) / (dim + 0.05);
}

/** What WCAG 2.2 AA asks of text (1.4.3), and of the parts of a control and of marks (1.4.11). */
export const LEAST = { text: 4.5, mark: 3 };

/** Two tokens that meet on the page. */
interface Pair {
  front: string;
  back: string;
  kind: keyof typeof LEAST;
}

const on = (back: string, kind: Pair['kind'], ...fronts: string[]): Pair[] =>
  fronts.map((front) => ({ front, back, kind }));

const RISKS = ['critical', 'high', 'medium', 'low', 'unrated'];
const CODE = ['code-key', 'code-string', 'code-number', 'code-word'];

/** Every pair of text and ground, and of line and ground, that must be told apart. */
const PAIRS: readonly Pair[] = [
  ...on('paper', 'text', 'ink', 'ink-soft', 'accent', ...RISKS),
  ...on('raised', 'text', 'ink', 'ink-soft', 'accent', ...CODE),
  ...on('sunken', 'text', 'ink', 'ink-soft', 'accent', ...CODE),
  ...on('accent-soft', 'text', 'ink', 'accent'),
  ...RISKS.flatMap((risk) => on(`${risk}-soft`, 'text', risk)),
  ...on('paper', 'mark', 'line-strong'),
  ...on('raised', 'mark', 'line-strong'),
];

/** A pair with its contrast in each theme. */
export interface Measured extends Pair {
  light: number;
  dark: number;
  least: number;
}

/** The contrast of every pair, from the tokens as they stand. Throws where a pair names a token that is not there. */
export function measured(all: readonly Token[] = tokens()): Measured[] {
  const byName = new Map(all.map((token) => [token.name, token]));
  const token = (name: string): Token => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`There is no token --${name}.`);
    return found;
  };
  return PAIRS.map((pair) => {
    const [front, back] = [token(pair.front), token(pair.back)];
    return {
      ...pair,
      light: contrast(front.light, back.light),
      dark: contrast(front.dark, back.dark),
      least: LEAST[pair.kind],
    };
  });
}
