import { describe, expect, it } from 'vitest';
import { silentOffer } from '#testing/silent-sdp.ts';
import { isUsableOffer } from './usable-offer.ts';

describe('isUsableOffer', () => {
  it('takes the offer of a browser, and an INVITE without one', () => {
    expect(isUsableOffer(silentOffer)).toBe(true);
    expect(isUsableOffer('')).toBe(true);
  });

  it('takes what stands once for all sections', () => {
    const line = /a=fingerprint:.*\r\n/.exec(silentOffer)?.[0] ?? '';
    expect(isUsableOffer(silentOffer.replace(line, '').replace('t=0 0\r\n', `t=0 0\r\n${line}`))).toBe(true);
  });

  it.each([
    ['no SDP', 'nonsense'],
    ['no sections', silentOffer.slice(0, silentOffer.indexOf('m='))],
    ['video only', silentOffer.replace('m=audio', 'm=video')],
    ['a refused section', silentOffer.replace('m=audio 9 ', 'm=audio 0 ')],
    ['no fingerprint', silentOffer.replace(/a=fingerprint.*\r\n/, '')],
    ['no ICE', silentOffer.replace(/a=ice.*\r\n/g, '')],
  ])('refuses %s', (_what, sdp) => {
    expect(isUsableOffer(sdp)).toBe(false);
  });
});
