import { createFakeWebSocketServer, type FakeWebSocketServer } from './fake-web-socket.ts';
import { readSip, type SipText } from './sip-text.ts';

/** What of a message is not made up. */
export interface MessageParts {
  /** Whole lines, which take the place of those of the same name. */
  readonly headers?: readonly string[];
  /** An SDP, unless a Content-Type is among the headers. */
  readonly body?: string;
}

/** One call between the phone and the peer, from the peer's side. */
export interface RawCall {
  /** The INVITE that began it. */
  readonly invite: SipText;
  /** The phone's next message in it that begins with this, of those that were not taken yet: `BYE`, `SIP/2.0 200`. */
  readonly next: (start: string) => Promise<SipText>;
  /** Whether such a message has come and was not taken. */
  readonly has: (start: string) => boolean;
  /** Answers a request of the phone's, its INVITE unless told. */
  readonly reply: (
    status: string,
    parts?: MessageParts & { readonly to?: SipText; readonly tag?: string },
  ) => void;
  /** Sends a request within the dialog. An ACK or CANCEL is that of the peer's INVITE. */
  readonly request: (method: string, parts?: MessageParts) => SipText;
}

/**
 * A SIP server and the far end behind it, in one. They register the phone and answer its OPTIONS; all else they say is
 * what the test says, however wrong.
 */
export interface RawPeer extends Pick<FakeWebSocketServer, 'WebSocket' | 'goAway' | 'comeBack'> {
  /** Everything that the phone has sent. */
  readonly sent: readonly string[];
  /** Sends these very characters. */
  readonly say: (message: string) => void;
  /** Calls the phone. */
  readonly call: (parts?: MessageParts) => RawCall;
  /** Waits until the phone calls. */
  readonly called: () => Promise<RawCall>;
  /** From now on the connection is open, and nothing comes out of it. */
  readonly fallSilent: () => void;
}

const patienceMs = 5000;
let count = 0;
const unique = (what: string) => `${what}${(count += 1)}`;

const withLines = (start: string, made: readonly string[], { headers = [], body = '' }: MessageParts) => {
  const nameOf = (line: string) => line.slice(0, line.indexOf(':')).toLowerCase();
  const given = new Set(headers.map(nameOf));
  const type = body === '' ? [] : ['Content-Type: application/sdp'];
  const length = `Content-Length: ${new TextEncoder().encode(body).length}`;
  const lines = [...made, ...type, length].filter((line) => !given.has(nameOf(line)));
  return `${[start, ...lines, ...headers].join('\r\n')}\r\n\r\n${body}`;
};

/** Makes the peer of a phone whose user is `user`. */
export function createRawPeer(user: string): RawPeer {
  const received: SipText[] = [];
  const waiting: {
    readonly wants: (message: SipText) => boolean;
    readonly take: (message: SipText) => void;
  }[] = [];
  let isSilent = false;

  const answerTo = (request: SipText, status: string, parts: MessageParts, tag?: string) => {
    const to = request.header('To') ?? '';
    const made = [
      ...request.headers('Via').map((value) => `Via: ${value}`),
      `From: ${request.header('From')}`,
      `To: ${/;\s*tag=/.test(to) || tag === undefined ? to : `${to};tag=${tag}`}`,
      `Call-ID: ${request.header('Call-ID')}`,
      `CSeq: ${request.header('CSeq')}`,
      ...(request.method === 'INVITE' ? ['Contact: <sip:far@far.invalid;transport=ws>'] : []),
    ];
    return withLines(`SIP/2.0 ${status}`, made, parts);
  };

  const server = createFakeWebSocketServer((text) => {
    const message = readSip(text);
    if (isSilent) return null;
    if (message.method === 'REGISTER') {
      return answerTo(message, '200 OK', { headers: [`Contact: ${message.header('Contact')}`] }, 'registrar');
    }
    if (message.method === 'OPTIONS') return answerTo(message, '200 OK', {}, 'registrar');
    const index = waiting.findIndex(({ wants }) => wants(message));
    const [next] = index === -1 ? [] : waiting.splice(index, 1);
    if (next === undefined) received.push(message);
    else next.take(message);
    return null;
  });

  const takeNext = (what: string, wants: (message: SipText) => boolean): Promise<SipText> => {
    const index = received.findIndex(wants);
    const [found] = index === -1 ? [] : received.splice(index, 1);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const there = () => received.map(({ text }) => text.slice(0, text.indexOf('\r\n'))).join(', ');
      const timer = setTimeout(
        () => reject(new Error(`${what} did not come; not taken: ${there()}`)),
        patienceMs,
      );
      waiting.push({
        wants,
        take(message) {
          clearTimeout(timer);
          resolve(message);
        },
      });
    });
  };

  const openCall = (invite: SipText, isOurs: boolean, tag: string): RawCall => {
    const callId = invite.header('Call-ID');
    const isIn = (start: string) => (message: SipText) =>
      message.header('Call-ID') === callId && message.text.startsWith(start);
    // What the phone's own To or From, with its tag, and its Contact are.
    let phone = isOurs ? (invite.header('To') ?? '') : (invite.header('From') ?? '');
    let target = isOurs ? `sip:${user}@localhost` : contactOf(invite);
    let cseq = 1;
    const learn = (message: SipText): SipText => {
      if (isOurs && message.status !== null && /;\s*tag=/.test(message.header('To') ?? '')) {
        phone = message.header('To') ?? '';
        target = contactOf(message) || target;
      }
      return message;
    };
    return {
      invite,
      next: async (start) => learn(await takeNext(start, isIn(start))),
      has: (start) => received.some(isIn(start)),
      reply(status, { to = invite, tag: own = tag, ...parts } = {}) {
        server.deliver(answerTo(to, status, parts, own));
      },
      request(method, parts = {}) {
        const isOfInvite = method === 'ACK' || method === 'CANCEL';
        if (!isOfInvite) cseq += 1;
        const ofInvite = method === 'CANCEL' ? (invite.header('Via') ?? '') : undefined;
        const peer = isOurs
          ? (invite.header('From') ?? '')
          : `${(invite.header('To') ?? '').replace(/;\s*tag=.*/, '')};tag=${tag}`;
        const text = withLines(
          `${method} ${target} SIP/2.0`,
          [
            `Via: ${ofInvite ?? `SIP/2.0/WS far.invalid;branch=${unique('z9hG4bK')}`}`,
            'Max-Forwards: 70',
            `From: ${peer}`,
            `To: ${method === 'CANCEL' ? invite.header('To') : phone}`,
            `Call-ID: ${callId}`,
            `CSeq: ${cseq} ${method}`,
            'Contact: <sip:far@far.invalid;transport=ws>',
          ],
          parts,
        );
        server.deliver(text);
        return readSip(text);
      },
    };
  };

  return {
    sent: server.sent,
    WebSocket: server.WebSocket,
    goAway: server.goAway,
    comeBack: server.comeBack,
    say: server.deliver,
    call(parts = {}) {
      const tag = unique('far');
      const text = withLines(
        `INVITE sip:${user}@localhost SIP/2.0`,
        [
          `Via: SIP/2.0/WS far.invalid;branch=${unique('z9hG4bK')}`,
          'Max-Forwards: 70',
          `From: "Far" <sip:far@localhost>;tag=${tag}`,
          `To: <sip:${user}@localhost>`,
          `Call-ID: ${unique('call')}`,
          'CSeq: 1 INVITE',
          'Contact: <sip:far@far.invalid;transport=ws>',
        ],
        parts,
      );
      const invite = readSip(text);
      const call = openCall(invite, true, tag);
      server.deliver(text);
      return call;
    },
    async called() {
      const invite = await takeNext('INVITE', (message) => message.text.startsWith('INVITE'));
      return openCall(invite, false, unique('far'));
    },
    fallSilent() {
      isSilent = true;
    },
  };
}

const contactOf = (message: SipText): string => /<(.*?)>/.exec(message.header('Contact') ?? '')?.[1] ?? '';
