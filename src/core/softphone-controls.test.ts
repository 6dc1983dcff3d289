import { describe, expect, it } from 'vitest';
import { connect, setUp } from '#testing/phone-bench.ts';

describe('a call that is connected', () => {
  it('is ending while the stack says goodbye, and the deployment is told of it all', async () => {
    const parts = setUp();
    const { callId } = await connect(parts);
    parts.phone.hangUp(callId);
    const moves = parts.events.flatMap((event) =>
      event.kind === 'CallStateChanged' ? [event.newState] : [],
    );
    expect(moves).toEqual(['Initiating', 'Connected', 'Terminating', 'Terminated']);
    await expect.poll(() => parts.hooks).toEqual(['established', 'bye']);
    expect(parts.recordings.notes.slice(-2)).toEqual([`finish ${callId}`, `sink ${callId} nothing`]);
  });

  it('is muted in the stack too, which switches the same track', async () => {
    const parts = setUp();
    const { callId, sessionId } = await connect(parts);
    parts.phone.setMuted(callId, true);
    parts.phone.setMuted(callId, false);
    expect(parts.signalling.commands.slice(-2)).toEqual([
      { kind: 'mute', sessionId },
      { kind: 'unmute', sessionId },
    ]);
  });

  it('goes on with another microphone when its own is unplugged, and so does its recording', async () => {
    const parts = setUp();
    const { callId, sessionId } = await connect(parts);
    parts.microphone.replug();
    expect(parts.signalling.commands.at(-1)).toEqual({ kind: 'replaceMicrophone', sessionId });
    expect(parts.signalling.microphones.slice(1)).toEqual(parts.microphone.live());
    expect(parts.recordings.notes.at(-1)).toBe(`source ${callId} 1`);
    const meters = parts.callAudio.metered();
    parts.microphone.replug();
    expect(parts.callAudio.metered()).toBe(meters);
    expect(parts.phone.levels(callId)?.local).toBeGreaterThan(0);
  });

  it('is left when its remote party has been sent on', async () => {
    const parts = setUp();
    const { callId, sessionId } = await connect(parts);
    await parts.phone.transfer(callId, 'sip:carol@example.com');
    expect(parts.stateOf(callId)).toBe('Proceeding');
    parts.signalling.sessionEvent(sessionId, { kind: 'transferProgressed', status: 'Completed' });
    expect(parts.signalling.commands.at(-1)).toEqual({ kind: 'hangUp', sessionId });
    expect(parts.stateOf(callId)).toBe('Terminated');
    await expect.poll(() => parts.hooks).toEqual(['established', 'transfer sip:carol@example.com', 'bye']);
  });

  describe('that the remote party wants elsewhere', () => {
    const ask = async () => {
      const parts = setUp();
      const { callId, sessionId } = await connect(parts);
      const targetUri = 'sip:premium@example.com';
      parts.signalling.sessionEvent(sessionId, {
        kind: 'transferRequested',
        targetUri,
        referredBy: null,
        isAttended: false,
      });
      return { ...parts, callId, targetUri };
    };
    const sent = ({ signalling }: Awaited<ReturnType<typeof ask>>) =>
      signalling.commands.map(({ kind }) => kind).filter((kind) => /Transfer/.test(kind));

    it('goes nowhere before the person has said so', async () => {
      const asked = await ask();
      expect(sent(asked)).toEqual([]);
      expect(asked.events.at(-1)).toMatchObject({
        kind: 'IncomingTransferRequest',
        targetUri: asked.targetUri,
      });
      asked.phone.declineTransfer(asked.callId);
      expect(sent(asked)).toEqual(['declineTransfer']);
      expect(asked.events.at(-1)).toMatchObject({ kind: 'TransferProgress', status: { Failed: 'Declined' } });
      expect(asked.phone.acceptTransfer(asked.callId)).toBeNull();
      expect(asked.stateOf(asked.callId)).toBe('Connected');
    });

    it('calls the one who was named, once', async () => {
      const asked = await ask();
      const next = asked.phone.acceptTransfer(asked.callId);
      expect(asked.phone.acceptTransfer(asked.callId)).toBeNull();
      await expect.poll(() => sent(asked)).toEqual(['acceptTransfer']);
      if (next === null) throw new Error('Nobody is called.');
      const { callInfo, sessionMapping } = asked.phone.calls.getState();
      expect(callInfo.get(next)).toMatchObject({ direction: 'Outgoing', remoteUri: asked.targetUri });
      expect(sessionMapping.has(next)).toBe(true);
    });
  });

  it('takes the place of the one that it replaces without ringing', async () => {
    const parts = setUp();
    const { sessionId } = await connect(parts);
    const replacing = parts.signalling.incoming({ replaces: sessionId });
    await expect
      .poll(() => parts.signalling.commands.at(-1))
      .toEqual({ kind: 'accept', sessionId: replacing });
  });
});
