import { describe, expect, it } from 'vitest';
import { createFakeKeptText } from '#testing/fake-audio-devices.ts';
import { noRules, parseCallRules } from './call-rules.ts';
import { createKeptRules } from './kept-rules.ts';

const setUp = (text: string | null = null) => {
  const kept = createFakeKeptText(text);
  return { kept, rules: createKeptRules(kept, () => 'alice@example.com') };
};
const always = (target: string, isOn = true) => ({
  forward: { ...noRules.forward, always: { isOn, target } },
});

describe("the person's rules", () => {
  it('are none at first, and the same after a reload', () => {
    const { kept, rules } = setUp();
    expect(rules.store.getState()).toEqual(noRules);
    rules.change({ doNotDisturb: true, ...always('carol') });
    expect(setUp(kept.read()).rules.store.getState()).toEqual({
      ...noRules,
      doNotDisturb: true,
      ...always('carol'),
    });
  });

  it.each([
    ['two words', 'call/invalid-target'],
    ['', 'call/invalid-target'],
    ['alice', 'call/forward-to-self'],
  ])('are not changed by a forwarding to %j', (target, code) => {
    const { kept, rules } = setUp();
    expect(() => rules.change(always(target))).toThrow(code);
    expect(rules.store.getState()).toEqual(noRules);
    expect(kept.read()).toBeNull();
    rules.change(always(target, false));
    expect(rules.store.getState().forward.always).toEqual({ isOn: false, target });
  });
});

describe('parseCallRules', () => {
  it.each([null, '', '{', '[]', '7', '{"forward": null}'])('takes %j for no rules', (text) => {
    expect(parseCallRules(text)).toEqual(noRules);
  });

  it('keeps what makes sense, and no more', () => {
    const text = JSON.stringify({
      doNotDisturb: true,
      forward: {
        always: { isOn: 'yes', target: 7 },
        whenBusy: { isOn: true, target: 'bob' },
        whenUnanswered: 1,
      },
      unansweredAfterSec: 1e9,
      autoAnswer: { mode: 'everything', allowedCallers: '', afterSec: 61 },
      else: true,
    });
    expect(parseCallRules(text)).toEqual({
      ...noRules,
      doNotDisturb: true,
      forward: { ...noRules.forward, whenBusy: { isOn: true, target: 'bob' } },
    });
  });
});
