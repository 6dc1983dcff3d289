import { EventEmitter } from 'node:events';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { describe, expect, it, vi } from 'vitest';
import { observeRemoteAudio } from './remote-audio.ts';

/** A session whose peer connection has just found the remote party's track. */
function sessionWithTrack(direction: 'incoming' | 'outgoing') {
  const connection = new EventTarget();
  // JsSIP calls a session established as soon as its answer is being made.
  const session = Object.assign(new EventEmitter(), { direction, connection, isEstablished: () => true });
  const onAudio = vi.fn<() => void>();
  observeRemoteAudio(session as unknown as RTCSession, onAudio);
  connection.dispatchEvent(
    Object.assign(new Event('track'), { track: { kind: 'audio' }, streams: [{ id: 'remote' }] }),
  );
  return { session, onAudio };
}

describe('observeRemoteAudio', () => {
  it('keeps the sound of a call that is being answered until it has been', () => {
    const { session, onAudio } = sessionWithTrack('incoming');
    expect(onAudio).not.toHaveBeenCalled();
    session.emit('accepted');
    expect(onAudio).toHaveBeenCalledTimes(1);
  });

  it('reports the early media of a call that was placed at once', () => {
    expect(sessionWithTrack('outgoing').onAudio).toHaveBeenCalledTimes(1);
  });
});
