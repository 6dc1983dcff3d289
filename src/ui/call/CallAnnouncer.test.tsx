import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const bob = asCallId('call-b');
const carol = asCallId('call-a');

/** Every text that comes into the live region, as a screen reader is given it. */
function listen() {
  const region = document.querySelector<HTMLElement>('[aria-live="polite"]');
  if (region === null) throw new Error('the page has no live region');
  const said: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'characterData' ? [target] : addedNodes) said.push(node.textContent ?? '');
    }
  });
  observer.observe(region, { subtree: true, childList: true, characterData: true });
  return async () => {
    await act(() => Promise.resolve());
    return said.splice(0);
  };
}

it('says each state of each call once, on whatever page one is, and how it ended', async () => {
  const { phone, user } = renderPhone();
  const said = listen();
  act(() => phone.book.add(buildCall({ callId: bob, remoteUri: 'sip:bob@example.com' })));
  expect(await said()).toEqual(['Call with bob: Calling…']);
  act(() => phone.book.change(bob, { state: 'Ringing' }));
  expect(await said()).toEqual(['Call with bob: Ringing…']);
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  act(() => phone.book.change(bob, { state: 'Connected', connectedAt: Date.now() }));
  act(() => phone.book.change(bob, { quality: null }));
  expect(await said()).toEqual(['Call with bob: In call']);
  act(() => phone.book.change(bob, { microphoneMuted: true }));
  expect(await said()).toEqual(['Call with bob: In call. You, muted']);
  act(() => phone.talkingWhileMuted.setState(true));
  expect(await said()).toEqual(['Call with bob: In call. You are talking, but you are muted']);
  act(() => phone.talkingWhileMuted.setState(false));
  await said();
  act(() => phone.book.change(bob, { holdChange: 'holding' }));
  expect(await said()).toEqual(['Call with bob: Holding… You, muted']);
  act(() => phone.book.change(bob, { microphoneMuted: false }));
  expect(await said()).toEqual(['Call with bob: Holding…']);
  act(() => phone.book.change(bob, { onHold: true, holdChange: null }));
  expect(await said()).toEqual(['Call with bob: On hold']);
  act(() => phone.book.change(bob, { holdChange: 'resuming' }));
  expect(await said()).toEqual(['Call with bob: Resuming…']);

  act(() => phone.book.add(buildCall({ callId: carol, remoteUri: 'sip:carol@example.com' })));
  expect(await said()).toEqual(['Call with carol: Calling…']);
  act(() => phone.hangUp(bob));
  expect(await said()).toEqual(['Call with bob: You hung up.']);
  act(() => phone.book.change(carol, { state: 'Ringing' }));
  expect(await said()).toEqual(['Call with carol: Ringing…']);
});

it('says that somebody called who has given up', async () => {
  const { phone } = renderPhone();
  const said = listen();
  act(() => phone.book.add(buildCall({ callId: bob, direction: 'Incoming', state: 'IncomingPending' })));
  expect(await said()).toEqual([]);
  act(() =>
    phone.book.change(bob, {
      state: 'Cancelled',
      endedAt: Date.now(),
      end: { cause: 'cancelled', initiator: 'remote', sipCode: 487, reason: '' },
    }),
  );
  expect(await said()).toEqual(['Call with bob: You missed a call from bob.']);
});
