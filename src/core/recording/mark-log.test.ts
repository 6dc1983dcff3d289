import { describe, expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { createMarkLog } from './mark-log.ts';
import type { RecordingMark } from './recording-mark.ts';

function setUp() {
  const marks: RecordingMark[] = [];
  const time = { ms: 0 };
  const log = createMarkLog(
    () => time.ms,
    (mark) => marks.push(mark),
  );
  const at = (ms: number, act: () => void) => {
    time.ms = ms;
    act();
  };
  return { marks, log, at };
}

const call = buildCall({ state: 'Connected' });

describe('createMarkLog', () => {
  it('tells what begins, and again how long it was', () => {
    const { marks, log, at } = setUp();
    at(10, () => log.follow(call));
    at(1000, () => log.follow({ ...call, onHold: true }));
    at(1500, () => log.follow({ ...call, onHold: true, microphoneMuted: true }));
    at(4000, () => log.follow({ ...call, microphoneMuted: true, remoteOnHold: true }));
    at(5000, () => log.follow({ ...call, microphoneMuted: true, remoteOnHold: true, mediaLost: true }));
    expect(marks).toEqual([
      { kind: 'hold', atMs: 1000, durationMs: null },
      { kind: 'mute', atMs: 1500, durationMs: null },
      { kind: 'hold', atMs: 1000, durationMs: 3000 },
      { kind: 'remote-hold', atMs: 4000, durationMs: null },
      { kind: 'reconnecting', atMs: 5000, durationMs: null },
    ]);
  });

  it('notes each transfer once, when it is asked for', () => {
    const { marks, log, at } = setUp();
    const transfer = { initiator: 'local', targetUri: 'sip:c@x', consultation: null } as const;
    const requested = { ...call, transfer: { ...transfer, status: 'Requested' } as const };
    at(500, () => log.follow(requested));
    at(600, () => log.follow({ ...requested, microphoneMuted: false }));
    at(700, () => log.follow({ ...call, transfer: { ...transfer, status: { Failed: 'busy' } } }));
    at(900, () => log.follow({ ...call, transfer: { ...transfer, status: 'Requested' } }));
    expect(marks.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['transfer', 500],
      ['transfer', 900],
    ]);
  });

  it('takes a pause and its end once', () => {
    const { marks, log, at } = setUp();
    at(0, () => log.set('pause', false));
    at(100, () => log.set('pause', true));
    at(200, () => log.set('pause', true));
    at(300, () => log.set('pause', false));
    expect(marks).toEqual([
      { kind: 'pause', atMs: 100, durationMs: null },
      { kind: 'pause', atMs: 100, durationMs: 200 },
    ]);
  });
});
