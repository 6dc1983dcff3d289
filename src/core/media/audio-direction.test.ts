import { describe, expect, it } from 'vitest';
import { negotiatedAudio, readAudioDirection } from './audio-direction.ts';

const sdp = (...lines: readonly string[]) => ['v=0', 's=-', ...lines, ''].join('\r\n');
const audio = 'm=audio 9 UDP/TLS/RTP/SAVPF 111';

describe('the direction of an SDP', () => {
  it.each([
    [sdp(audio, 'a=recvonly'), 'recvonly'],
    [sdp('a=sendonly', audio, 'a=mid:0'), 'sendonly'],
    [sdp('a=sendonly', audio, 'a=sendrecv'), 'sendrecv'],
    [sdp(audio), 'sendrecv'],
    [sdp('m=video 9 RTP/AVP 96', 'a=inactive', audio, 'a=sendonly'), 'sendonly'],
    [sdp('m=audio 0 RTP/AVP 0', 'a=sendrecv'), 'inactive'],
    [sdp('m=video 9 RTP/AVP 96'), null],
    ['', null],
  ])('%j', (text, direction) => {
    expect(readAudioDirection(text)).toBe(direction);
  });

  it('takes two to make something flow', () => {
    expect(negotiatedAudio(sdp(audio, 'a=sendonly'), sdp(audio, 'a=recvonly'))).toBe('SendOnly');
    expect(negotiatedAudio(sdp(audio), null)).toBeNull();
    expect(negotiatedAudio(sdp(audio), 'nonsense')).toBeNull();
  });
});
