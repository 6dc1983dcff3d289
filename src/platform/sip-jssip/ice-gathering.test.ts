import { EventEmitter } from 'node:events';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IceServer } from '#core/config/phone-config.ts';
import { capIceGathering } from './ice-gathering.ts';

/** A session that gathers: `ready` reports the local description, as JsSIP's does. */
const stun = [{ urls: 'stun:stun.example.com' }];
const turn = [...stun, { urls: ['turn:turn.example.com'], username: 'u', credential: 'c' }];

function gather(iceServers: readonly IceServer[]) {
  const session = new EventEmitter();
  capIceGathering(session as unknown as RTCSession, iceServers);
  const ready = vi.fn<() => void>(() => session.emit('sdp', { originator: 'local', type: 'offer', sdp: '' }));
  const found = (type: string, protocol = 'udp') =>
    session.emit('icecandidate', { candidate: { type, protocol }, ready });
  return { found, ready };
}

describe('capIceGathering', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['srflx', stun],
    ['relay', turn],
  ] as const)('is content with a %s candidate where the servers give none better', (type, iceServers) => {
    const { found, ready } = gather(iceServers);
    found('host');
    found(type);
    expect(ready).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(ready).toHaveBeenCalledTimes(1);
  });

  it('waits for the relayed candidate where there is a TURN server', () => {
    const { found, ready } = gather(turn);
    found('host');
    found('srflx');
    expect(ready).not.toHaveBeenCalled();
    found('relay');
    expect(ready).toHaveBeenCalledTimes(1);
  });

  it('waits half a second for a server that does not answer', () => {
    const { found, ready } = gather(stun);
    found('host');
    vi.advanceTimersByTime(400);
    found('host');
    expect(ready).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(ready).toHaveBeenCalledTimes(1);
  });

  it('takes the host candidates without TCP where there is no server', () => {
    const { found, ready } = gather([]);
    found('host');
    vi.advanceTimersByTime(8);
    found('host');
    vi.advanceTimersByTime(8);
    expect(ready).not.toHaveBeenCalled();
    found('host', 'tcp');
    vi.advanceTimersByTime(2);
    expect(ready).toHaveBeenCalledTimes(1);
  });

  it('gives a later offer its own patience', () => {
    const { found, ready } = gather(stun);
    found('srflx');
    found('host');
    vi.advanceTimersByTime(499);
    expect(ready).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(ready).toHaveBeenCalledTimes(2);
  });
});
