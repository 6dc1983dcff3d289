import { describe, expect, it } from 'vitest';
import type { AccountEvent } from '../signalling/signalling-port.ts';
import { transitionRegistration, type RegistrationState } from './registration-state.ts';

const lost = { code: 'signalling/transport-lost' } as const;
const unreachable = { code: 'signalling/server-unreachable' } as const;
const wrongPassword = { code: 'registration/wrong-password' } as const;

const play = (...events: readonly AccountEvent[]): RegistrationState =>
  events.reduce<RegistrationState>((state, event, index) => transitionRegistration(state, event, index), {
    status: 'offline',
  });

describe('transitionRegistration', () => {
  it('is registered once the registrar says so, and not when the connection is there', () => {
    expect(play({ kind: 'connecting' }, { kind: 'connected' })).toEqual({
      status: 'connecting',
      error: null,
    });
    expect(play({ kind: 'connecting' }, { kind: 'connected' }, { kind: 'registered' })).toEqual({
      status: 'registered',
    });
  });

  it('keeps why a first connection does not come about', () => {
    expect(
      play({ kind: 'connecting' }, { kind: 'disconnected', error: unreachable }, { kind: 'connecting' }),
    ).toEqual({
      status: 'connecting',
      error: unreachable,
    });
  });

  it('reconnects after a loss and counts from the first moment of it', () => {
    const state = play(
      { kind: 'registered' },
      { kind: 'disconnected', error: lost },
      { kind: 'connecting' },
      { kind: 'disconnected', error: unreachable },
      { kind: 'connected' },
    );
    expect(state).toEqual({ status: 'reconnecting', sinceMs: 1, error: lost });
    expect(transitionRegistration(state, { kind: 'registered' }, 9)).toEqual({ status: 'registered' });
  });

  it('says why a sign-in failed, until the next attempt', () => {
    const failed = play({ kind: 'connecting' }, { kind: 'registrationFailed', error: wrongPassword });
    expect(failed).toEqual({ status: 'failed', error: wrongPassword });
    expect(transitionRegistration(failed, { kind: 'disconnected', error: lost }, 1)).toBe(failed);
    expect(transitionRegistration(failed, { kind: 'connecting' }, 1)).toEqual({
      status: 'connecting',
      error: null,
    });
  });
});
