import type { DTMFOptions, RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import type { LiveSession } from './live-session.ts';
import { refer, sendDigits, sendDigitsAsInfo } from './session-commands.ts';

const unheard = () => undefined;

const liveWith = (session: object): LiveSession => ({
  session: session as unknown as RTCSession,
  ended: new Promise(() => undefined),
  inTurn: createSerialQueue(),
  endOffer: null,
});

describe('refer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A transfer that the peer has taken on; it tells what the test says. */
  async function openTransfer() {
    const listeners: (readonly [string, (data: object) => void])[] = [];
    const subscription = {
      on: (name: string, listener: (data: object) => void) => listeners.push([name, listener]),
    };
    const events: SessionEvent[] = [];
    const accepted = refer(
      liveWith({ refer: () => subscription }),
      'sip:carol@example.com',
      undefined,
      (event) => events.push(event),
    );
    const tell = (name: string, data = {}) => {
      for (const [heard, listener] of listeners) if (heard === name) listener(data);
    };
    tell('requestSucceeded');
    await accepted;
    const statuses = () =>
      events.map((event) => (event.kind === 'transferProgressed' ? event.status : event.kind));
    return { tell, statuses };
  }

  it('has failed when the peer says nothing of it for 90 seconds', async () => {
    const { tell, statuses } = await openTransfer();
    vi.advanceTimersByTime(89_000);
    tell('progress');
    vi.advanceTimersByTime(89_999);
    expect(statuses()).toEqual(['Accepted', 'Ringing']);
    vi.advanceTimersByTime(1);
    expect(statuses().at(-1)).toEqual({ Failed: '408 Request Timeout' });
  });

  it('is over when the peer says so', async () => {
    const { tell, statuses } = await openTransfer();
    tell('accepted');
    vi.advanceTimersByTime(100_000);
    expect(statuses()).toEqual(['Accepted', 'Completed']);
  });
});

describe('sendDigits', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A call whose browser plays what the test says. */
  function openCall(canInsertDTMF = true) {
    const dtmf = Object.assign(new EventTarget(), { canInsertDTMF });
    const connection = Object.assign(new EventTarget(), {
      connectionState: 'connected',
      getSenders: () => [{ track: { kind: 'audio' }, dtmf }],
    });
    const sent: (readonly [string, DTMFOptions])[] = [];
    const sendDTMF = (tones: string, options: DTMFOptions) => void sent.push([tones, options]);
    return {
      live: liveWith({ connection, isEnded: () => false, sendDTMF }),
      sent,
      digits: () => sent.map(([tones]) => tones).join(''),
      fallSilent: () => dtmf.dispatchEvent(Object.assign(new Event('tonechange'), { tone: '' })),
    };
  }

  it.each(['disconnected', 'failed'])(
    'keeps nobody waiting in a call that is %s',
    async (connectionState) => {
      const connection = Object.assign(new EventTarget(), { connectionState });
      const live = liveWith({ connection, isEnded: () => false });
      await expect(sendDigits(live, '1', unheard)).rejects.toThrow('call/not-possible-now');
    },
  );

  it('sends tones of 100 ms, each with 70 ms of silence after it, as telephone events', async () => {
    const { live, sent, digits, fallSilent } = openCall();
    const sending = sendDigits(live, '1#', unheard);
    await vi.waitUntil(() => digits() === '1');
    fallSilent();
    await vi.waitUntil(() => digits() === '1#');
    fallSilent();
    await sending;
    for (const [, options] of sent) {
      expect(options).toEqual({ duration: 100, interToneGap: 70, transportType: 'RFC2833' });
    }
  });

  it('says so when the browser plays no further, and the next in turn begins', async () => {
    const { live, digits, fallSilent } = openCall();
    const sentDigits: string[] = [];
    const sending = live.inTurn(() => sendDigits(live, '123', (digit) => sentDigits.push(digit)));
    const failure = sending.catch(toPhoneErrorDetail);
    const next = live.inTurn(() => Promise.resolve('held'));
    await vi.waitUntil(() => digits() === '1');
    fallSilent();
    await vi.waitUntil(() => digits() === '12');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await failure).toMatchObject({ code: 'call/not-possible-now' });
    expect(await next).toBe('held');
    expect(digits()).toBe('12');
    expect(sentDigits).toEqual(['1']);
  });

  it('asks the browser for no tone where it can send none', async () => {
    const { live, sent } = openCall(false);
    await expect(sendDigits(live, '1', unheard)).rejects.toThrow('call/not-possible-now');
    expect(sent).toEqual([]);
  });
});

describe('sendDigitsAsInfo', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A call whose peer answers each INFO as the test says. */
  function openCall() {
    const sent: (readonly [string, DTMFOptions])[] = [];
    let hear: ((event: object) => void) | undefined;
    let answers = new Map<string, (data: object) => void>();
    const live = liveWith({
      isEnded: () => false,
      once: (_name: string, listener: (event: object) => void) => (hear = listener),
      sendDTMF(tones: string, options: DTMFOptions) {
        sent.push([tones, options]);
        answers = new Map();
        hear?.({ dtmf: { on: (name: string, told: (data: object) => void) => answers.set(name, told) } });
      },
    });
    return {
      live,
      sent,
      digits: () => sent.map(([tones]) => tones).join(''),
      agree: () => answers.get('succeeded')?.({}),
      refuse: () =>
        answers.get('failed')?.({
          response: { status_code: 415, reason_phrase: 'Unsupported Media Type' },
        }),
    };
  }

  it('sends tones of 100 ms, the next one 70 ms after, when the peer has taken the one before', async () => {
    const { live, sent, digits, agree } = openCall();
    const sending = sendDigitsAsInfo(live, '12', unheard);
    agree();
    await vi.advanceTimersByTimeAsync(169);
    expect(digits()).toBe('1');
    await vi.advanceTimersByTimeAsync(1);
    expect(digits()).toBe('12');
    agree();
    await vi.advanceTimersByTimeAsync(170);
    await sending;
    for (const [, options] of sent) {
      expect(options).toEqual({ duration: 100, interToneGap: 70, transportType: 'INFO' });
    }
  });

  it.each(['1', '123'])(
    'says so when the peer refuses the first of %s, and the next in turn begins',
    async (typed) => {
      const { live, digits, refuse } = openCall();
      const sending = live.inTurn(() => sendDigitsAsInfo(live, typed, unheard));
      const failure = sending.catch(toPhoneErrorDetail);
      const next = live.inTurn(() => Promise.resolve('held'));
      await vi.waitUntil(() => digits() === '1');
      refuse();
      expect(await failure).toMatchObject({
        code: 'call/refused-by-peer',
        details: '415 Unsupported Media Type',
      });
      expect(await next).toBe('held');
      await vi.advanceTimersByTimeAsync(1000);
      expect(digits()).toBe('1');
    },
  );
});
