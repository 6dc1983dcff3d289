import { describe, expect, it } from 'vitest';
import { connect, settings, setUp } from '#testing/phone-bench.ts';
import type { CallId } from '../shared/ids.ts';
import { describeCallEnd } from '../call/call-end-words.ts';
import { noRules, type CallRules } from './call-rules.ts';
import { warningMs } from './waiting-rules.ts';

const secondMs = 1000;
const forward = (rules: Partial<CallRules['forward']>): Partial<CallRules> => ({
  forward: { ...noRules.forward, ...rules },
});
const toCarol = { isOn: true, target: 'carol' };
const redirected = { kind: 'redirect', sessionId: 'session-1', targetUri: 'sip:carol@example.com' };

/** A phone with rules, that may make sound and use the microphone without asking. */
function withRules(rules: Partial<CallRules>) {
  const bench = setUp({ rules });
  bench.microphone.allow();
  const heard: unknown[] = [];
  bench.phone.calls.subscribe(() => heard.push(...bench.callAudio.sounding()));
  return { ...bench, heard };
}
type Bench = ReturnType<typeof withRules>;

const commands = ({ signalling }: Bench) => signalling.commands.filter(({ kind }) => kind !== 'start');
const endOf = ({ onlyCall }: Bench) => describeCallEnd(onlyCall()).sentence;
const waiting = ({ phone }: Bench): CallId => {
  const [callId] = phone.calls.getState().incomingCalls.keys();
  if (callId === undefined) throw new Error('no call waits');
  return callId;
};
const tones = ({ callAudio }: Bench) => callAudio.sounding().filter((what) => typeof what === 'string');

describe('do not disturb', () => {
  it('turns a call away with 480 before anything is heard or shown of it, and leaves a missed call', () => {
    const bench = withRules({ doNotDisturb: true });
    const waited: number[] = [];
    bench.phone.calls.subscribe(({ incomingCalls }) => waited.push(incomingCalls.size));
    bench.signalling.incoming();
    expect(commands(bench)).toEqual([{ kind: 'reject', sessionId: 'session-1', sipCode: 480 }]);
    expect(bench.heard).toEqual([]);
    expect(Math.max(...waited)).toBe(0);
    expect(bench.onlyCall().state).toBe('Terminated');
    expect(endOf(bench)).toBe('You missed a call from Bob, because do not disturb was on.');
    expect(bench.events.some(({ kind }) => kind === 'IncomingCall')).toBe(false);
    expect(bench.hooks).toEqual(['ringing', 'failed']);
  });

  it('holds for calls that come after it was switched on', () => {
    const bench = withRules({});
    bench.signalling.incoming();
    bench.phone.callRules.change({ doNotDisturb: true });
    expect(tones(bench)).toEqual(['ring']);
    bench.signalling.incoming();
    expect(commands(bench)).toMatchObject([{ kind: 'reject', sessionId: 'session-2', sipCode: 480 }]);
  });
});

describe('forwarding', () => {
  it('sends a call on by 302 before it rings', () => {
    const bench = withRules(forward({ always: toCarol }));
    bench.signalling.incoming();
    expect(commands(bench)).toEqual([redirected]);
    expect(bench.heard).toEqual([]);
    expect(endOf(bench)).toBe('The call from Bob was forwarded to carol@example.com.');
  });

  it('when busy sends on what comes during a call', async () => {
    const bench = withRules(forward({ whenBusy: toCarol }));
    await connect(bench);
    const sessionId = bench.signalling.incoming();
    expect(commands(bench).at(-1)).toEqual({ ...redirected, sessionId });
    expect(tones(bench)).toEqual([]);
  });

  it('sends on what nobody has answered, and not what somebody has', () => {
    const bench = withRules(forward({ whenUnanswered: toCarol }));
    bench.signalling.incoming();
    bench.clock.advance(noRules.unansweredAfterSec * secondMs - 1);
    expect(commands(bench)).toEqual([]);
    bench.clock.advance(1);
    expect(commands(bench)).toEqual([redirected]);
    expect(tones(bench)).toEqual([]);
    bench.signalling.incoming();
    bench.phone.reject(waiting(bench));
    bench.clock.advance(noRules.unansweredAfterSec * secondMs);
    expect(commands(bench).filter(({ kind }) => kind === 'redirect')).toEqual([redirected]);
  });

  it('by hand sends on a call that waits, and leaves it where the target is nonsense', () => {
    const bench = withRules({});
    bench.signalling.incoming();
    expect(() => bench.phone.forward(waiting(bench), 'two words')).toThrow('call/invalid-target');
    expect(tones(bench)).toEqual(['ring']);
    bench.phone.forward(waiting(bench), 'carol');
    expect(commands(bench)).toEqual([redirected]);
    expect(endOf(bench)).toBe('The call from Bob was forwarded to carol@example.com.');
  });
});

it('a call is refused as busy by hand', () => {
  const bench = withRules({});
  bench.signalling.incoming();
  bench.phone.reject(waiting(bench), 'busy');
  expect(commands(bench)).toEqual([{ kind: 'reject', sessionId: 'session-1', sipCode: 486 }]);
  expect(endOf(bench)).toBe('Bob was told that you are busy.');
});

describe('answering by itself', () => {
  const always = (afterSec: number): Partial<CallRules> => ({
    autoAnswer: { ...noRules.autoAnswer, mode: 'always', afterSec },
  });
  const isAccepted = (bench: Bench) => commands(bench).some(({ kind }) => kind === 'accept');

  async function ring(bench: Bench, afterSec: number) {
    bench.signalling.incoming();
    const callId = waiting(bench);
    bench.clock.advance(afterSec * secondMs);
    // The microphone's permission is looked at.
    await Promise.resolve();
    return callId;
  }

  it('rings, then warns in place of the ring, and only then opens the microphone to the caller', async () => {
    const bench = withRules(always(3));
    bench.signalling.incoming();
    const callId = waiting(bench);
    expect(bench.phone.autoAnswers.getState().get(callId)).toEqual({ phase: 'due', atMs: 3000 });
    expect(tones(bench)).toEqual(['ring']);
    bench.clock.advance(3000);
    await Promise.resolve();
    expect(tones(bench)).toEqual(['auto-answer']);
    expect(bench.callAudio.outputOf('auto-answer')).toBe(bench.callAudio.outputOf('ring'));
    expect(isAccepted(bench)).toBe(false);
    bench.clock.advance(warningMs);
    await expect.poll(() => isAccepted(bench)).toBe(true);
    expect(tones(bench)).toEqual([]);
    expect(bench.phone.autoAnswers.getState().get(callId)).toEqual({ phase: 'answered' });
  });

  it('at once when an allowed caller asks for it, never when somebody else does', async () => {
    const autoAnswer = { mode: 'whenAsked', allowedCallers: 'bob', afterSec: 3 } as const;
    const bench = withRules({ autoAnswer });
    bench.signalling.incoming({ from: '<sip:eve@example.com>', headers: { 'Answer-Mode': 'Auto' } });
    expect(bench.phone.autoAnswers.getState().size).toBe(0);
    bench.phone.reject(waiting(bench));
    bench.signalling.incoming({ headers: { 'Call-Info': '<sip:x>;answer-after=0' } });
    bench.clock.advance(0);
    await Promise.resolve();
    bench.clock.advance(warningMs);
    await expect.poll(() => isAccepted(bench)).toBe(true);
  });

  it('is left to the person who takes it back, or decides sooner', async () => {
    const bench = withRules(always(3));
    bench.signalling.incoming();
    bench.phone.cancelAutoAnswer(waiting(bench));
    bench.clock.advance(10_000);
    expect(tones(bench)).toEqual(['ring']);
    bench.phone.reject(waiting(bench));
    const callId = await ring(bench, 3);
    bench.phone.reject(callId);
    expect(tones(bench)).toEqual([]);
    bench.clock.advance(10_000);
    expect(isAccepted(bench)).toBe(false);
    expect(bench.phone.autoAnswers.getState().size).toBe(0);
  });

  it('does not happen beside another call, neither one before it nor one that comes meanwhile', async () => {
    const bench = withRules(always(3));
    await connect(bench);
    bench.signalling.incoming();
    bench.clock.advance(10_000);
    expect(isAccepted(bench)).toBe(false);

    const other = withRules(always(3));
    other.signalling.incoming();
    other.signalling.incoming();
    other.clock.advance(10_000);
    await Promise.resolve();
    expect(isAccepted(other)).toBe(false);
    expect(other.phone.autoAnswers.getState().size).toBe(0);
  });

  it('does not happen where the person cannot be warned, or the browser would ask for the microphone', async () => {
    const silent = withRules(always(0));
    silent.signalling.incoming();
    silent.callAudio.block();
    silent.clock.advance(0);
    await Promise.resolve();
    silent.clock.advance(warningMs);
    expect(isAccepted(silent)).toBe(false);

    const asks = setUp({ rules: always(0) });
    asks.signalling.incoming();
    asks.clock.advance(0);
    await Promise.resolve();
    asks.clock.advance(warningMs);
    expect(asks.signalling.commands.some(({ kind }) => kind === 'accept')).toBe(false);
  });
});

it('what was dialled last is known again after a reload, to who dialled it', async () => {
  const { phone } = setUp();
  phone.placeCall(' +1 (555) 010-99 ');
  expect(phone.lastDialled.getState()).toBe('+1 (555) 010-99');
  expect(() => phone.placeCall('two words')).toThrow('call/invalid-target');
  expect(phone.lastDialled.getState()).toBe('+1 (555) 010-99');
  await phone.signOut();
  phone.signIn({ ...settings, address: 'bob@example.com' });
  expect(phone.lastDialled.getState()).toBe('');
  phone.signIn(settings);
  expect(phone.lastDialled.getState()).toBe('+1 (555) 010-99');
});
