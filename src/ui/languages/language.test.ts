import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFakeKeptText } from '#testing/fake-audio-devices.ts';
import { english, setWords, words } from '../words.ts';
import { formatShare } from '../shared/format.ts';
import { createLanguage } from './language.ts';
import { knownLanguages, localeOf, pickLanguage } from './known-languages.ts';

afterEach(() => {
  setWords(english);
  vi.restoreAllMocks();
});

const setUp = (wanted: readonly string[], kept = createFakeKeptText()) => {
  const root = { lang: 'en', dir: 'ltr' };
  return { root, kept, language: createLanguage({ kept, wanted, root }) };
};

describe('the language of the page', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'es-MX'], 'es'],
    [['AR-eg'], 'ar'],
    [['fr', 'nl'], 'en'],
    [[], 'en'],
  ] as const)('for a browser that wants %j is %s', (wanted, expected) => {
    expect(pickLanguage(wanted)).toBe(expected);
  });

  it('follows the browser until another one is chosen, and remembers that', async () => {
    const { language, kept, root } = setUp(['de-AT']);
    await language.begin();
    expect(words.call.hangUp).toBe('Auflegen');
    expect(formatShare(0.0123)).toMatch(/^1,2/);

    await language.choose('ar');
    expect(words.call.hangUp).toBe('إنهاء');
    expect(root).toEqual({ lang: 'ar', dir: 'rtl' });

    const next = setUp(['de-AT'], kept);
    await next.language.begin();
    expect(next.language.store.getState()).toMatchObject({ language: 'ar', chosen: 'ar' });

    await next.language.choose(null);
    expect(next.language.store.getState()).toMatchObject({ language: 'de', chosen: null });
    expect(next.root).toEqual({ lang: 'de', dir: 'ltr' });
  });

  it('is the one that was chosen last, whichever comes last', async () => {
    let arrive: (() => void) | undefined;
    const { load } = knownLanguages.de;
    vi.spyOn(knownLanguages.de, 'load').mockImplementation(async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return load();
    });
    const { language, kept } = setUp(['en']);
    const german = language.choose('de');
    await language.choose('es');
    arrive?.();
    await german;
    expect(words.call.hangUp).toBe('Colgar');
    expect(language.store.getState().chosen).toBe('es');
    expect(kept.read()).toBe('es');
  });

  it('is English where the wanted one cannot be fetched, and stays as it is when another cannot', async () => {
    vi.spyOn(knownLanguages.de, 'load').mockRejectedValue(new TypeError('Failed to fetch'));
    const { language, root } = setUp(['de']);
    await language.begin();
    expect(words.call.hangUp).toBe('Hang up');
    await language.choose('es');
    await expect(language.choose('de')).rejects.toThrow('Failed to fetch');
    expect(words.call.hangUp).toBe('Colgar');
    expect(root.lang).toBe('es');
  });

  it('is not taken from what somebody else kept under its name', async () => {
    const { language } = setUp(['en'], createFakeKeptText('<script>'));
    await language.begin();
    expect(language.store.getState().language).toBe('en');
  });
});

describe('dates and numbers', () => {
  it('are written as in the region of the person, in the digits of the keypad', () => {
    expect(localeOf('de', ['fr', 'de-AT'])).toBe('de-AT-u-nu-latn');
    expect(localeOf('en', ['de-DE'])).toBe('en-u-nu-latn');
    expect(new Intl.NumberFormat(localeOf('ar', ['ar-EG'])).format(42)).toBe('42');
  });
});
