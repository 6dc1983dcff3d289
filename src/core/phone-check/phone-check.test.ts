import { describe, expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeCallBook } from '#testing/fake-call-book.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import { createFakeCallAudio, createFakeMicrophone } from '#testing/fake-media.ts';
import { createFakeNetwork } from '#testing/fake-network.ts';
import type { AccountSettings, IceServer } from '../config/phone-config.ts';
import { createOutputTest } from '../devices/output-test.ts';
import { accountIdOf, nobody, type AccountsState } from '../registration/account-state.ts';
import type { RegistrationState } from '../registration/registration-state.ts';
import { createStore } from '../shared/store.ts';
import { countProblems, missingSoundWay } from './check-state.ts';
import { createPhoneCheck } from './phone-check.ts';

const stun: IceServer = { urls: 'stun:stun.example.com' };
const turn: IceServer = { urls: ['turn:turn.example.com'], username: 'u', credential: 'c' };

function setUp(iceServers: readonly IceServer[] = []) {
  const clock = createFakeClock();
  const [network, microphone, callAudio] = [
    createFakeNetwork(),
    createFakeMicrophone(),
    createFakeCallAudio(),
  ];
  const accounts = createStore<AccountsState>(nobody);
  const book = createFakeCallBook();
  let refreshed = 0;
  const check = createPhoneCheck({
    network,
    microphone,
    callAudio,
    soundDevices: {
      refresh() {
        refreshed += 1;
        return Promise.resolve();
      },
    },
    testOutput: createOutputTest(callAudio, clock),
    accounts,
    calls: book.store,
    config: { defaultServer: 'wss://deployment.example.com', iceServers },
    clock,
  });
  const signIn = (address: string, servers: readonly string[], registration: RegistrationState) => {
    const settings: AccountSettings = {
      address,
      servers,
      displayName: null,
      credentials: { kind: 'password', password: 'secret' },
    };
    const accountId = accountIdOf(settings);
    accounts.setState((state) => ({
      ...state,
      accounts: new Map(state.accounts).set(accountId, { accountId, settings, registration }),
    }));
  };
  const problems = () => {
    const state = check.store.getState();
    return state === null ? 'no check' : countProblems(state, accounts.getState());
  };
  return { check, clock, network, microphone, callAudio, book, signIn, problems, refreshed: () => refreshed };
}

/** Lets everything happen that waits for no clock. */
const settle = async () => {
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
};

describe('a check', () => {
  it('hears the person, lets go of the microphone, and then plays a tone', async () => {
    const { check, clock, microphone, callAudio, problems, refreshed } = setUp();
    callAudio.setLevel(0.001);
    check.start();
    await settle();
    expect(check.store.getState()?.microphone).toEqual({ phase: 'listening' });
    expect([microphone.open(), callAudio.sounding(), refreshed()]).toEqual([1, [], 1]);
    expect(check.rms()).toBe(0.001);
    callAudio.setLevel(0.2);
    clock.advance(50);
    await settle();
    expect(check.store.getState()?.microphone).toEqual({ phase: 'heard' });
    expect([microphone.open(), callAudio.metered(), check.rms()]).toEqual([0, 0, 0]);
    expect(callAudio.sounding()).toEqual(['ringback']);
    expect(problems()).toBeNull();
    check.answerTone(true);
    expect(problems()).toBe(0);
  });

  it('says that nothing was heard, and closes the microphone all the same', async () => {
    const { check, clock, microphone, callAudio, problems } = setUp();
    callAudio.setLevel(0.001);
    check.start();
    await settle();
    clock.advance(8000);
    await settle();
    expect(check.store.getState()?.microphone).toEqual({ phase: 'silent' });
    expect(microphone.open()).toBe(0);
    check.answerTone(false);
    expect(problems()).toBe(2);
    clock.advance(2000);
    expect(callAudio.sounding()).toEqual([]);
    check.playTone();
    await settle();
    expect(callAudio.sounding()).toEqual(['ringback']);
    expect(check.store.getState()?.speaker).toBe('asking');
  });

  it('says why there is no microphone, and plays the tone nevertheless', async () => {
    const { check, microphone, callAudio } = setUp();
    microphone.failWith('media/permission-denied');
    check.start();
    await settle();
    expect(check.store.getState()).toMatchObject({
      microphone: { phase: 'failed', error: { code: 'media/permission-denied' } },
      speaker: 'asking',
    });
    expect(callAudio.sounding()).toEqual(['ringback']);
  });

  it('leaves nothing open when it is stopped, also while the browser asks', async () => {
    const { check, clock, microphone, callAudio } = setUp();
    callAudio.setLevel(0);
    check.start();
    await settle();
    check.stop();
    clock.advance(9000);
    await settle();
    expect([microphone.open(), callAudio.metered(), callAudio.sounding()]).toEqual([0, 0, []]);

    const allow = microphone.hold();
    check.start();
    await settle();
    check.stop();
    allow();
    await settle();
    expect([check.store.getState(), microphone.open()]).toEqual([null, 0]);
  });

  it('is about the last start only', async () => {
    const { check, clock, microphone, callAudio } = setUp();
    callAudio.setLevel(0);
    check.start();
    await settle();
    check.start();
    await settle();
    expect(microphone.open()).toBe(1);
    clock.advance(50);
    expect(check.store.getState()?.microphone).toEqual({ phase: 'listening' });
  });

  it('plays nothing into a call, and leaves its microphone alone', async () => {
    const { check, clock, microphone, callAudio, book, problems } = setUp();
    const ofCall = await microphone.acquire(() => undefined);
    book.add(buildCall({ state: 'Connected' }));
    check.start();
    await settle();
    clock.advance(50);
    await settle();
    expect(check.store.getState()?.speaker).toBe('in-call');
    expect([callAudio.sounding(), microphone.live()]).toEqual([[], [ofCall.source]]);
    expect(problems()).toBe(0);
  });

  it('says that the browser holds back sound', async () => {
    const { check, callAudio } = setUp();
    Object.assign(callAudio, { unlock: () => Promise.resolve(callAudio.block()) });
    check.start();
    await settle();
    expect([check.store.getState()?.speaker, callAudio.sounding()]).toEqual(['blocked', []]);
  });
});

describe('the servers', () => {
  it('are the deployment’s, or the given one, where nobody is signed in', async () => {
    const { check, network } = setUp();
    check.start();
    check.start('wss://typed.example.com');
    await settle();
    expect(network.reached).toEqual(['wss://deployment.example.com', 'wss://typed.example.com']);
    expect(check.store.getState()?.server).toEqual({ phase: 'reached' });
  });

  it('are those of each account, of which one is enough', async () => {
    const { check, network, signIn, problems, microphone } = setUp();
    microphone.failWith('media/no-microphone');
    signIn('alice@example.com', ['wss://a1', 'wss://a2'], { status: 'registered' });
    signIn('bob@example.org', ['wss://b'], { status: 'connecting', error: null });
    network.closed.set('wss://a1', 'signalling/server-unreachable');
    check.start();
    await settle();
    expect(check.store.getState()?.server).toEqual({ phase: 'reached' });
    check.answerTone(true);
    expect(problems()).toBeNull();

    const error = { code: 'registration/refused' } as const;
    signIn('bob@example.org', ['wss://b'], { status: 'connecting', error });
    expect(problems()).toBe(2);

    signIn('bob@example.org', ['wss://b'], { status: 'failed', error });
    network.closed.set('wss://b', 'signalling/server-unreachable');
    network.setPageReachable(false);
    check.start();
    await settle();
    expect(check.store.getState()?.server).toEqual({
      phase: 'failed',
      error: { code: 'signalling/server-unreachable', details: 'wss://b' },
      isPageReachable: false,
    });
    check.answerTone(true);
    // The microphone, the server and the account.
    expect(problems()).toBe(3);
  });
});

describe('the ways of sound', () => {
  it.each([
    ['are the device’s own without a server', [], ['host'], null],
    ['do not need a STUN server beside a relay', [stun, turn], ['host', 'relay'], null],
    ['lack the relay', [stun, turn], ['host', 'srflx'], 'relay'],
    ['lack what STUN tells', [stun], ['host'], 'srflx'],
    ['are none', [stun], [], 'everything'],
    ['may be the relay alone', [turn], ['relay'], null],
  ] as const)('%s', async (_what, iceServers, found, missing) => {
    const { check, network } = setUp(iceServers);
    network.give(found);
    check.start();
    await settle();
    const soundWay = check.store.getState()?.soundWay ?? { phase: 'checking' };
    expect(missingSoundWay(soundWay)).toBe(missing);
    expect(soundWay).toMatchObject({ phase: 'gathered', found });
  });
});
