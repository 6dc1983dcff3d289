/** The server's end of a page's WebSocket. */
export interface FakeWebSocketServer {
  /** What the page has sent, in order. */
  readonly sent: readonly string[];
  /** Delivers a message to the page. */
  readonly deliver: (message: string | ArrayBuffer) => void;
  /** Ends the connection, and lets none be opened until it comes back. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
  /** To stand in for the page's global. It opens as soon as the page can hear of it. */
  readonly WebSocket: unknown;
}

interface PageEnd {
  readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null;
  readonly send: (message: string) => void;
  readonly close: () => void;
}

const states = { CONNECTING: 0, OPEN: 1, CLOSED: 3 } as const;

/**
 * A WebSocket without a network: one connection at a time. Another is refused: it comes from a phone of an earlier test, which
 * still tries to tell the end of its calls. `answer` says what the server replies to a message.
 */
export function createFakeWebSocketServer(
  answer: (message: string) => string | null = () => null,
): FakeWebSocketServer {
  const sent: string[] = [];
  let page: PageEnd | null = null;
  let isAway = false;

  const refuse = (end: PageEnd) => {
    end.readyState = states.CLOSED;
    end.onclose?.({ code: 1006, reason: '' });
  };

  const open = (): PageEnd => {
    const end: PageEnd = {
      readyState: states.CONNECTING,
      onopen: null,
      onmessage: null,
      onclose: null,
      send(message) {
        sent.push(message);
        const data = answer(message);
        if (data !== null) queueMicrotask(() => end.onmessage?.({ data }));
      },
      close() {
        end.readyState = states.CLOSED;
      },
    };
    const isTaken = page !== null && page.readyState !== states.CLOSED;
    if (!isTaken) page = end;
    queueMicrotask(() => {
      if (isAway || isTaken) return refuse(end);
      end.readyState = states.OPEN;
      end.onopen?.();
    });
    return end;
  };

  return {
    sent,
    deliver: (data) => page?.onmessage?.({ data }),
    goAway() {
      isAway = true;
      if (page !== null) refuse(page);
    },
    comeBack() {
      isAway = false;
    },
    // An object that a constructor returns takes the place of `this`; an arrow function could not be called with new.
    WebSocket: Object.assign(function () {
      return open();
    }, states),
  };
}
