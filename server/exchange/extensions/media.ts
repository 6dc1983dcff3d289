import type * as Werift from 'werift';
import { offeredCodecs, type AudioCodec } from './sdp-offer.ts';
import { packetFrames, startTone } from './tone.ts';

/** `echo` sends back the packets that it hears, `tone` sends a steady 440 Hz. */
export type MediaKind = 'echo' | 'tone';

/** The media end of one call. */
export interface MediaSession {
  /** The answer to the offer that opened it. */
  readonly answer: string;
  /** The answer to a new offer: hold, resume, ICE restart. Rejects for an offer that cannot be met. */
  readonly renegotiate: (offer: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the media end of a call. `onLost` is told when the peer stopped answering.
 * Rejects with NoCommonCodecError, or with whatever the offer's fault was.
 */
export type OpenMedia = (kind: MediaKind, offer: string, onLost: () => void) => Promise<MediaSession>;

/** An offer that holds no codec of the extension. */
export class NoCommonCodecError extends Error {}

/** The media end of a call by werift. A peer counts as lost when its ICE consent has expired: 30 s (RFC 7675). */
export const openWeriftMedia: OpenMedia = async (kind, offer, onLost) => {
  const codec = chooseCodec(kind, offer);
  // Loaded with the first call, since it takes 300 ms and most runs never call an extension.
  const werift = await import('werift');
  const peer = new werift.RTCPeerConnection({
    codecs: { audio: [codecParameters(werift, codec)] },
    iceServers: [],
    iceUseIpv6: false,
    // A machine without a network still talks to itself; werift leaves loopback out unless it is named.
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
  let stop = () => {};

  const answerTo = async (sdp: string): Promise<string> => {
    await peer.setRemoteDescription({ type: 'offer', sdp });
    for (const transceiver of peer.getTransceivers()) transceiver.setDirection('sendrecv');
    await peer.setLocalDescription(await peer.createAnswer());
    return peer.localDescription?.sdp ?? '';
  };
  const maySend = () => {
    const direction = peer.getTransceivers()[0]?.currentDirection;
    return peer.connectionState === 'connected' && (direction === 'sendrecv' || direction === 'sendonly');
  };
  const send = (packet: Werift.RtpPacket) => {
    const [sender] = peer.getSenders();
    // A packet that could not be sent is lost like any other RTP packet.
    if (sender !== undefined && maySend()) sender.sendRtp(packet).catch(() => undefined);
  };

  if (kind === 'echo') {
    const heard = new Set<Werift.MediaStreamTrack>();
    peer.onTrack.subscribe((track) => {
      // werift 0.24 tells of the same track again after every renegotiation.
      if (heard.has(track)) return;
      heard.add(track);
      track.onReceiveRtp.subscribe((packet) => send(packet));
    });
  } else {
    stop = startTone((payload, index) => {
      send(new werift.RtpPacket(toneHeader(werift, index), payload));
    });
  }
  peer.connectionStateChange.subscribe((state) => {
    if (state === 'failed' || state === 'disconnected') onLost();
  });

  const close = async () => {
    stop();
    await peer.close();
  };
  try {
    const renegotiate = async (sdp: string) => {
      // werift would accept an offer without any media and answer with none.
      if (!offeredCodecs(sdp).has(codec)) throw new NoCommonCodecError();
      return answerTo(sdp);
    };
    return { answer: await answerTo(offer), renegotiate, close };
  } catch (error) {
    await close();
    throw error;
  }
};

function chooseCodec(kind: MediaKind, offer: string): AudioCodec {
  const offered = offeredCodecs(offer);
  const wanted: readonly AudioCodec[] = kind === 'echo' ? ['opus', 'PCMU', 'PCMA'] : ['PCMU'];
  const codec = wanted.find((each) => offered.has(each));
  if (codec === undefined) throw new NoCommonCodecError();
  return codec;
}

function codecParameters(werift: typeof Werift, codec: AudioCodec): Werift.RTCRtpCodecParameters {
  if (codec === 'opus') {
    return new werift.RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2 });
  }
  return new werift.RTCRtpCodecParameters({
    mimeType: `audio/${codec}`,
    clockRate: 8000,
    channels: 1,
    payloadType: codec === 'PCMU' ? 0 : 8,
  });
}

const toneHeader = (werift: typeof Werift, index: number): Werift.RtpHeader =>
  new werift.RtpHeader({
    payloadType: 0,
    sequenceNumber: index % 65_536,
    timestamp: (index * packetFrames) % 2 ** 32,
    marker: index === 0,
  });
