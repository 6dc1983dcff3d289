import { describe, expect, it, vi } from 'vitest';
import { asCallId } from '#core/shared/ids.ts';
import type { Softphone } from '#core/softphone-types.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeCallBook } from '#testing/fake-call-book.ts';
import { createFakeDesk } from '#testing/fake-desk.ts';
import { createFakePeople } from '#testing/fake-people.ts';
import { buildContact } from '#testing/people-builders.ts';
import { followDesk } from './follow-desk.ts';

const bob = asCallId('bob');
const words = {
  idle: 'Sidetone',
  ringing: (name: string) => `${name} is calling`,
  calling: (name: string) => `Calling ${name}`,
  inCall: (name: string) => `${name}, in call`,
  inCalls: (count: number) => `${count} calls`,
  incomingTitle: (name: string) => `Call from ${name}`,
  incomingBody: 'Press to answer',
};

function setUp() {
  const desk = createFakeDesk();
  const book = createFakeCallBook();
  const commands = {
    accept: vi.fn<Softphone['accept']>(async () => undefined),
    hangUp: vi.fn<Softphone['hangUp']>(),
    setMuted: vi.fn<Softphone['setMuted']>(),
  };
  const onShowCalls = vi.fn<() => void>();
  const people = createFakePeople({ contacts: [buildContact({ name: 'Bob of the office' })] }).openPage();
  followDesk({ phone: { calls: book.store, people, ...commands }, desk, words: () => words, onShowCalls });
  const ring = () =>
    book.add(
      buildCall({
        callId: bob,
        state: 'IncomingPending',
        direction: 'Incoming',
        remoteUri: 'sip:bob@example.com',
        remoteDisplayName: 'Bob\u202E',
      }),
    );
  return { desk, book, people, ring, onShowCalls, ...commands };
}

describe('the machine around the page', () => {
  it('names callers as the contacts do, once they are there', async () => {
    const { desk, people, ring } = setUp();
    ring();
    await people.open();
    await expect.poll(() => desk.shown().title).toBe('Bob of the office is calling');
  });

  it('tells from afar what the phone does', () => {
    const { desk, book, ring } = setUp();
    expect(desk.shown()).toMatchObject({ title: 'Sidetone', activity: 'idle', awake: false, guarded: false });
    ring();
    expect(desk.shown()).toMatchObject({ title: 'Bob is calling', activity: 'ringing', guarded: false });
    book.change(bob, { state: 'Connected', connectedAt: 1 });
    expect(desk.shown()).toMatchObject({
      title: 'Bob, in call',
      activity: 'in-call',
      awake: true,
      guarded: true,
      microphone: 'on',
    });
    book.change(bob, { microphoneMuted: true });
    expect(desk.shown().microphone).toBe('muted');
    book.add(buildCall({ callId: asCallId('carol'), state: 'Initiating' }));
    expect(desk.shown().title).toBe('2 calls');
    book.change(asCallId('carol'), { state: 'Terminated' });
    book.change(bob, { state: 'Terminated' });
    expect(desk.shown()).toMatchObject({ title: 'Sidetone', activity: 'idle', awake: false, guarded: false });
  });

  it('says of a call that is being placed that nobody is in it yet', () => {
    const { desk, book } = setUp();
    book.add(buildCall({ callId: bob, state: 'Ringing', remoteUri: 'sip:bob@example.com' }));
    expect(desk.shown()).toMatchObject({ title: 'Calling bob', activity: 'in-call' });
    book.change(bob, { state: 'Connected', connectedAt: 1 });
    expect(desk.shown().title).toBe('bob, in call');
  });

  it('lets a call be drawn first, and then says once what has come of it', () => {
    const { desk, book, ring } = setUp();
    const show = vi.spyOn(desk, 'show');
    const draw = desk.holdDrawing();
    ring();
    book.change(bob, { state: 'Connected', connectedAt: 1 });
    expect(desk.shown()).toMatchObject({ title: 'Sidetone', awake: false });
    draw();
    expect(desk.shown()).toMatchObject({ title: 'Bob, in call', awake: true });
    expect(show).toHaveBeenCalledOnce();
  });

  it('shows a message for a call that comes in while the person looks elsewhere, until it is decided', () => {
    const { desk, book, ring, onShowCalls } = setUp();
    ring();
    expect(desk.shown().messages).toEqual([]);
    book.change(bob, { state: 'Terminated' });

    desk.lookAway();
    book.add(buildCall({ callId: asCallId('again'), state: 'IncomingPending', direction: 'Incoming' }));
    const [message] = desk.shown().messages;
    message?.onPress();
    expect(onShowCalls).toHaveBeenCalledOnce();
    book.change(asCallId('again'), { state: 'Cancelled' });
    expect(desk.shown().messages).toEqual([]);
  });

  it('lets a headset accept, mute and hang up, and never end a call by its play button, which is of the page otherwise', () => {
    const { desk, book, ring, accept, hangUp, setMuted } = setUp();
    desk.press.onHangUp();
    expect(desk.press.onPlayPause()).toBe('left to the page');
    ring();
    desk.press.onPlayPause();
    expect(accept).toHaveBeenCalledWith(bob);
    book.change(bob, { state: 'Connected', connectedAt: 1 });
    expect(desk.press.onPlayPause()).toBe('taken');
    expect(accept).toHaveBeenCalledOnce();
    expect(hangUp).not.toHaveBeenCalled();
    desk.press.onToggleMute();
    expect(setMuted).toHaveBeenCalledWith(bob, true);
    desk.press.onHangUp();
    expect(hangUp).toHaveBeenCalledWith(bob);
  });

  it('means the call that talks, and none where that is not clear', () => {
    const { desk, book, hangUp } = setUp();
    const [one, two] = [asCallId('one'), asCallId('two')];
    for (const callId of [one, two]) {
      book.add(buildCall({ callId, state: 'Connected', connectedAt: 1, onHold: true }));
    }
    desk.press.onHangUp();
    expect(hangUp).not.toHaveBeenCalled();
    book.change(two, { onHold: false });
    desk.press.onHangUp();
    expect(hangUp).toHaveBeenCalledWith(two);
    book.change(two, { onHold: true });
    const placed = asCallId('placed');
    book.add(buildCall({ callId: placed, state: 'Ringing' }));
    desk.press.onHangUp();
    expect(hangUp).toHaveBeenLastCalledWith(placed);
  });
});
