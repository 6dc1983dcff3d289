import type { RTCSession } from 'jssip/lib/RTCSession';
import { describe, expect, it } from 'vitest';
import { endWithoutMedia } from './peer-connection.ts';

/** A session with a peer connection whose state the test decides. */
function openSession() {
  const connection = Object.assign(new EventTarget(), { connectionState: 'connected' });
  const ends: unknown[] = [];
  const session = { connection, isEnded: () => ends.length > 0, terminate: (end: unknown) => ends.push(end) };
  endWithoutMedia(session as unknown as RTCSession);
  const become = (state: string) => {
    connection.connectionState = state;
    connection.dispatchEvent(new Event('connectionstatechange'));
  };
  return { become, ends };
}

describe('endWithoutMedia', () => {
  it('lets a call live that may still recover', () => {
    const { become, ends } = openSession();
    become('disconnected');
    become('connected');
    expect(ends).toEqual([]);
  });

  it('ends a call whose media is gone for good, once', () => {
    const { become, ends } = openSession();
    become('failed');
    become('failed');
    expect(ends).toEqual([{ cause: 'RTP Timeout', status_code: 408, reason_phrase: 'RTP Timeout' }]);
  });
});
