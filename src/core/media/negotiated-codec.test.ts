import { expect, it } from 'vitest';
import { negotiatedCodec } from './negotiated-codec.ts';

const sdp = (types: string, ...lines: string[]) =>
  ['v=0', 's=-', 't=0 0', `m=audio 9 UDP/TLS/RTP/SAVPF ${types}`, ...lines, ''].join('\r\n');
const opus = 'a=rtpmap:111 opus/48000/2';
const events = 'a=rtpmap:101 telephone-event/8000';

it.each([
  ['the first that both have', sdp('111 8 0', opus), sdp('0 8'), { name: 'PCMU', clockRateHz: 8000 }],
  [
    'by name, whatever its number',
    sdp('111 0', opus),
    sdp('96', 'a=rtpmap:96 OPUS/48000/2'),
    { name: 'OPUS', clockRateHz: 48000 },
  ],
  [
    'and no telephone event',
    sdp('111 101', opus, events),
    sdp('101 111', events, opus),
    { name: 'opus', clockRateHz: 48000 },
  ],
  ['none where they have none in common', sdp('0'), sdp('8'), null],
  ['none without a description', null, sdp('8'), null],
])('is %s', (_what, local, remote, codec) => {
  expect(negotiatedCodec(local, remote)).toEqual(codec);
});
