import type { RTCSession } from 'jssip/lib/RTCSession';
import { expect, it } from 'vitest';
import { keepDtlsRole } from './dtls-role.ts';

const sdp = (role: string) => `m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=setup:${role}\r\na=mid:0\r\n`;

/** What becomes of an answer with `role`, where these were negotiated before. */
function readAnswer(role: string, local: string | null, remote: string | null): string {
  const describe = (known: string | null) => (known === null ? null : { sdp: sdp(known) });
  const event = { type: 'answer', originator: 'remote', sdp: sdp(role) };
  const session = {
    connection: {
      currentLocalDescription: describe(local),
      currentRemoteDescription: describe(remote),
    },
    on: (_name: string, listener: (told: typeof event) => void) => listener(event),
  };
  keepDtlsRole(session as unknown as RTCSession);
  return /setup:(\w+)/.exec(event.sdp)?.[1] ?? '';
}

it('keeps the role of a peer that placed the call, which is not ours', () => {
  expect(readAnswer('actpass', 'active', 'actpass')).toBe('passive');
  expect(readAnswer('actpass', 'passive', 'actpass')).toBe('active');
});

it('keeps the role that the peer chose when it answered', () => {
  expect(readAnswer('actpass', 'actpass', 'active')).toBe('active');
});

it('leaves an answer that says its role, and the first one', () => {
  expect(readAnswer('passive', 'actpass', 'active')).toBe('passive');
  expect(readAnswer('actpass', null, null)).toBe('actpass');
});
