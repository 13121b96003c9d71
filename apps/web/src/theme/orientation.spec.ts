import { describe, expect, it } from 'vitest';

const sheets = import.meta.glob('../**/*.css', { eager: true, query: '?raw', import: 'default' }) as Record<string, string>;

describe('style sheets', () => {
  it('are read here', () => expect(Object.keys(sheets).length).toBeGreaterThan(20));

  // WCAG 2.1, 1.3.4: pages turn with the screen. Looked for here once, and not by axe, which would fetch every sheet again for every page.
  it.each(Object.keys(sheets))('%s asks nowhere how the screen is held', path => expect(sheets[path]).not.toMatch(/orientation/));
});
