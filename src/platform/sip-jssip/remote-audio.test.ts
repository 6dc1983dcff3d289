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
  const onBegan = vi.fn<() => void>();
  observeRemoteAudio(session as unknown as RTCSession, { onAudio, onBegan });
  const track = Object.assign(new EventTarget(), { kind: 'audio', muted: true });
  connection.dispatchEvent(Object.assign(new Event('track'), { track, streams: [{ id: 'remote' }] }));
  return { session, track, onAudio, onBegan };
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

  it('reports that it has begun with the first packet, once', () => {
    const { track, onBegan } = sessionWithTrack('outgoing');
    expect(onBegan).not.toHaveBeenCalled();
    track.dispatchEvent(new Event('unmute'));
    track.dispatchEvent(new Event('unmute'));
    expect(onBegan).toHaveBeenCalledTimes(1);
  });
});
