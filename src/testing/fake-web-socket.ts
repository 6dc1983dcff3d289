/** The server's end of a page's WebSocket. */
export interface FakeWebSocketServer {
  /** What the page has sent, in order. */
  readonly sent: readonly string[];
  /** Delivers a message to the page. */
  readonly deliver: (message: string | ArrayBuffer) => void;
  /** To stand in for the page's global. It opens as soon as the page can hear of it. */
  readonly WebSocket: unknown;
}

interface PageEnd {
  readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly send: (message: string) => void;
  readonly close: () => void;
}

const states = { CONNECTING: 0, OPEN: 1, CLOSED: 3 } as const;

/** A WebSocket without a network: one connection at a time, which never breaks. */
export function createFakeWebSocketServer(): FakeWebSocketServer {
  const sent: string[] = [];
  let page: PageEnd | null = null;

  const open = (): PageEnd => {
    const end: PageEnd = {
      readyState: states.CONNECTING,
      onopen: null,
      onmessage: null,
      send: (message) => void sent.push(message),
      close() {
        end.readyState = states.CLOSED;
      },
    };
    page = end;
    queueMicrotask(() => {
      end.readyState = states.OPEN;
      end.onopen?.();
    });
    return end;
  };

  return {
    sent,
    deliver: (data) => page?.onmessage?.({ data }),
    // An object that a constructor returns takes the place of `this`; an arrow function could not be called with new.
    WebSocket: Object.assign(function () {
      return open();
    }, states),
  };
}
