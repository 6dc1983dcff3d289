import { expect } from 'vitest';
import type { CallId } from '#core/shared/ids.ts';
import { openFarMedia } from './far-media.ts';
import { patience, type RawStage } from './raw-stage.ts';
import type { RawCall } from './raw-peer.ts';
import { silentAnswer, silentOffer } from './silent-sdp.ts';

type Ending = (stage: RawStage) => Promise<void>;

const takeBye = async (call: RawCall) => call.reply('200 OK', { to: await call.next('BYE') });

async function hangUpByPhone({ phone }: RawStage, { callId, call }: { callId: CallId; call: RawCall }) {
  phone.hangUp(callId);
  await takeBye(call);
}

async function ring({ peer, theCall }: RawStage) {
  const call = peer.call({ body: silentOffer });
  await call.next('SIP/2.0 180');
  return { call, callId: theCall().callId };
}

/** The peer agrees to whatever the phone offers next. */
const agree = async (call: RawCall, ...answer: Parameters<typeof silentAnswer>) => {
  call.reply('200 OK', { to: await call.next('INVITE'), body: silentAnswer(...answer) });
  await call.next('ACK');
};

/** Two calls of the phone's, the first of them on hold. */
async function twoCalls(stage: RawStage) {
  const first = await stage.dialAndAnswer();
  const callId = stage.phone.placeCall('carol');
  await agree(first.call, 'recvonly');
  const call = await stage.peer.called();
  call.reply('200 OK', { body: silentAnswer() });
  await call.next('ACK');
  await expect.poll(() => stage.callOf(callId)?.state, patience).toBe('Connected');
  return { first, second: { callId, call } };
}

/** The browser's answer to whoever asks for the microphone. */
async function withMicrophone(answer: () => Promise<MediaStream>, act: () => Promise<void>) {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = answer;
  try {
    await act();
  } finally {
    mediaDevices.getUserMedia = open;
  }
}

const notify = (call: RawCall, status: string) =>
  call.request('NOTIFY', {
    headers: ['Event: refer', 'Content-Type: message/sipfrag'],
    body: `SIP/2.0 ${status}`,
  });

/** Twenty-five ways in which calls end within a moment. */
export const callEndings: Readonly<Record<string, Ending>> = {
  'the caller hangs up': async (stage) => hangUpByPhone(stage, await stage.dialAndAnswer()),
  'the callee hangs up': async (stage) => {
    (await stage.dialAndAnswer()).call.request('BYE');
  },
  'the person hangs up who was called': async (stage) => hangUpByPhone(stage, await stage.ringAndAccept()),
  'the person hangs up before the ACK': async (stage) => {
    const { call, callId } = await ring(stage);
    await stage.phone.accept(callId);
    await call.next('SIP/2.0 200');
    stage.phone.hangUp(callId);
    call.request('ACK');
    await takeBye(call);
  },
  'the caller gives up': async (stage) => {
    const { callId, call } = await stage.dial();
    call.reply('180 Ringing');
    await expect.poll(() => stage.theCall().state, patience).toBe('Ringing');
    stage.phone.hangUp(callId);
    call.reply('200 OK', { to: await call.next('CANCEL') });
    call.reply('487 Request Terminated');
    await call.next('ACK');
  },
  'the caller gives up, and is answered': async (stage) => {
    const { callId, call } = await stage.dial();
    stage.phone.hangUp(callId);
    call.reply('200 OK', { body: silentAnswer() });
    await takeBye(call);
  },
  'the other side gives up': async (stage) => {
    const { call } = await ring(stage);
    call.request('CANCEL');
    await call.next('SIP/2.0 487');
  },
  'it is rejected': async (stage) => {
    const { call, callId } = await ring(stage);
    stage.phone.reject(callId);
    await call.next('SIP/2.0 603');
    call.request('ACK');
  },
  'it is rejected as unusable': async (stage) => {
    const call = stage.peer.call({ body: 'nonsense' });
    await call.next('SIP/2.0 488');
    call.request('ACK');
  },
  'the other side is busy': async (stage) => {
    const { call } = await stage.dial();
    call.reply('486 Busy Here');
    await call.next('ACK');
  },
  'the server wants another interval, and the other side is busy': async (stage) => {
    const { call } = await stage.dial();
    call.reply('180 Ringing');
    call.reply('422 Session Interval Too Small', { headers: ['Min-SE: 3600'] });
    await call.next('ACK');
    const again = await call.next('INVITE');
    call.reply('180 Ringing', { to: again });
    call.reply('486 Busy Here', { to: again });
    await call.next('ACK');
  },
  'the other side sends it on': async (stage) => {
    const { call } = await stage.dial();
    call.reply('302 Moved Temporarily', { headers: ['Contact: <sip:carol@localhost>'] });
    await call.next('ACK');
  },
  'the person forwards it': async (stage) => {
    const { call, callId } = await ring(stage);
    stage.phone.forward(callId, 'carol');
    await call.next('SIP/2.0 302');
    call.request('ACK');
  },
  'the microphone is denied': (stage) =>
    withMicrophone(
      () => Promise.reject(new DOMException('denied', 'NotAllowedError')),
      async () => {
        const callId = stage.phone.placeCall('far');
        await expect.poll(() => stage.callOf(callId)?.end?.cause, patience).toBe('microphone');
      },
    ),
  'the person hangs up while the browser asks': async (stage) => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    let allow = () => {};
    const asked = new Promise<void>((resolve) => {
      allow = resolve;
    });
    await withMicrophone(
      async () => {
        await asked;
        return open({ audio: true });
      },
      async () => {
        stage.phone.hangUp(stage.phone.placeCall('far'));
        allow();
      },
    );
  },
  'the answer has no SDP': async (stage) => {
    const { call } = await stage.dial();
    call.reply('200 OK');
    await takeBye(call);
  },
  'the answer has a bad SDP': async (stage) => {
    const { call } = await stage.dial();
    call.reply('200 OK', { body: 'v=0\r\nnonsense\r\n' });
    await takeBye(call);
  },
  'on hold': async (stage) => {
    const talking = await stage.dialAndAnswer();
    const holding = stage.phone.hold(talking.callId);
    await agree(talking.call, 'recvonly');
    await holding;
    talking.call.request('BYE');
  },
  'it is transferred': async (stage) => {
    const { callId, call } = await stage.dialAndAnswer();
    const transferring = stage.phone.transfer(callId, 'carol');
    call.reply('202 Accepted', { to: await call.next('REFER') });
    await transferring;
    notify(call, '200 OK');
    await takeBye(call);
  },
  'its transfer fails, and it goes on for a while': async (stage) => {
    const { callId, call } = await stage.dialAndAnswer();
    const transferring = stage.phone.transfer(callId, 'carol');
    call.reply('202 Accepted', { to: await call.next('REFER') });
    await transferring;
    notify(call, '486 Busy Here');
    await expect.poll(() => stage.callOf(callId)?.transfer?.status, patience).toHaveProperty('Failed');
    await hangUpByPhone(stage, { callId, call });
  },
  'one is transferred to the other': async (stage) => {
    const { first, second } = await twoCalls(stage);
    const transferring = stage.phone.transferToCall(first.callId, second.callId);
    first.call.reply('202 Accepted', { to: await first.call.next('REFER') });
    await transferring;
    notify(first.call, '200 OK');
    await takeBye(first.call);
    second.call.request('BYE');
  },
  'a conference ends': async (stage) => {
    const { first, second } = await twoCalls(stage);
    const joining = stage.phone.bringTogether();
    await agree(first.call);
    await joining;
    await hangUpByPhone(stage, first);
    second.call.request('BYE');
  },
  'another call takes its place': async (stage) => {
    const { call } = await stage.dial();
    const peerTag = 'replaced';
    call.reply('200 OK', { body: silentAnswer(), tag: peerTag });
    await call.next('ACK');
    const phoneTag = /;\s*tag=([^;\s]+)/.exec(call.invite.header('From') ?? '')?.[1];
    const replaces = `${call.invite.header('Call-ID')};to-tag=${phoneTag};from-tag=${peerTag}`;
    const next = stage.peer.call({ headers: [`Replaces: ${replaces}`], body: silentOffer });
    await next.next('SIP/2.0 200');
    next.request('ACK');
    await takeBye(call);
    next.request('BYE');
  },
  'while it is recorded': async (stage) => {
    const { callId, call } = await stage.dialAndAnswer();
    stage.phone.startRecording(callId);
    await expect.poll(() => stage.phone.recordings.getState().calls.get(callId)?.phase, patience).toBe('on');
    call.request('BYE');
    await expect.poll(() => stage.phone.recordings.getState().calls.has(callId), patience).toBe(false);
  },
  'the person signs out': async (stage) => {
    const { call } = await stage.dialAndAnswer();
    const leaving = stage.phone.signOut();
    await takeBye(call);
    await leaving;
    await stage.signIn();
  },
};

/** The twenty-sixth: the far end is gone with its media, and whoever answers for it refuses each new way. Takes 21 s. */
export async function loseFarEnd(stage: RawStage): Promise<void> {
  const { callId, call } = await stage.dial();
  const media = openFarMedia(new MediaStream());
  call.reply('200 OK', { body: await media.answer(call.invite.body) });
  await call.next('ACK');
  await expect.poll(() => media.connection.connectionState, patience).toBe('connected');
  media.close();
  // A server waits in vain for the far end before it knows that it is gone.
  const statuses = ['408 Request Timeout'];
  const refuse = async () => {
    if (call.has('INVITE')) {
      call.reply(statuses.shift() ?? '480 Temporarily Unavailable', { to: await call.next('INVITE') });
    }
    return call.has('BYE');
  };
  await expect.poll(refuse, { interval: 10, timeout: 30_000 }).toBe(true);
  await takeBye(call);
  expect(stage.callOf(callId)?.end?.cause).toBe('media-lost');
}
