import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift';

/** A WebRTC peer without a browser: it sends the payloads that it is given and keeps those that it hears. */
export interface MediaPeer {
  /** A complete offer of Opus, PCMU and PCMA. */
  readonly offer: (direction?: 'sendrecv' | 'sendonly' | 'inactive') => Promise<string>;
  readonly accept: (answer: string) => Promise<void>;
  readonly connected: Promise<void>;
  /** Sends one packet of 20 ms. */
  readonly send: (payload: Buffer) => void;
  /** Resolves with the next `count` payloads. */
  readonly hear: (count: number) => Promise<readonly Buffer[]>;
  readonly heard: () => number;
  /** Vanishes without a word. */
  readonly close: () => Promise<void>;
}

export function createMediaPeer(): MediaPeer {
  const peer = new RTCPeerConnection({
    codecs: {
      audio: [
        new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }),
        new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8000, channels: 1, payloadType: 0 }),
        new RTCRtpCodecParameters({ mimeType: 'audio/PCMA', clockRate: 8000, channels: 1, payloadType: 8 }),
      ],
    },
    iceServers: [],
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
  const track = new MediaStreamTrack({ kind: 'audio' });
  const transceiver = peer.addTransceiver(track, { direction: 'sendrecv' });
  let sequence = 0;
  let heard = 0;
  const listeners = new Set<(payload: Buffer) => void>();
  const remotes = new Set<MediaStreamTrack>();
  peer.onTrack.subscribe((remote) => {
    // werift 0.24 tells of the same track again after every renegotiation.
    if (remotes.has(remote)) return;
    remotes.add(remote);
    remote.onReceiveRtp.subscribe(({ payload }) => {
      heard += 1;
      for (const listener of listeners) listener(payload);
    });
  });
  const connected = new Promise<void>((resolve) => {
    peer.connectionStateChange.subscribe((state) => {
      if (state === 'connected') resolve();
    });
  });

  return {
    connected,
    async offer(direction = 'sendrecv') {
      transceiver.setDirection(direction);
      await peer.setLocalDescription(await peer.createOffer());
      return peer.localDescription?.sdp ?? '';
    },
    accept: (sdp) => peer.setRemoteDescription({ type: 'answer', sdp }),
    send(payload) {
      const header = new RtpHeader({
        sequenceNumber: sequence,
        timestamp: sequence * 960,
        marker: sequence === 0,
      });
      sequence += 1;
      track.writeRtp(new RtpPacket(header, payload));
    },
    hear: (count) =>
      new Promise((resolve) => {
        const payloads: Buffer[] = [];
        const listener = (payload: Buffer) => {
          payloads.push(payload);
          if (payloads.length < count) return;
          listeners.delete(listener);
          resolve(payloads);
        };
        listeners.add(listener);
      }),
    heard: () => heard,
    close: () => peer.close(),
  };
}
