import { afterEach, expect, it } from 'vitest';
import { openFarMedia, type FarMedia } from '#testing/far-media.ts';
import { patience, setUpRawStage } from '#testing/raw-stage.ts';

const stage = setUpRawStage();
const opened: FarMedia[] = [];
const openMedia = (): FarMedia => {
  const media = openFarMedia();
  opened.push(media);
  return media;
};
afterEach(() => {
  for (const media of opened.splice(0)) media.close();
});

const ufragOf = (sdp: string) => /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1];

async function packetsAt({ connection }: FarMedia): Promise<number> {
  const reports = [...(await connection.getStats()).values()] as readonly RTCInboundRtpStreamStats[];
  return reports.find(({ type }) => type === 'inbound-rtp')?.packetsReceived ?? 0;
}

const expectSound = (media: FarMedia) =>
  expect.poll(() => packetsAt(media), { timeout: 10_000 }).toBeGreaterThan(5);

// Chromium notices after some 7 s that its checks are not answered.
it(
  'finds another way when media and server are gone at once; the call goes on, and stays on hold',
  {
    timeout: 40_000,
  },
  async () => {
    const { callId, call } = await stage.dial();
    const media = openMedia();
    call.reply('200 OK', { body: await media.answer(call.invite.body) });
    await call.next('ACK');
    await expectSound(media);
    const holding = stage.phone.hold(callId);
    const hold = await call.next('INVITE');
    call.reply('200 OK', { to: hold, body: await media.answer(hold.body) });
    await call.next('ACK');
    await holding;

    stage.peer.goAway();
    media.close();
    await expect.poll(() => stage.theCall(), patience).toMatchObject({ mediaLost: true, state: 'Connected' });
    stage.peer.comeBack();
    // When that is, the pauses between the phone's attempts decide.
    await expect.poll(() => stage.isRegistered(), patience).toBe(true);

    const restart = await call.next('INVITE');
    expect(ufragOf(restart.body)).not.toBe(ufragOf(call.invite.body));
    expect(restart.body).toContain('a=sendonly');
    const elsewhere = openMedia();
    call.reply('200 OK', { to: restart, body: await elsewhere.answer(restart.body) });
    await call.next('ACK');
    await expect.poll(() => stage.theCall(), patience).toMatchObject({ mediaLost: false, onHold: true });
    await expectSound(elsewhere);
    expect(call.has('BYE')).toBe(false);
  },
);
