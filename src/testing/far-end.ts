import { UA, WebSocketInterface } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent } from 'jssip/lib/UA';

/** A telephone at the far end that does what the test tells it to: JsSIP alone, without any of our code. */
export interface FarEnd {
  /** Answers the next call with this sound, and resolves when it is established. */
  readonly answer: (sound: MediaStream) => Promise<RTCSession>;
  /** The digits that came in as telephone events (RFC 4733) so far. */
  readonly digits: () => string;
  readonly close: () => void;
}

/** Registers it. */
export async function openFarEnd(exchangeUrl: string, user: string): Promise<FarEnd> {
  const listener = await listenForDigits();
  const agent = new UA({
    sockets: [new WebSocketInterface(exchangeUrl)],
    uri: `sip:${user}@localhost`,
    password: `${user}-demo`,
    session_timers: false,
  });
  const registered = new Promise<void>((resolve) => {
    agent.on('registered', () => resolve());
  });
  agent.start();
  await registered;
  return {
    answer: (mediaStream) =>
      new Promise((resolve) => {
        agent.once('newRTCSession', ({ session }: IncomingRTCSessionEvent) => {
          session.on('sdp', ({ type }) => {
            if (type === 'offer') listener.observe(session.connection);
          });
          session.on('confirmed', () => resolve(session));
          session.answer({ mediaStream, mediaConstraints: { audio: true, video: false } });
        });
      }),
    digits: listener.digits,
    close() {
      agent.stop();
      listener.close();
    },
  };
}

const watchFrames = `
onrtctransform = ({ transformer: { readable, writable } }) => {
  const watch = new TransformStream({
    transform(frame, controller) {
      const { mimeType, rtpTimestamp } = frame.getMetadata();
      if (mimeType === 'audio/telephone-event') postMessage([rtpTimestamp, new Uint8Array(frame.data)[0]]);
      controller.enqueue(frame);
    },
  });
  readable.pipeThrough(watch).pipeTo(writable);
};
postMessage(null);`;

/** Notes telephone events as they come in, one for each RTP timestamp (RFC 4733 §2.3). */
async function listenForDigits() {
  const events = new Map<number, number>();
  const worker = new Worker(URL.createObjectURL(new Blob([watchFrames])));
  await new Promise<void>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly [number, number] | null>) => {
      if (data === null) resolve();
      else events.set(...data);
    });
  });
  return {
    /** Before the first offer is applied: Chromium gives no frames to a transform that is set in `track` of a connection that sends as well. */
    observe(connection: RTCPeerConnection) {
      for (const receiver of connection.getReceivers()) {
        receiver.transform ??= new RTCRtpScriptTransform(worker);
      }
    },
    /** RFC 4733 §3.2. */
    digits: () => [...events.values()].map((event) => '0123456789*#ABCD'[event]).join(''),
    close: () => worker.terminate(),
  };
}
