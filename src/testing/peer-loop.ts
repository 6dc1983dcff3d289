import { openToneStream } from './recorder-stage.ts';

/** Two peer connections of this page that send each other a tone. */
export interface PeerLoop {
  readonly near: RTCPeerConnection;
  readonly far: RTCPeerConnection;
  /** Samples that came in at each end, without those that were made up for lost ones. */
  readonly heard: () => Promise<readonly [near: number, far: number]>;
  readonly close: () => void;
}

/** Connects them. `prepare` is given the near one while its offer is not made yet. */
export async function openPeerLoop(
  mimeType: string,
  prepare: (near: RTCPeerConnection) => void,
): Promise<PeerLoop> {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate !== null) void to.addIceCandidate(candidate);
    });
  }
  const elements = [near, far].map((connection) => {
    const element = new Audio();
    element.muted = true;
    connection.addEventListener('track', ({ track }) => {
      element.srcObject = new MediaStream([track]);
    });
    return element;
  });
  for (const connection of [near, far]) {
    const [track] = openToneStream(440).getAudioTracks();
    if (track === undefined) throw new Error('a track was expected');
    connection.addTrack(track);
  }
  const codecs = RTCRtpSender.getCapabilities('audio')?.codecs ?? [];
  const chosen = codecs.filter((codec) => codec.mimeType === mimeType);
  near.getTransceivers()[0]?.setCodecPreferences(chosen);

  prepare(near);
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription ?? { type: 'offer' });
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription ?? { type: 'answer' });

  const heardAt = async (connection: RTCPeerConnection): Promise<number> => {
    const reports = [...(await connection.getStats()).values()] as readonly (RTCInboundRtpStreamStats &
      RTCStats)[];
    const inbound = reports.find(({ type }) => type === 'inbound-rtp');
    return (inbound?.totalSamplesReceived ?? 0) - (inbound?.concealedSamples ?? 0);
  };
  return {
    near,
    far,
    heard: () => Promise.all([heardAt(near), heardAt(far)]),
    close() {
      for (const connection of [near, far]) connection.close();
      for (const element of elements) element.srcObject = null;
    },
  };
}
