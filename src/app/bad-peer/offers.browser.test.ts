import { describe, expect, it } from 'vitest';
import { silentAnswer, silentOffer } from '#testing/silent-sdp.ts';
import { attend, patience, setUpRawStage } from '#testing/raw-stage.ts';

const stage = setUpRawStage();

describe('a hold', () => {
  it.each([
    ['refused with', '488 Not Acceptable Here'],
    ['not answered in time, says a server with', '408 Request Timeout'],
  ])('that is %s %s says so, and the call lives', async (_what, status) => {
    const { callId, call } = await stage.dialAndAnswer();
    const holding = attend(stage.phone.hold(callId));
    call.reply(status, { to: await call.next('INVITE') });
    await expect(holding).rejects.toThrow('call/refused-by-peer');
    await call.next('ACK');
    expect(stage.theCall()).toMatchObject({ state: 'Connected', onHold: false });
    expect(call.has('BYE')).toBe(false);
  });

  it('that collides once is tried again, and acknowledged as what it is', async () => {
    const { callId, call } = await stage.ringAndAccept();
    const holding = stage.phone.hold(callId);
    const first = await call.next('INVITE');
    call.reply('491 Request Pending', { to: first });
    await call.next('ACK');
    const second = await call.next('INVITE');
    expect(second.header('CSeq')).not.toBe(first.header('CSeq'));
    call.reply('200 OK', { to: second, body: silentAnswer('recvonly', 'passive') });
    const ack = await call.next('ACK');
    expect(ack.header('CSeq')).toBe(second.header('CSeq')?.replace('INVITE', 'ACK'));
    await holding;
    expect(stage.theCall().onHold).toBe(true);
  });

  it('that collides twice says so, and the call lives', async () => {
    const { callId, call } = await stage.ringAndAccept();
    const holding = attend(stage.phone.hold(callId));
    for (let time = 0; time < 2; time += 1) {
      call.reply('491 Request Pending', { to: await call.next('INVITE') });
      await call.next('ACK');
    }
    await expect(holding).rejects.toThrow('call/refused-by-peer');
    expect(stage.theCall()).toMatchObject({ state: 'Connected', onHold: false });
    expect(call.has('BYE')).toBe(false);
  });

  it('that an offer of the peer crosses refuses that with 491, and is agreed to', async () => {
    const { callId, call } = await stage.dialAndAnswer();
    const holding = stage.phone.hold(callId);
    const ours = await call.next('INVITE');
    const theirs = call.request('INVITE', { body: silentOffer });
    await call.next('SIP/2.0 491');
    call.request('ACK', { headers: [`CSeq: ${theirs.header('CSeq')?.replace('INVITE', 'ACK')}`] });
    call.reply('200 OK', { to: ours, body: silentAnswer('recvonly') });
    await holding;
    expect(stage.theCall()).toMatchObject({ onHold: true, remoteOnHold: false });
  });

  it.each(['481 Call Does Not Exist', '487 Request Terminated', '200 OK'])(
    'that the end of the call crosses, answered with %s, ends with it',
    async (status) => {
      const { callId, call } = await stage.dialAndAnswer();
      const holding = attend(stage.phone.hold(callId));
      const offer = await call.next('INVITE');
      call.request('BYE');
      expect((await call.next('SIP/2.0')).status).toBe(200);
      await expect(holding).rejects.toThrow('call/ended');
      call.reply(status, { to: offer, ...(status.startsWith('200') ? { body: silentAnswer() } : {}) });
      expect(stage.liveCalls()).toEqual([]);
      expect(stage.callOf(callId)?.end?.cause).toBe('hung-up');
    },
  );
});

describe('an offer of the peer', () => {
  it.each([
    ['that is none', { body: 'nonsense' }, 488],
    ['that is nothing', { body: ' ' }, 488],
    ['of another kind', { body: 'hello', headers: ['Content-Type: text/plain'] }, 415],
  ])('%s is refused, and the call lives', async (_what, parts, status) => {
    const { call } = await stage.dialAndAnswer();
    for (const method of ['INVITE', 'UPDATE']) {
      const request = call.request(method, parts);
      await call.next(`SIP/2.0 ${status}`);
      if (method === 'INVITE') {
        call.request('ACK', { headers: [`CSeq: ${request.header('CSeq')?.replace('INVITE', 'ACK')}`] });
      }
    }
    expect(stage.theCall()).toMatchObject({ state: 'Connected', remoteOnHold: false });
    expect(call.has('BYE')).toBe(false);
  });

  it('is waited for by a hold of ours', async () => {
    const { callId, call } = await stage.ringAndAccept();
    const theirs = call.request('INVITE', { body: silentOffer.replace('sendrecv', 'sendonly') });
    const holding = stage.phone.hold(callId);
    await call.next('SIP/2.0 200');
    call.request('ACK', { headers: [`CSeq: ${theirs.header('CSeq')?.replace('INVITE', 'ACK')}`] });
    call.reply('200 OK', { to: await call.next('INVITE'), body: silentAnswer('inactive', 'passive') });
    await holding;
    expect(stage.theCall()).toMatchObject({ onHold: true, remoteOnHold: true });
  });
});

describe('a connection that breaks', () => {
  it('under a hold takes the hold back; the call lives, and can be held when it is back', async () => {
    const { callId, call } = await stage.dialAndAnswer();
    const holding = attend(stage.phone.hold(callId));
    await call.next('INVITE');
    stage.peer.goAway();
    await expect(holding).rejects.toThrow('signalling/transport-lost');
    expect(stage.theCall()).toMatchObject({ state: 'Connected', onHold: false });
    stage.peer.comeBack();
    await expect.poll(stage.isRegistered, patience).toBe(true);
    const again = stage.phone.hold(callId);
    call.reply('200 OK', { to: await call.next('INVITE'), body: silentAnswer('recvonly') });
    await again;
    expect(stage.theCall().onHold).toBe(true);
  });
});
