import { describe, expect, it } from 'vitest';
import type { SipText } from '#testing/sip-text.ts';
import { silentAnswer } from '#testing/silent-sdp.ts';
import { attend, patience, setUpRawStage } from '#testing/raw-stage.ts';

const stage = setUpRawStage();

const tooSmall = '422 Session Interval Too Small';
const minSe = (seconds: number | string) => ({ headers: [`Min-SE: ${seconds}`] });
const intervalOf = (request: SipText) => [request.header('Session-Expires'), request.header('Min-SE')];
const cseqOf = (request: SipText) => Number.parseInt(request.header('CSeq') ?? '', 10);

describe('a server that wants a longer session interval', () => {
  it('has it: the same call is tried anew, also where the next server wants more, and lives', async () => {
    const { callId, call } = await stage.dial();
    call.reply('180 Ringing');
    await expect.poll(() => stage.theCall().state, patience).toBe('Ringing');
    const states: string[] = [];
    const stop = stage.phone.calls.subscribe(() => states.push(stage.theCall().state));
    const sdp = call.invite.text.slice(call.invite.text.indexOf('\r\n\r\n'));

    call.reply(tooSmall, minSe(600));
    await call.next('ACK');
    const second = await call.next('INVITE');
    expect(intervalOf(second)).toEqual(['1800', '600']);
    expect(cseqOf(second)).toBe(cseqOf(call.invite) + 1);
    expect(second.text.endsWith(sdp)).toBe(true);
    call.reply(tooSmall, { to: second, ...minSe('7200;by=trunk') });
    await call.next('ACK');
    const third = await call.next('INVITE');
    expect(intervalOf(third)).toEqual(['7200', '7200']);

    call.reply('180 Ringing', { to: third });
    call.reply('200 OK', { to: third, body: silentAnswer() });
    const ack = await call.next('ACK');
    expect(cseqOf(ack)).toBe(cseqOf(third));
    await expect.poll(() => stage.theCall(), patience).toMatchObject({ callId, state: 'Connected' });
    stop();
    expect(new Set(states)).toEqual(new Set(['Connected']));

    const holding = stage.phone.hold(callId);
    const hold = await call.next('INVITE');
    expect(intervalOf(hold)).toEqual(['7200;refresher=uac', '7200']);
    call.reply('200 OK', { to: hold, body: silentAnswer('recvonly') });
    await holding;
    expect(call.has('CANCEL')).toBe(false);
    expect(call.has('BYE')).toBe(false);
  });

  it.each([
    ['names none', []],
    ['names less than is usual', ['Min-SE: 60']],
    ['names none that can be', ['Min-SE: 99999999999999']],
    ['names nonsense', ['Min-SE: soon']],
  ])('and %s ends the call, with words', async (_what, headers) => {
    const { callId, call } = await stage.dial();
    call.reply(tooSmall, { headers });
    await call.next('ACK');
    await expect
      .poll(() => stage.callOf(callId), patience)
      .toMatchObject({ state: 'Failed', end: { sipCode: 422 } });
    expect(call.has('INVITE')).toBe(false);
  });

  it('again and again is not followed for ever', async () => {
    const { callId, call } = await stage.dial();
    let to = call.invite;
    for (let raise = 1; raise <= 4; raise += 1) {
      call.reply(tooSmall, { to, ...minSe(1000 * raise) });
      to = await call.next('INVITE');
    }
    call.reply(tooSmall, { to, ...minSe(9000) });
    await expect.poll(() => stage.callOf(callId)?.state, patience).toBe('Failed');
    expect(call.has('INVITE')).toBe(false);
  });

  it('and the same again is not asked again', async () => {
    const { callId, call } = await stage.dial();
    call.reply(tooSmall, minSe(3600));
    call.reply(tooSmall, { to: await call.next('INVITE'), ...minSe(3600) });
    await expect.poll(() => stage.callOf(callId)?.state, patience).toBe('Failed');
    expect(call.has('INVITE')).toBe(false);
  });

  it('cannot bring a call back that the person has ended', async () => {
    const { callId, call } = await stage.dial();
    call.reply('180 Ringing');
    await expect.poll(() => stage.theCall().state, patience).toBe('Ringing');
    stage.phone.hangUp(callId);
    await call.next('CANCEL');
    call.reply(tooSmall, minSe(3600));
    await call.next('ACK');
    expect(call.has('INVITE')).toBe(false);
    expect(stage.callOf(callId)?.state).toBe('Cancelled');
  });

  it('lets the person end the call that is tried anew', async () => {
    const { callId, call } = await stage.dial();
    call.reply('180 Ringing');
    await expect.poll(() => stage.theCall().state, patience).toBe('Ringing');
    call.reply(tooSmall, minSe(3600));
    const again = await call.next('INVITE');
    stage.phone.hangUp(callId);
    expect(call.has('CANCEL')).toBe(false);
    call.reply('100 Trying', { to: again });
    expect(cseqOf(await call.next('CANCEL'))).toBe(cseqOf(again));
    call.reply('487 Request Terminated', { to: again });
    await call.next('ACK');
    expect(stage.callOf(callId)?.state).toBe('Cancelled');
  });

  it('in a call has it, and the hold that it refused comes to be', async () => {
    const { callId, call } = await stage.dialAndAnswer();
    const holding = attend(stage.phone.hold(callId));
    call.reply(tooSmall, { to: await call.next('INVITE'), ...minSe(3600) });
    await call.next('ACK');
    const again = await call.next('INVITE');
    expect(intervalOf(again)).toEqual(['3600;refresher=uac', '3600']);
    call.reply('200 OK', { to: again, body: silentAnswer('recvonly') });
    await holding;
    expect(stage.theCall()).toMatchObject({ state: 'Connected', onHold: true });
  });
});
