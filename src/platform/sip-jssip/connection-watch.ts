/** After so long without a message the server is asked whether it is there. Servers and proxies close what is idle for a minute. */
const quietMs = 25_000;
/** How long it may take to say so, and after the network has changed, when it is likely to be gone. */
const answerMs = 10_000;
const answerOnOtherNetworkMs = 4000;

/** Watches a connection that may be gone without anybody having said so: a laptop that slept, another network. */
export interface ConnectionWatch {
  readonly start: () => void;
  /** A message came: whatever it is, the connection lives. */
  readonly onMessage: () => void;
  readonly stop: () => void;
}

/** Makes a watch. `ask` sends something that has to be answered; `onDead` is called when nothing comes. */
export function createConnectionWatch(ask: () => void, onDead: () => void): ConnectionWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watching = new AbortController();

  const waitFor = (durationMs: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, durationMs);
  };
  const askWithin = (patienceMs: number) => {
    waitFor(patienceMs, onDead);
    ask();
  };
  const onMessage = () => waitFor(quietMs, () => askWithin(answerMs));
  const onOtherNetwork = () => askWithin(answerOnOtherNetworkMs);

  return {
    start() {
      watching = new AbortController();
      addEventListener('online', onOtherNetwork, { signal: watching.signal });
      onMessage();
    },
    onMessage,
    stop() {
      watching.abort();
      clearTimeout(timer);
    },
  };
}
