import { describe, expect, it } from 'vitest';
import { cleanNotes, longestNotes } from './notes.ts';

describe('notes', () => {
  it('keep their lines and lose what nobody can see', () => {
    expect(cleanNotes(' call back\r\nabout\tthe \u0000\u001b[31minvoice\u202e 👩‍🚀 \n')).toBe(
      'call back\nabout\tthe [31minvoice 👩‍🚀',
    );
  });

  it('are cut where they are too long', () => {
    expect(cleanNotes('x'.repeat(longestNotes + 1))).toHaveLength(longestNotes);
  });
});
