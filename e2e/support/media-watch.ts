import { expect, type Page } from '@playwright/test';

interface WatchedPage {
  readonly watchedMedia: {
    readonly streams: MediaStream[];
    readonly connections: RTCPeerConnection[];
  };
}

/** Makes a page remember every microphone and peer connection that it opens. Before the page is opened. */
export async function watchMedia(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // The empty page that Firefox begins with has no microphone.
    if (!isSecureContext) return;
    const watchedMedia: WatchedPage['watchedMedia'] = { streams: [], connections: [] };
    Object.assign(globalThis, { watchedMedia } satisfies WatchedPage);
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      watchedMedia.streams.push(stream);
      return stream;
    };
    const { prototype } = MediaStream;
    const clone = Reflect.get<MediaStream, 'clone'>(prototype, 'clone');
    Reflect.set(prototype, 'clone', function cloneAndNote(this: MediaStream) {
      const copy = clone.call(this);
      watchedMedia.streams.push(copy);
      return copy;
    });
    const NativePeerConnection = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends NativePeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        watchedMedia.connections.push(this);
      }
    };
  });
}

/** Unplugs the page's microphone, as far as the page can tell; the browser has another one. */
export const unplugMicrophone = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { streams } = (globalThis as unknown as WatchedPage).watchedMedia;
    const tracks = streams.flatMap((stream) => stream.getAudioTracks());
    for (const track of tracks) track.stop();
    for (const track of tracks) track.dispatchEvent(new Event('ended'));
  });

/** Takes the page's microphone out of its calls: their packets end. */
export const stopSending = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { connections } = (globalThis as unknown as WatchedPage).watchedMedia;
    const senders = connections.flatMap((connection) => connection.getSenders());
    await Promise.all(senders.map((sender) => sender.replaceTrack(null)));
  });

/**
 * A network that can lose every packet of the page's calls, both ways; what the page says to its server comes through. Before
 * the page calls: the browser asks for it when a connection is made.
 */
export async function openMediaNetwork(
  page: Page,
): Promise<{ readonly goAway: () => Promise<void>; readonly comeBack: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const lose = async (packetLoss: number): Promise<void> => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: 1e9,
      uploadThroughput: 1e9,
      packetLoss,
    });
  };
  await session.send('Network.enable');
  await lose(0);
  return { goAway: () => lose(100), comeBack: () => lose(0) };
}

/** The name that the page's first call has given to its way through the network (RFC 8839 §5.4): another one after an ICE restart. */
export const readIceUfrag = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const [connection] = (globalThis as unknown as WatchedPage).watchedMedia.connections;
    return /^a=ice-ufrag:(.*)$/m.exec(connection?.localDescription?.sdp ?? '')?.[1];
  });

/** Waits until every track that the page ever opened is stopped and every peer connection is closed. */
export async function expectNothingOpen(page: Page): Promise<void> {
  const open = () =>
    page.evaluate(() => {
      const { streams, connections } = (globalThis as unknown as WatchedPage).watchedMedia;
      return {
        tracks: streams
          .flatMap((stream) => stream.getTracks())
          .filter(({ readyState }) => readyState === 'live').length,
        connections: connections.filter(({ signalingState }) => signalingState !== 'closed').length,
      };
    });
  await expect.poll(open).toEqual({ tracks: 0, connections: 0 });
}

/** Waits until more sound has come in at the page than until now. */
export async function expectSoundComes(page: Page): Promise<void> {
  const heard = () =>
    page.evaluate(async () => {
      const { connections } = (globalThis as unknown as WatchedPage).watchedMedia;
      const reports = await Promise.all(connections.map((connection) => connection.getStats()));
      return reports
        .flatMap((report) => [...report.values()] as readonly (RTCStats & { totalAudioEnergy?: number })[])
        .filter(({ type }) => type === 'inbound-rtp')
        .reduce((sum, { totalAudioEnergy = 0 }) => sum + totalAudioEnergy, 0);
    });
  // What is still in the jitter buffer when the sound stops is less than this: a quarter of a second of the tone.
  const soFar = await heard();
  await expect.poll(heard).toBeGreaterThan(soFar + 0.001);
}
