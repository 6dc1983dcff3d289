import { UA } from 'jssip';

/** How much a page holds of what it has to let go. */
export interface Census {
  /** Peer connections that are not closed, and tracks that are live, wherever they came from. */
  readonly connections: number;
  readonly tracks: number;
  /** Audio nodes that lead somewhere. */
  readonly nodes: number;
  readonly contexts: number;
  /** On whatever is not over itself: a closed connection, an ended track, an element that is on no page. */
  readonly listeners: Readonly<Record<string, number>>;
  /** To the stores of the phone. */
  readonly subscriptions: number;
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

/** Counts from now on. For the whole life of the page: nothing is put back. `watchStores` counts what subscribes to a phone's from then on. */
export function startCensus(): (() => Census) & { readonly watchStores: (phone: object) => void } {
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
  const working = new Set<UA>();
  after(UA.prototype, 'start', (agent) => {
    agents.add(agent);
    working.add(agent);
  });
  after(UA.prototype, 'stop', (agent) => working.delete(agent));
  let subscriptions = 0;
  const watchStores = (phone: object): void => {
    for (const store of Object.values(phone) as readonly unknown[]) {
      if (!isStore(store)) continue;
      const { subscribe } = store;
      store.subscribe = (listener) => {
        subscriptions += 1;
        const undo = subscribe(listener);
        let isOpen = true;
        return () => {
          if (isOpen) subscriptions -= 1;
          isOpen = false;
          undo();
        };
      };
    }
  };
  const isOver = (target: EventTarget): boolean => {
    if (target instanceof Worker) return !workers.has(target);
    if (target instanceof MessagePort) return !ports.has(target);
    return isOverByItself(target);
  };

  const count = () => ({
    connections: connections.filter(({ signalingState }) => signalingState !== 'closed').length,
    tracks: [...tracks].filter(({ readyState }) => readyState === 'live').length,
    nodes: nodes.size,
    contexts: contexts.filter(({ state }) => state !== 'closed').length,
    listeners: {
      ...listenersOn([...listeners.keys()].filter((target) => !isOver(target))),
      ...heardBy(working),
    },
    subscriptions,
    workers: workers.size,
    ports: ports.size,
    longTimers: timers.size,
    ...countSip(agents),
  });
  return Object.assign(count, { watchStores });
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

/** By class of target and event. */
function listenersOn(targets: readonly EventTarget[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const target of targets) {
    for (const key of listeners.get(target) ?? []) {
      const name = `${target.constructor.name} ${key.slice(0, key.indexOf(' '))}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

/** Everything but workers and ports, which do not tell. */
function isOverByItself(target: EventTarget): boolean {
  if (target instanceof RTCPeerConnection) return target.signalingState === 'closed';
  if (target instanceof MediaStreamTrack) return target.readyState === 'ended';
  if (target instanceof MediaStream) {
    return target.getTracks().every(({ readyState }) => readyState === 'ended');
  }
  if (target instanceof Node) return !target.isConnected;
  if (target instanceof AudioNode) return !nodes.has(target);
  // These always end, sooner or later.
  if (target instanceof IDBRequest || target instanceof IDBTransaction) return true;
  return target instanceof AbortSignal && target.aborted;
}

function heardBy(agents: Iterable<UA>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const agent of agents) {
    const emitter = agent as unknown as EventEmitter;
    for (const event of emitter.eventNames()) {
      const name = `UA ${String(event)}`;
      counts[name] = (counts[name] ?? 0) + emitter.listenerCount(event);
    }
  }
  return counts;
}

interface EventEmitter {
  readonly eventNames: () => readonly (string | symbol)[];
  readonly listenerCount: (name: string | symbol) => number;
}

interface WatchedStore {
  subscribe: (listener: (...states: readonly unknown[]) => void) => () => void;
}

const isStore = (value: unknown): value is WatchedStore =>
  typeof value === 'object' && value !== null && 'subscribe' in value && 'getState' in value;

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
