import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { CallInfo } from '#core/call/call-info.ts';
import { parseConfig } from '#core/config/parse-config.ts';
import type { CallId } from '#core/shared/ids.ts';
import type { Softphone } from '#core/softphone-types.ts';
import { createRawPeer, type RawCall, type RawPeer } from './raw-peer.ts';
import { silentAnswer, silentOffer } from './silent-sdp.ts';
import { createBrowserSoftphone } from '#app/create-browser-softphone.ts';

/** A whole phone, and on its wire a peer who says what the test says. */
export interface RawStage {
  readonly phone: Softphone;
  readonly peer: RawPeer;
  readonly signIn: () => Promise<void>;
  readonly isRegistered: () => boolean;
  readonly liveCalls: () => readonly CallInfo[];
  /** The only one. */
  readonly theCall: () => CallInfo;
  readonly callOf: (callId: CallId) => CallInfo | undefined;
  /** The phone calls, and the peer has its INVITE. */
  readonly dial: () => Promise<{ readonly callId: CallId; readonly call: RawCall }>;
  /** The phone calls, the peer answers. */
  readonly dialAndAnswer: () => Promise<{ readonly callId: CallId; readonly call: RawCall }>;
  /** The peer calls, the person accepts. */
  readonly ringAndAccept: () => Promise<{ readonly callId: CallId; readonly call: RawCall }>;
}

/** A server is a few round trips away, and the machine may be busy. */
export const patience = { interval: 10, timeout: 10_000 };

/** For what fails before the test looks at it. */
export const attend = <Result>(promise: Promise<Result>): Promise<Result> => {
  void promise.catch(() => undefined);
  return promise;
};

/** Signs a phone in for each test of a file, and out again. Whatever is thrown on the page fails the test. */
export function setUpRawStage(config = '{}'): RawStage {
  let phone: Softphone | undefined;
  let peer: RawPeer | undefined;
  const errors: unknown[] = [];

  beforeAll(async () => {
    ({ softphone: phone } = await createBrowserSoftphone(parseConfig(config, location.origin)));
    addEventListener('error', ({ error }) => errors.push(error));
    addEventListener('unhandledrejection', ({ reason }) => errors.push(reason));
  });

  beforeEach(async () => {
    peer = createRawPeer('alice');
    vi.stubGlobal('WebSocket', peer.WebSocket);
    await stage.signIn();
  });

  afterEach(async () => {
    await stage.phone.signOut();
    vi.unstubAllGlobals();
    expect(stage.liveCalls()).toEqual([]);
    expect(errors.splice(0)).toEqual([]);
  });

  const liveCalls = () => [...stage.phone.calls.getState().liveCalls.values()];
  const theCall = () => {
    const [call, ...others] = liveCalls();
    if (call === undefined || others.length > 0) throw new Error('one live call was expected');
    return call;
  };
  const dial = async () => {
    const callId = stage.phone.placeCall('far');
    return { callId, call: await stage.peer.called() };
  };
  const stage: RawStage = {
    get phone() {
      if (phone === undefined) throw new Error('The phone is there once the tests run.');
      return phone;
    },
    get peer() {
      if (peer === undefined) throw new Error('The peer is there once a test runs.');
      return peer;
    },
    async signIn() {
      stage.phone.signIn({
        address: 'alice@localhost',
        displayName: null,
        credentials: { kind: 'password', password: 'secret' },
        servers: ['ws://raw.invalid/sip'],
      });
      // The first page of a run waits for the SIP stack to be fetched.
      await vi.waitUntil(() => stage.isRegistered(), patience);
    },
    isRegistered: () =>
      [...stage.phone.accounts.getState().accounts.values()].some(
        ({ registration }) => registration.status === 'registered',
      ),
    liveCalls,
    theCall,
    callOf: (callId) => stage.phone.calls.getState().callInfo.get(callId),
    dial,
    async dialAndAnswer() {
      const dialled = await dial();
      dialled.call.reply('180 Ringing');
      dialled.call.reply('200 OK', { body: silentAnswer() });
      await dialled.call.next('ACK');
      return dialled;
    },
    async ringAndAccept() {
      const call = stage.peer.call({ body: silentOffer });
      await call.next('SIP/2.0 180');
      const { callId } = theCall();
      await stage.phone.accept(callId);
      await call.next('SIP/2.0 200');
      call.request('ACK');
      await expect.poll(() => theCall().state, patience).toBe('Connected');
      return { callId, call };
    },
  };
  return stage;
}
