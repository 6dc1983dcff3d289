import { expect, test } from 'vitest';
import { offeredCodecs } from './sdp-offer.ts';

const sdp = (...lines: readonly string[]) => ['v=0', 's=-', ...lines, ''].join('\r\n');

test('codecs are found by their static payload types or by rtpmap', () => {
  const offer = sdp(
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 0 8 101',
    'a=rtpmap:111 opus/48000/2',
    'a=rtpmap:101 telephone-event/8000',
  );
  expect([...offeredCodecs(offer)].sort()).toEqual(['PCMA', 'PCMU', 'opus']);
});

test('only the first audio line counts', () => {
  const offer = sdp('m=audio 9 RTP/AVP 3', 'm=video 9 RTP/AVP 0', 'a=rtpmap:111 opus/48000/2');
  expect([...offeredCodecs(offer)]).toEqual([]);
  expect([...offeredCodecs(sdp('m=video 9 RTP/AVP 0'))]).toEqual([]);
  expect([...offeredCodecs('')]).toEqual([]);
});
