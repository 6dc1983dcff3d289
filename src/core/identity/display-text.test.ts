import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from './display-text.ts';

describe('displayText', () => {
  it.each([
    ['Alice\u202Egnp.exe', 'Alicegnp.exe'],
    ['A\u200Bl\u2066i\uFEFFce', 'Alice'],
    ['BEL:\u0007 NUL:\u0000 DEL:\u007F', 'BEL: NUL: DEL:'],
    [' Alice \r\n\t Smith ', 'Alice Smith'],
    ['Zoë 📞', 'Zoë 📞'],
    ['half \uD83D', 'half'],
    ['\u200B\u200B', ''],
    ['\u3164\u115F\uFFA0\u2800\u034F\uFE0F', ''],
  ])('%j', (text, shown) => {
    expect(displayText(text)).toBe(shown);
  });

  it('cuts long text by whole characters', () => {
    expect(displayText('📞'.repeat(100), 5)).toBe('📞📞📞📞…');
    expect(displayText('12345', 5)).toBe('12345');
  });

  it('shows nothing that is invisible, and no more than it may', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const shown = displayText(text, 20);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\s\s|^\s|\s$/u);
        expect(Array.from(shown).length).toBeLessThanOrEqual(20);
        expect(displayText(shown, 20)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});
