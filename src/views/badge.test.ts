import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { validContent } from '../catalogue/load.ts';
import { badgeSvg, badgeText, TONES } from './badge.ts';

const servers = [...catalogueOf(validContent('tests/fixture/content')).servers.values()];

/** WCAG 2.2, relative luminance of a colour `#rrggbb`. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

describe('the badge of a server', () => {
  it('says how many tools there are and how bad the worst is', () => {
    const texts = new Map(servers.map((server) => [server.id, badgeText(server)]));
    assert.equal(
      texts.get('notes'),
      `${servers.find(({ id }) => id === 'notes')?.tools.length} tools, up to critical`,
    );
    for (const [id, text] of texts)
      assert.match(text, /^(1 tool|[2-9]\d* tools|1\d+ tools), (up to [a-z]+|unrated)$/, id);
  });

  it('has one title that says what is drawn, and asks for nothing', () => {
    for (const server of servers) {
      const svg = badgeSvg(server);
      assert.ok(svg.includes(`<title id="t">Callwarden: ${badgeText(server)}</title>`));
      assert.doesNotMatch(svg, /\b(href|style|src|@import|url\()/);
      assert.ok(Buffer.byteLength(svg) < 1200);
    }
  });

  it('has the tones of the site, on which white can be read', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    for (const [level, tone] of Object.entries(TONES)) {
      assert.ok(tokens.includes(`--${level}: light-dark(${tone},`), level);
      assert.ok(1.05 / (luminance(tone) + 0.05) >= 4.5, level);
    }
  });
});
