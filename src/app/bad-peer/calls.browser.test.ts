import { describe, expect, it } from 'vitest';
import type { RawCall } from '#testing/raw-peer.ts';
import { silentAnswer, silentOffer } from '#testing/silent-sdp.ts';
import { patience, setUpRawStage } from '#testing/raw-stage.ts';

const stage = setUpRawStage();

describe('an answer', () => {
  it('to a call that was given up is acknowledged and ended', async () => {
    const { callId, call } = await stage.dial();
    call.reply('180 Ringing');
    await expect.poll(() => stage.theCall().state, patience).toBe('Ringing');
    stage.phone.hangUp(callId);
    const cancel = await call.next('CANCEL');
    call.reply('200 OK', { to: cancel });
    call.reply('200 OK', { body: silentAnswer() });
    await call.next('ACK');
    call.reply('200 OK', { to: await call.next('BYE') });
    expect(stage.liveCalls()).toEqual([]);
  });

  it('that comes before anything rang, after the person hung up, is acknowledged and ended', async () => {
    const { callId, call } = await stage.dial();
    stage.phone.hangUp(callId);
    call.reply('200 OK', { body: silentAnswer() });
    await call.next('ACK');
    await call.next('BYE');
    expect(stage.liveCalls()).toEqual([]);
  });

  it('after 183 and another 183, both with sound, is heard', async () => {
    const { callId, call } = await stage.dial();
    call.reply('183 Session Progress', { body: silentAnswer() });
    call.reply('183 Session Progress', { body: silentAnswer(), tag: 'other' });
    call.reply('200 OK', { body: silentAnswer(), tag: 'other' });
    await call.next('ACK');
    await expect.poll(() => stage.theCall(), patience).toMatchObject({ callId, state: 'Connected' });
  });

  it.each(['420 Bad Extension', '421 Extension Required'])(
    'of %s cannot be met by another INVITE, and ends the call',
    async (status) => {
      const { callId, call } = await stage.dial();
      expect(call.invite.header('Require')).toBeNull();
      expect(call.invite.header('Proxy-Require')).toBeNull();
      expect(call.invite.header('Supported')).toMatch(/\btimer\b/);
      call.reply(status, { headers: ['Unsupported: timer', 'Require: timer'] });
      await call.next('ACK');
      await expect
        .poll(() => stage.callOf(callId), patience)
        .toMatchObject({ state: 'Failed', end: { sipCode: Number.parseInt(status, 10) } });
      expect(call.has('INVITE')).toBe(false);
    },
  );

  it('without SDP is ended, and says why', async () => {
    const { callId, call } = await stage.dial();
    call.reply('200 OK');
    await call.next('ACK');
    await call.next('BYE');
    await expect
      .poll(() => stage.callOf(callId), patience)
      .toMatchObject({
        state: 'Failed',
        end: { cause: 'incompatible-media' },
      });
  });

  it('with an SDP that is none is ended, and says why', async () => {
    const { callId, call } = await stage.dial();
    call.reply('200 OK', { body: 'v=0\r\nnonsense\r\n' });
    await call.next('ACK');
    await call.next('BYE');
    await expect
      .poll(() => stage.callOf(callId), patience)
      .toMatchObject({
        state: 'Failed',
        end: { cause: 'incompatible-media' },
      });
  });

  it('of a second telephone to one call is acknowledged and ended; the first goes on', async () => {
    const { call } = await stage.dialAndAnswer();
    call.reply('200 OK', { body: silentAnswer(), tag: 'second' });
    const tagOf = (to: string | null) => /tag=(.*)/.exec(to ?? '')?.[1];
    expect(tagOf((await call.next('ACK')).header('To'))).toBe('second');
    expect(tagOf((await call.next('BYE')).header('To'))).toBe('second');
    expect(stage.theCall().state).toBe('Connected');
  });
});

describe('a call that rings', () => {
  const isAnswered = () =>
    stage.peer.sent.some((text) => text.startsWith('SIP/2.0 200') && /^CSeq: \d+ INVITE/m.test(text));
  const ring = async () => {
    const call = stage.peer.call({ body: silentOffer });
    await call.next('SIP/2.0 180');
    return { call, callId: stage.theCall().callId };
  };

  it('and is given up rings no more, and cannot be accepted any more', async () => {
    const { call, callId } = await ring();
    call.request('CANCEL');
    await call.next('SIP/2.0 487');
    expect(stage.liveCalls()).toEqual([]);
    await stage.phone.accept(callId);
    expect(isAnswered()).toBe(false);
    expect(stage.callOf(callId)).toMatchObject({ state: 'Cancelled', end: { cause: 'cancelled' } });
  });

  it('and is given up in the moment of Accept is not answered', async () => {
    const { call, callId } = await ring();
    const accepting = stage.phone.accept(callId);
    call.request('CANCEL');
    await accepting;
    await call.next('SIP/2.0 487');
    await expect.poll(stage.liveCalls, patience).toEqual([]);
    expect(isAnswered()).toBe(false);
  });

  it('whose CANCEL crosses the answer lives', async () => {
    const { call, callId } = await ring();
    await stage.phone.accept(callId);
    await call.next('SIP/2.0 200');
    call.request('CANCEL');
    call.request('ACK');
    await expect.poll(() => stage.callOf(callId)?.confirmedAt, patience).toBeTypeOf('number');
    expect(stage.theCall().state).toBe('Connected');
    call.request('BYE');
    await expect.poll(stage.liveCalls, patience).toEqual([]);
  });

  it('and is hung up before its ACK is over', async () => {
    const { call, callId } = await ring();
    await stage.phone.accept(callId);
    await call.next('SIP/2.0 200');
    call.request('BYE');
    await call.next('SIP/2.0 200');
    await expect.poll(() => stage.callOf(callId), patience).toMatchObject({ state: 'Terminated' });
  });

  it('and is ended by the person before its ACK is ended once that has come', async () => {
    const { call, callId } = await ring();
    await stage.phone.accept(callId);
    await call.next('SIP/2.0 200');
    stage.phone.hangUp(callId);
    expect(stage.liveCalls()).toEqual([]);
    call.request('ACK');
    call.reply('200 OK', { to: await call.next('BYE') });
  });

  it.each([50, 100])('among %i in a second rings up to four times, and leaves no ghost', async (count) => {
    const calls = Array.from({ length: count }, () => stage.peer.call({ body: silentOffer }));
    const isRefused = (call: RawCall) => call.has('SIP/2.0 486');
    await expect.poll(() => calls.filter(isRefused).length, patience).toBe(count - 4);
    const ringing = calls.filter((call) => !isRefused(call));
    expect(ringing.every((call) => call.has('SIP/2.0 180'))).toBe(true);
    expect(stage.liveCalls()).toHaveLength(4);
    for (const call of calls.filter(isRefused)) call.request('ACK');
    for (const call of ringing) call.request('CANCEL');
    await Promise.all(ringing.map((call) => call.next('SIP/2.0 487')));
    expect(stage.liveCalls()).toEqual([]);
    expect(stage.phone.calls.getState().incomingCalls.size).toBe(0);
    await stage.ringAndAccept();
  });
});

describe('a REFER', () => {
  const refer = { headers: ['Refer-To: <sip:premium@localhost>'] };

  it('calls nobody unless the person says so', async () => {
    const { callId, call } = await stage.dialAndAnswer();
    call.request('REFER', refer);
    await call.next('SIP/2.0 202');
    call.reply('200 OK', { to: await call.next('NOTIFY') });
    expect(stage.theCall().transfer).toMatchObject({ initiator: 'remote', status: 'Requested' });
    stage.phone.declineTransfer(callId);
    expect((await call.next('NOTIFY')).body).toContain('603');
    expect(stage.peer.sent.filter((text) => text.startsWith('INVITE'))).toHaveLength(1);
  });

  it('whose sender hangs up before its target answers is followed to the end', async () => {
    const { callId, call } = await stage.dialAndAnswer();
    call.request('REFER', refer);
    await call.next('SIP/2.0 202');
    const next = stage.phone.acceptTransfer(callId);
    const target = await stage.peer.called();
    call.request('BYE');
    await expect.poll(() => stage.callOf(callId)?.state, patience).toBe('Terminated');
    target.reply('180 Ringing');
    target.reply('200 OK', { body: silentAnswer() });
    await target.next('ACK');
    await expect.poll(() => stage.theCall(), patience).toMatchObject({ callId: next, state: 'Connected' });
  });

  it('to a number asks whether it shall be called, where the account is', async () => {
    const { callId, call } = await stage.dialAndAnswer();
    call.request('REFER', { headers: ['Refer-To: <tel:+1-555-1234;phone-context=+1>'] });
    await call.next('SIP/2.0 202');
    expect(stage.theCall().transfer).toMatchObject({ targetUri: 'sip:+15551234@localhost;user=phone' });
    stage.phone.acceptTransfer(callId);
    const target = await stage.peer.called();
    expect(target.invite.text).toMatch(/^INVITE sip:\+15551234@localhost;user=phone /);
  });

  it.each([
    ['to a script', 'Refer-To: <javascript:alert(1)>'],
    ['to nonsense', 'Refer-To: @@@'],
    ['to nobody', 'X-Nothing: here'],
  ])('%s asks nothing', async (_what, header) => {
    const { call } = await stage.dialAndAnswer();
    call.request('REFER', { headers: [header] });
    call.request('OPTIONS');
    await call.next('SIP/2.0 200');
    expect(stage.theCall().transfer).toBeNull();
  });

  it('of our own is told by its NOTIFYs, whatever else they hold', async () => {
    const { callId, call } = await stage.dialAndAnswer();
    const transferring = stage.phone.transfer(callId, 'carol');
    call.reply('202 Accepted', { to: await call.next('REFER') });
    await transferring;
    const notify = (headers: readonly string[], body: string) =>
      call.request('NOTIFY', { headers: ['Content-Type: message/sipfrag', ...headers], body });
    notify([], 'SIP/2.0 180 Ringing');
    await call.next('SIP/2.0 489');
    notify(['Event: dialog'], 'SIP/2.0 180 Ringing');
    await call.next('SIP/2.0 489');
    notify(['Event: refer'], 'nonsense');
    await call.next('SIP/2.0 200');
    expect(stage.theCall().transfer?.status).toBe('Accepted');
    notify(['Event: refer'], 'SIP/2.0 486 Busy Here');
    await call.next('SIP/2.0 200');
    await expect
      .poll(() => stage.theCall(), patience)
      .toMatchObject({
        state: 'Connected',
        transfer: { status: { Failed: '486 Busy Here' } },
      });
  });
});
