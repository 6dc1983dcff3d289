import { describe, expect, it } from 'vitest';
import { noRules, type CallRules, type ForwardCondition } from './call-rules.ts';
import { screenCall, type ScreenedCall } from './screen-call.ts';

const fromBob: ScreenedCall = {
  callerUri: 'sip:bob@example.com',
  knownUri: 'sip:bob@example.com',
  request: null,
  isBusy: false,
  ownAddress: 'alice@example.com',
};
const rings = { kind: 'ring', forward: null, answerAfterSec: null };
const toCarol = { kind: 'forward', targetUri: 'sip:carol@example.com' };

const forwarding = (condition: ForwardCondition, target = 'carol'): CallRules => ({
  ...noRules,
  forward: { ...noRules.forward, [condition]: { isOn: true, target } },
});
const answering = (autoAnswer: Partial<CallRules['autoAnswer']>): CallRules => ({
  ...noRules,
  autoAnswer: { ...noRules.autoAnswer, ...autoAnswer },
});

describe('screenCall', () => {
  it('lets every call ring where there is no rule', () => {
    expect(screenCall(noRules, fromBob)).toEqual(rings);
    expect(screenCall(noRules, { ...fromBob, isBusy: true })).toEqual(rings);
  });

  it('forwards always, when busy, and after a while', () => {
    expect(screenCall(forwarding('always'), fromBob)).toEqual(toCarol);
    expect(screenCall(forwarding('whenBusy'), fromBob)).toEqual(rings);
    expect(screenCall(forwarding('whenBusy'), { ...fromBob, isBusy: true })).toEqual(toCarol);
    expect(screenCall({ ...forwarding('whenUnanswered'), unansweredAfterSec: 12 }, fromBob)).toEqual({
      ...rings,
      forward: { targetUri: 'sip:carol@example.com', afterSec: 12 },
    });
  });

  it('cleans what was typed as a target', () => {
    expect(screenCall(forwarding('always', '+1 (555) 010-99'), fromBob)).toEqual({
      kind: 'forward',
      targetUri: 'sip:+155501099@example.com',
    });
  });

  it('turns away whoever calls while nobody is to disturb, or sends them on as when busy', () => {
    const doNotDisturb = { doNotDisturb: true };
    expect(screenCall({ ...noRules, ...doNotDisturb }, fromBob)).toEqual({ kind: 'turnAway' });
    expect(screenCall({ ...forwarding('whenUnanswered'), ...doNotDisturb }, fromBob)).toEqual({
      kind: 'turnAway',
    });
    expect(screenCall({ ...forwarding('whenBusy'), ...doNotDisturb }, fromBob)).toEqual(toCarol);
    expect(screenCall({ ...forwarding('always'), ...doNotDisturb }, fromBob)).toEqual(toCarol);
    const answers = { ...answering({ mode: 'always' }), ...doNotDisturb };
    expect(screenCall(answers, fromBob)).toEqual({ kind: 'turnAway' });
  });

  it.each(['alice', 'sip:alice@EXAMPLE.com:5060', 'bob', 'two words', ''])(
    'forwards nobody to %j, which is who is called, who calls, or nobody',
    (target) => {
      expect(screenCall(forwarding('always', target), fromBob)).toEqual(rings);
    },
  );

  describe('answers by itself', () => {
    const asked = { ...fromBob, request: { kind: 'automatic', afterSec: 2 } } as const;

    it('every call, after a while', () => {
      expect(screenCall(answering({ mode: 'always', afterSec: 7 }), fromBob)).toEqual({
        ...rings,
        answerAfterSec: 7,
      });
    });

    it.each(['bob', 'carol, bob@example.com', 'carol\nsip:bob@example.com'])(
      'a caller among %j who asks for it',
      (allowedCallers) => {
        const rules = answering({ mode: 'whenAsked', allowedCallers });
        expect(screenCall(rules, asked)).toEqual({ ...rings, answerAfterSec: 2 });
        expect(screenCall(rules, fromBob)).toEqual(rings);
      },
    );

    it.each([
      ['off', 'bob', asked],
      ['whenAsked', '', asked],
      ['whenAsked', 'carol', asked],
      ['whenAsked', '*', asked],
      // Bob says so, and no server does.
      ['whenAsked', 'bob', { ...asked, knownUri: null }],
      ['whenAsked', 'bob', { ...asked, knownUri: 'sip:bob@elsewhere.org' }],
      ['whenAsked', 'bob', { ...asked, isBusy: true }],
      ['always', 'bob', { ...asked, isBusy: true }],
      ['always', 'bob', { ...asked, request: { kind: 'manual' } }],
    ] as const)('not where it is %s with %j allowed: %#', (mode, allowedCallers, call) => {
      expect(screenCall(answering({ mode, allowedCallers }), call)).toEqual(rings);
    });
  });
});
