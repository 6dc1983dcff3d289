import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { createOfferLinks } from './offer-links.ts';

/** A browser that lets a page offer itself for links, or does not. */
function setUp({ register = vi.fn<Navigator['registerProtocolHandler']>(), isSecure = true } = {}) {
  vi.stubGlobal('isSecureContext', isSecure);
  vi.stubGlobal('navigator', { registerProtocolHandler: register });
  return register;
}

const base = document.createElement('base');
base.href = 'https://example.com/phone/';
beforeAll(() => document.head.append(base));
afterAll(() => base.remove());
afterEach(() => void vi.unstubAllGlobals());

it.each(['tel', 'sip'] as const)(
  'links of %s open this page, wherever it is, and ask it to call',
  (scheme) => {
    const register = setUp();
    createOfferLinks()?.(scheme);
    expect(register.mock.calls).toEqual([[scheme, 'https://example.com/phone/?call=%s']]);
  },
);

it('are not offered where the browser lets no page open them', () => {
  setUp({ isSecure: false });
  expect(createOfferLinks()).toBeNull();
  setUp();
  vi.stubGlobal('navigator', {});
  expect(createOfferLinks()).toBeNull();
});

it('that the browser refuses are told as a failure of ours', () => {
  const refusal = new DOMException('not for this scheme', 'SecurityError');
  setUp({
    register: vi.fn<Navigator['registerProtocolHandler']>(() => {
      throw refusal;
    }),
  });
  const offer = createOfferLinks();
  let thrown: unknown;
  try {
    offer?.('sip');
  } catch (error) {
    thrown = error;
  }
  expect(toPhoneErrorDetail(thrown)).toEqual({
    code: 'internal/unexpected',
    details: 'SecurityError: not for this scheme',
  });
});
