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
