import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutatedText } from '#testing/mutated-text.ts';
import { silentOffer } from '#testing/silent-sdp.ts';
import { patience, setUpRawStage } from '#testing/raw-stage.ts';

const stage = setUpRawStage();

/** A well-formed INVITE whose lines a test replaces. */
const invite = (lines: Readonly<Record<string, string>> = {}, body = silentOffer): string => {
  const made = {
    Via: 'SIP/2.0/WS far.invalid;branch=z9hG4bKmalformed',
    'Max-Forwards': '70',
    From: '"Far" <sip:far@localhost>;tag=far',
    To: '<sip:alice@localhost>',
    'Call-ID': 'malformed',
    CSeq: '1 INVITE',
    Contact: '<sip:far@far.invalid;transport=ws>',
    'Content-Type': 'application/sdp',
    'Content-Length': String(body.length),
    ...lines,
  };
  const written = Object.entries(made).filter(([, value]) => value !== '');
  return `INVITE sip:alice@localhost SIP/2.0\r\n${written.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const responses = () => stage.peer.sent.filter((text) => text.startsWith('SIP/2.0'));
const has = (status: number) => responses().some((text) => text.startsWith(`SIP/2.0 ${status}`));

/** A call that rings is answered and ended as any other. */
async function expectGoodCall() {
  const { call, callId } = await stage.ringAndAccept();
  call.request('BYE');
  await expect.poll(() => stage.callOf(callId)?.state, patience).toBe('Terminated');
}

describe('an INVITE', () => {
  it.each([
    ['from a telephone number', { From: '<tel:+15551234567>;tag=far' }],
    ['from a name in unquoted UTF-8', { From: 'Жанна <sip:far@localhost>;tag=far' }],
    ['from a name with a NUL', { From: '"F\0ar" <sip:far@localhost>;tag=far' }],
    ['from nonsense', { From: '@@@ nobody;tag=far' }],
    ['to a telephone number', { To: '<tel:+15550000>' }],
    ['of a length below zero', { 'Content-Length': '-5' }],
    ['without Max-Forwards', { 'Max-Forwards': '' }],
    ['without a length', { 'Content-Length': '' }],
  ])('%s rings', async (_what, lines) => {
    stage.peer.say(invite(lines));
    await expect.poll(() => has(180), patience).toBe(true);
    expect(stage.theCall().state).toBe('IncomingPending');
    stage.phone.reject(stage.theCall().callId);
    await expectGoodCall();
  });

  it.each([
    ['that requires nonsense', invite({ Require: 'nonsense' }), 420],
    ['with an SDP that is none', invite({}, 'v=0\r\nnonsense\r\n'), 488],
    ['with plain RTP', invite({}, silentOffer.replace(/a=fingerprint.*\r\n/, '')), 488],
    ['with another body', invite({ 'Content-Type': 'text/html' }), 415],
    ['without a Contact', invite({ Contact: '' }), 500],
    ['that ends too soon', invite({ 'Content-Length': '9999' }), 400],
    ['to somebody else', invite().replace('INVITE sip:alice', 'INVITE sip:mallory'), 404],
    ['in place of an unknown call', invite({ Replaces: 'x;from-tag=y;to-tag=z' }), 481],
  ])('%s is refused, and rings nowhere', async (_what, message, status) => {
    stage.peer.say(message);
    await expect.poll(() => has(status), patience).toBe(true);
    expect(has(180)).toBe(false);
    expect(stage.liveCalls()).toEqual([]);
    await expectGoodCall();
  });
});

describe('a message', () => {
  it.each([
    ['nothing', ''],
    ['a line break', '\r\n\r\n'],
    ['half a request', 'INVITE sip:alice@local'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a request without headers', 'OPTIONS sip:alice@localhost SIP/2.0\r\n\r\n'],
    ['an answer to nothing', invite().replace('INVITE sip:alice@localhost SIP/2.0', 'SIP/2.0 200 OK')],
    ['an end of nothing', invite({ CSeq: '1 BYE' }).replace('INVITE', 'BYE')],
    ['a method that is none', invite({ CSeq: '1 NONSENSE' }).replace('INVITE', 'NONSENSE')],
    ['a megabyte', 'A'.repeat(1_000_000)],
  ])('that is %s disturbs nobody', async (_what, message) => {
    stage.peer.say(message);
    expect(stage.liveCalls()).toEqual([]);
    await expectGoodCall();
  });

  it('that is damaged, in a call and outside, neither throws nor leaves a ghost', async () => {
    const { call, callId } = await stage.ringAndAccept();
    const within = (method: string, lines: readonly string[] = []) =>
      call.request(method, { headers: lines }).text;
    const seeds = [
      invite(),
      within('INFO', ['Content-Type: application/dtmf-relay']),
      within('NOTIFY', ['Event: refer']),
      within('REFER', ['Refer-To: <sip:carol@localhost>']),
      within('OPTIONS'),
      within('UPDATE'),
    ];
    fc.assert(
      fc.property(mutatedText(seeds), (message) => {
        // As it comes out of a frame: in UTF-8 (RFC 6455 §8.1).
        stage.peer.say(decoder.decode(encoder.encode(message)));
        for (const { callId: ringing, state } of stage.liveCalls()) {
          if (state === 'IncomingPending') stage.phone.reject(ringing);
        }
      }),
      { numRuns: 500, endOnFailure: true },
    );
    expect(stage.liveCalls().every((live) => live.callId === callId)).toBe(true);
    stage.phone.hangUp(callId);
    await expectGoodCall();
  });
});
