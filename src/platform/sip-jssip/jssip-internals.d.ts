/** A dialog (RFC 3261 §12), of which JsSIP has no types, with what is used of it. */
declare module 'jssip/lib/Dialog.js' {
  export default class Dialog {
    constructor(owner: object, message: object, type: 'UAC' | 'UAS');
    /** Why there is none. */
    readonly error?: string;
    sendRequest(method: string): unknown;
    terminate(): void;
  }
}

/** Sends a request, and once more with credentials where it is challenged. */
declare module 'jssip/lib/RequestSender.js' {
  import type { UA } from 'jssip';

  /** The INVITE that begins a call. */
  export interface InitialInvite {
    cseq: number;
    readonly clone: () => InitialInvite;
    readonly setHeader: (name: string, value: string) => void;
  }
  export default class RequestSender {
    constructor(
      ua: UA,
      request: InitialInvite,
      handlers: {
        readonly onRequestTimeout: () => void;
        readonly onTransportError: () => void;
        readonly onAuthenticated: (request: InitialInvite) => void;
        readonly onReceiveResponse: (response: object) => void;
      },
    );
    send(): void;
  }
}
