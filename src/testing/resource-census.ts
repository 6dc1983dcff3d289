import { UA } from 'jssip';

/** How much a page holds of what it has to let go. */
export interface Census {
  /** Peer connections that are not closed, and tracks that are live, wherever they came from. */
  readonly connections: number;
  readonly tracks: number;
  /** Audio nodes that lead somewhere. */
  readonly nodes: number;
  readonly contexts: number;
  /** On what outlives a call: the window, the document, the devices, the audio context, workers. */
  readonly listeners: number;
  readonly workers: number;
  /** Of message channels, as long as nobody has closed them or given them away. */
  readonly ports: number;
  /** That outlive SIP's own transactions (64·T1), and those that never end. */
  readonly longTimers: number;
  /** Of JsSIP. */
  readonly sessions: number;
  readonly dialogs: number;
}

/** 64·T1 (RFC 3261 §17.1.1.2). */
const transactionMs = 32_000;

/** Counts from now on. For the whole life of the page: nothing is put back. */
export function startCensus(): () => Census {
  const connections: RTCPeerConnection[] = [];
  const tracks = new Set<MediaStreamTrack>();
  const workers = new Set<Worker>();
  const ports = new Set<MessagePort>();
  const contexts: AudioContext[] = [];
  const agents = new Set<UA>();

  replaceClass('RTCPeerConnection', (connection) => connections.push(connection));
  replaceClass('Worker', (worker) => workers.add(worker));
  replaceClass('AudioContext', (context) => contexts.push(context));
  replaceClass('MessageChannel', ({ port1, port2 }) => ports.add(port1).add(port2));
  replaceClass('MediaStreamAudioDestinationNode', ({ stream }) => note(stream));
  const note = (stream: MediaStream) => {
    for (const track of stream.getTracks()) tracks.add(track);
  };
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    note(stream);
    return stream;
  };
  after(MediaStream.prototype, 'clone', (_stream, _args, copy) => note(copy as MediaStream));
  after(MediaStreamTrack.prototype, 'clone', (_track, _args, copy) => tracks.add(copy as MediaStreamTrack));
  after(Worker.prototype, 'terminate', (worker) => workers.delete(worker));
  after(MessagePort.prototype, 'close', (port) => ports.delete(port));
  // A port that is given away is closed by whoever has it.
  const giveAway = (_target: object, [, given]: readonly unknown[]) => {
    const transfer = Array.isArray(given) ? (given as unknown[]) : [];
    for (const object of transfer) if (object instanceof MessagePort) ports.delete(object);
  };
  after(MessagePort.prototype, 'postMessage', giveAway);
  after(Worker.prototype, 'postMessage', giveAway);
  after(UA.prototype, 'start', (agent) => agents.add(agent));

  return () => ({
    connections: connections.filter(({ signalingState }) => signalingState !== 'closed').length,
    tracks: [...tracks].filter(({ readyState }) => readyState === 'live').length,
    nodes: nodes.size,
    contexts: contexts.filter(({ state }) => state !== 'closed').length,
    listeners: listenersOn([window, document, mediaDevices, ...contexts, ...workers]),
    workers: workers.size,
    ports: ports.size,
    longTimers: timers.size,
    ...countSip(agents),
  });
}

const listeners = new Map<EventTarget, Set<string>>();
const nodes = new Set<AudioNode>();
const timers = new Set<number>();

/** What goes on from the first moment. */
export function watchPage(): void {
  const ids = new WeakMap<object, number>();
  let lastId = 0;
  const idOf = (listener: object): number => {
    const id = ids.get(listener) ?? (lastId += 1);
    ids.set(listener, id);
    return id;
  };
  const keyOf = (args: readonly unknown[]): string => {
    const [type, listener, options] = args as Parameters<EventTarget['removeEventListener']>;
    const capture = typeof options === 'object' ? options.capture === true : options === true;
    return `${type} ${listener === null ? 0 : idOf(listener)} ${capture}`;
  };
  after(EventTarget.prototype, 'addEventListener', (target, args) => {
    const [, listener, options] = args as Parameters<EventTarget['addEventListener']>;
    if (listener === null) return;
    const key = keyOf(args);
    const known = listeners.get(target) ?? new Set();
    listeners.set(target, known.add(key));
    if (typeof options !== 'object') return;
    if (options.once === true) listen.call(target, String(args[0]), () => known.delete(key), options);
    if (options.signal !== undefined) listen.call(options.signal, 'abort', () => known.delete(key));
  });
  after(EventTarget.prototype, 'removeEventListener', (target, args) => {
    if (args[1] !== null) listeners.get(target)?.delete(keyOf(args));
  });
  after(AudioNode.prototype, 'connect', (node) => nodes.add(node));
  after(AudioNode.prototype, 'disconnect', (node) => nodes.delete(node));

  const { setTimeout: setOnce, setInterval: setForEver, clearTimeout: clear } = globalThis;
  globalThis.setTimeout = ((run: () => void, delayMs = 0, ...args: unknown[]) => {
    if (delayMs <= transactionMs) return setOnce(run, delayMs, ...args);
    const timer = setOnce(() => {
      timers.delete(timer as unknown as number);
      run();
    }, delayMs);
    timers.add(timer as unknown as number);
    return timer;
  }) as typeof setTimeout;
  globalThis.setInterval = ((run: () => void, everyMs: number, ...args: unknown[]) => {
    const timer = setForEver(run, everyMs, ...args);
    timers.add(timer);
    return timer;
  }) as typeof setInterval;
  globalThis.clearTimeout = globalThis.clearInterval = ((timer: number) => {
    timers.delete(timer);
    clear(timer);
  }) as typeof clearTimeout;
}

const listen = Reflect.get<EventTarget, 'addEventListener'>(EventTarget.prototype, 'addEventListener');

const listenersOn = (targets: readonly EventTarget[]): number =>
  targets.reduce((sum, target) => sum + (listeners.get(target)?.size ?? 0), 0);

function countSip(agents: Iterable<UA>): Pick<Census, 'sessions' | 'dialogs'> {
  let [sessions, dialogs] = [0, 0];
  for (const agent of agents) {
    const { _sessions, _dialogs } = agent as unknown as Record<'_sessions' | '_dialogs', object>;
    sessions += Object.keys(_sessions).length;
    dialogs += Object.keys(_dialogs).length;
  }
  return { sessions, dialogs };
}

/** Calls `look` after each call of a method. */
function after<Target extends object>(
  prototype: Target,
  name: keyof Target & string,
  look: (target: Target, args: readonly unknown[], result: unknown) => void,
): void {
  const method = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
  Reflect.set(prototype, name, function watched(this: Target | undefined, ...args: unknown[]) {
    // A global function is called without a target.
    const target = this ?? (globalThis as unknown as Target);
    const result = method.apply(target, args);
    look(target, args, result);
    return result;
  });
}

type ClassName =
  | 'RTCPeerConnection'
  | 'Worker'
  | 'AudioContext'
  | 'MessageChannel'
  | 'MediaStreamAudioDestinationNode';

/** Calls `look` with each object that a class of the browser makes. */
function replaceClass<Name extends ClassName>(
  name: Name,
  look: (made: InstanceType<(typeof globalThis)[Name]>) => void,
): void {
  Reflect.set(
    globalThis,
    name,
    new Proxy(globalThis[name], {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args, newTarget) as InstanceType<(typeof globalThis)[Name]>;
        look(made);
        return made;
      },
    }),
  );
}
