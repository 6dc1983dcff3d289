/** Moments on a page, in milliseconds since the Unix epoch with fractions, so that two pages of one machine compare. */
export interface Marks {
  readonly navigation: number;
  readonly [name: string]: number | undefined;
}

/**
 * Runs in the page before anything else of it, and notes when things happen: what goes over the WebSocket, what is
 * clicked, when an incoming call (what fits `incoming`) has been painted, and when sound arrives. Given to Playwright as
 * an init script, so it may use nothing from outside itself.
 */
export function installProbe(incoming: string): void {
  const marks: Record<string, number> = { navigation: performance.timeOrigin };
  Object.assign(globalThis, { __marks: marks });
  const now = () => performance.timeOrigin + performance.now();
  const mark = (name: string) => {
    marks[name] ??= now();
  };

  const wordOf = (data: unknown) =>
    typeof data === 'string' ? data.slice(0, data.indexOf(' ', data.startsWith('SIP/2.0 ') ? 8 : 0)) : '';
  const NativeWebSocket = WebSocket;
  globalThis.WebSocket = class extends NativeWebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => mark(`received ${wordOf(data)}`));
    }
    override send(data: Parameters<WebSocket['send']>[0]) {
      mark(`sent ${wordOf(data)}`);
      super.send(data);
    }
  };

  addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button !== null) mark(`clicked ${button.getAttribute('aria-label') ?? button.textContent.trim()}`);
    },
    { capture: true },
  );

  new MutationObserver(() => {
    if (document.querySelector(incoming) === null) return;
    // The task after the next animation frame runs when that frame has been handed to the compositor.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => mark('incoming painted');
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });

  const packetMs = 20;
  // Chromium gives out statistics up to 50 ms old: the first packet is counted back from the last, of which there are 50 a second.
  const noteFirstPacket = async (receiver: RTCRtpReceiver) => {
    const report = await receiver.getStats();
    for (const stats of report.values()) {
      if (stats.type !== 'inbound-rtp' || !(stats.packetsReceived > 0)) continue;
      marks['first RTP'] ??= stats.lastPacketReceivedTimestamp - (stats.packetsReceived - 1) * packetMs;
    }
  };
  // Made here, because it takes longer to make than some of the steps that are timed.
  const context = new AudioContext();
  const listen = (receiver: RTCRtpReceiver, track: MediaStreamTrack) => {
    void context.resume();
    const element = new Audio();
    element.muted = true;
    element.srcObject = new MediaStream([track]);
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(element.srcObject).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const poll = setInterval(() => {
      if (marks['first RTP'] === undefined) void noteFirstPacket(receiver);
      analyser.getFloatTimeDomainData(samples);
      if (samples.some((sample) => Math.abs(sample) > 0.01)) mark('first sound');
      if (marks['first RTP'] !== undefined && marks['first sound'] !== undefined) clearInterval(poll);
    }, 5);
  };
  const NativePeerConnection = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends NativePeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ receiver, track }) => {
        // Not before the call is answered: what the probe does then would be timed with it.
        this.addEventListener('connectionstatechange', () => {
          if (this.connectionState === 'connected') listen(receiver, track);
        });
      });
    }
  };
}
