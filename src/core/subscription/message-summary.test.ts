import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessageSummary } from './message-summary.ts';

const parse = (...lines: readonly string[]) => parseMessageSummary(lines.join('\r\n'), 'example.com');

describe('a message summary', () => {
  it('says how many wait, and where (RFC 3842 §5.2)', () => {
    expect(
      parse(
        'Messages-Waiting: yes',
        'Message-Account: sip:alice@vmail.example.com',
        'Voice-Message: 4/8 (1/2)',
      ),
    ).toEqual({ isWaiting: true, newCount: 4, voicemailUri: 'sip:alice@vmail.example.com' });
  });

  it('says that nothing waits', () => {
    expect(parse('messages-waiting:no')).toEqual({ isWaiting: false, newCount: null, voicemailUri: null });
  });

  it.each([
    ['*97', 'sip:*97@example.com'],
    ['sip:a@b?Replaces=x', 'sip:a@b'],
    ['<b>sip:a@b</b>', null],
  ])('takes %s as the place %s', (account, voicemailUri) => {
    expect(parse('Messages-Waiting: yes', `Message-Account: ${account}`)?.voicemailUri).toBe(voicemailUri);
  });

  it('counts to 9999', () => {
    expect(parse('Messages-Waiting: yes', 'Voice-Message: 123456789/0')?.newCount).toBe(9999);
    expect(parse('Messages-Waiting: yes', 'Voice-Message: -4/8')?.newCount).toBeNull();
  });

  it.each(['', 'Messages-Waiting: perhaps', 'Voice-Message: 4/8', '<xml/>'])('is nothing for %j', (body) => {
    expect(parse(body)).toBeNull();
  });

  it('is nothing, or something that can be shown and called, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parse(text)?.isWaiting).toBeUndefined();
        const summary = parse('Messages-Waiting: yes', `Message-Account: ${text}`, `Voice-Message: ${text}`);
        expect(summary?.newCount ?? 0).toBeGreaterThanOrEqual(0);
        expect(summary?.voicemailUri ?? 'sip:').toMatch(/^(?:sips?|tel):/);
      }),
    );
  });
});
