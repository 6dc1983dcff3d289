import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const bob = asCallId('bob');
const press = (letter: string) => `{Alt>}{Shift>}[Key${letter}]{/Shift}{/Alt}`;

describe('shortcuts', () => {
  it('decide, mute, hold and end calls from anywhere', async () => {
    const { phone, user } = renderPhone();
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await user.keyboard(press('A') + press('M') + press('H'));
    expect(phone.commands).toEqual([]);
    act(() => phone.book.add(buildCall({ callId: bob, state: 'IncomingPending', direction: 'Incoming' })));
    await user.keyboard(press('A'));
    expect(phone.commands).toEqual([['accept', bob]]);
    act(() => phone.book.change(bob, { state: 'Connected', connectedAt: Date.now() }));
    await user.keyboard(press('M') + press('K') + press('H'));
    expect(phone.commands.slice(1)).toEqual([
      ['setMuted', bob, true],
      ['hold', bob],
      ['hangUp', bob],
    ]);
  });

  it('say why a call could not be taken, until the next one is pressed', async () => {
    const { phone, user } = renderPhone();
    act(() => phone.book.add(buildCall({ callId: bob, state: 'IncomingPending', direction: 'Incoming' })));
    vi.spyOn(phone, 'accept').mockRejectedValueOnce(new PhoneError({ code: 'call/other-not-held' }));
    await user.keyboard(press('A'));
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be put on hold');
    await user.keyboard(press('A'));
    await waitFor(() => expect(screen.queryByText(/could not be put on hold/)).not.toBeInTheDocument());
    expect(phone.commands).toEqual([['accept', bob]]);
  });

  it('reject the call that waits, and not the one that talks', async () => {
    const { phone, user } = renderPhone();
    act(() => phone.book.add(buildCall({ callId: asCallId('talking'), state: 'Connected', connectedAt: 1 })));
    await user.keyboard(press('R'));
    act(() => phone.book.add(buildCall({ callId: bob, state: 'IncomingPending', direction: 'Incoming' })));
    await user.keyboard(press('R'));
    expect(phone.commands).toEqual([['reject', bob]]);
  });

  it('are listed for a question mark, unless it is being written', async () => {
    const { user } = renderPhone();
    await user.type(screen.getByLabelText('Number or address'), '?');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.clear(screen.getByLabelText('Number or address'));
    await user.tab();
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Shortcuts' })).toHaveTextContent(
      /Accept the call.*Alt.*A/,
    );
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('bring the caret into the dial field from another page', async () => {
    const { user } = renderPhone();
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await user.keyboard(press('D'));
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Number or address'));
  });

  it('open the small window', async () => {
    const openSmallWindow = vi.fn<() => boolean>(() => true);
    const { user } = renderPhone(undefined, {}, null, null, undefined, { openSmallWindow });
    await user.keyboard(press('W'));
    expect(openSmallWindow).toHaveBeenCalledOnce();
  });

  it('can be switched off', async () => {
    const { phone, user } = renderPhone();
    act(() => phone.book.add(buildCall({ callId: bob, state: 'IncomingPending', direction: 'Incoming' })));
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await user.click(await screen.findByRole('radio', { name: 'Off' }));
    await user.keyboard(press('R') + '?');
    expect(phone.commands).toEqual([]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
