import type { SdpDirection } from '#core/media/audio-direction.ts';

const session = `v=0\r
o=far 1 1 IN IP4 192.0.2.1\r
s=-\r
t=0 0\r
a=group:BUNDLE 0\r
`;
const audio = `m=audio 9 UDP/TLS/RTP/SAVPF 111 126\r
c=IN IP4 0.0.0.0\r
a=mid:0\r
a=ice-ufrag:farE\r
a=ice-pwd:farEndfarEndfarEndfarEndfa\r
a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}\r
a=rtcp-mux\r
a=rtpmap:111 opus/48000/2\r
a=rtpmap:126 telephone-event/8000\r
a=candidate:1 1 udp 2130706431 192.0.2.1 9 typ host\r
`;

/** Descriptions of a far end whose packets never come: for what is between two telephones only. */
export const silentOffer = `${session}${audio}a=setup:actpass\r\na=sendrecv\r\n`;
export const silentAnswer = (direction: SdpDirection = 'sendrecv', setup: 'active' | 'passive' = 'active') =>
  `${session}${audio}a=setup:${setup}\r\na=${direction}\r\n`;
