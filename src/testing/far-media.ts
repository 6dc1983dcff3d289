import { openToneStream } from './recorder-stage.ts';

/** The media of a far end: a real peer connection. */
export interface FarMedia {
  readonly connection: RTCPeerConnection;
  /** A whole description, with its candidates. */
  readonly offer: (options?: RTCOfferOptions) => Promise<string>;
  readonly answer: (offer: string) => Promise<string>;
  /** Takes the phone's answer. */
  readonly accept: (answer: string) => Promise<void>;
  readonly close: () => void;
}

/** Opens it; it sends a tone, unless told. */
export function openFarMedia(sound = openToneStream(1000)): FarMedia {
  const connection = new RTCPeerConnection();
  for (const track of sound.getTracks()) connection.addTrack(track, sound);
  const describe = async (description: RTCSessionDescriptionInit): Promise<string> => {
    const gathered = new Promise<void>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        // The first UDP candidate of a machine without other networks is all that there will be.
        if (candidate === null || candidate.protocol === 'udp') resolve();
      });
    });
    await connection.setLocalDescription(description);
    if (connection.iceGatheringState !== 'complete') await gathered;
    return connection.localDescription?.sdp ?? '';
  };
  return {
    connection,
    offer: async (options) => describe(await connection.createOffer(options)),
    async answer(offer) {
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      return describe(await connection.createAnswer());
    },
    accept: (answer) => connection.setRemoteDescription({ type: 'answer', sdp: answer }),
    close: () => connection.close(),
  };
}
