import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const field = () => screen.getByLabelText('Number or address');
const callButton = () => screen.getByRole('button', { name: 'Call' });

describe('dialling', () => {
  afterEach(() => vi.useRealTimers());

  it('calls what was typed on Enter, and empties the field', async () => {
    const { phone, user } = renderPhone();
    await user.type(field(), 'bob@example.com{Enter}');
    expect(phone.commands).toEqual([['placeCall', 'bob@example.com']]);
    expect(field()).toHaveValue('');
    expect(screen.getByRole('region', { name: 'Call with bob' })).toHaveAttribute(
      'data-call-state',
      'Initiating',
    );
  });

  it('calls what was pressed, with the button', async () => {
    const { phone, user } = renderPhone();
    for (const name of ['1', '0, hold for plus', '#', '*']) {
      await user.click(screen.getByRole('button', { name }));
    }
    expect(field()).toHaveValue('10#*');
    await user.click(screen.getByRole('button', { name: 'Delete the last character' }));
    await user.click(callButton());
    expect(phone.commands).toEqual([['placeCall', '10#']]);
  });

  it('types a plus when 0 is held', () => {
    vi.useFakeTimers();
    renderPhone();
    const zero = screen.getByRole('button', { name: '0, hold for plus' });
    fireEvent.pointerDown(zero, { button: 0 });
    act(() => {
      vi.advanceTimersByTime(600);
    });
    fireEvent.pointerUp(zero);
    fireEvent.click(zero);
    expect(field()).toHaveValue('+');
  });

  it('says why a target cannot be called, and keeps it', async () => {
    const { user } = renderPhone();
    await user.type(field(), 'no such@@{Enter}');
    expect(field()).toHaveAccessibleDescription(/This is neither a number nor an address\./);
    expect(field()).toHaveValue('no such@@');
    await user.type(field(), 'x');
    expect(field()).toHaveAccessibleDescription(/Like 100/);
  });

  it('is off, and says why, while the account is not registered', async () => {
    const { phone, user } = renderPhone();
    act(() => phone.setRegistration({ status: 'connecting', error: null }));
    expect(callButton()).toBeDisabled();
    expect(field()).toHaveAccessibleDescription('You can call as soon as you are registered.');
    await user.type(field(), 'bob{Enter}');
    expect(phone.commands).toEqual([]);
  });

  it('fills in the last number when Call is pressed with nothing typed, and calls it when it is pressed again', async () => {
    const { phone, user } = renderPhone();
    act(() => phone.lastDialled.setState('+1555'));
    expect(field()).toHaveAccessibleDescription('Press Call for +1555, your last number.');
    await user.click(callButton());
    expect(field()).toHaveValue('+1555');
    expect(phone.commands).toEqual([]);
    await user.click(callButton());
    expect(phone.commands).toEqual([['placeCall', '+1555']]);
  });

  it('gives a number its form while it is typed, as soon as the library is there', async () => {
    const { user } = renderPhone();
    await user.type(field(), '+4930');
    await waitFor(async () => {
      await user.type(field(), '{Backspace}0');
      expect(field()).toHaveValue('+49 30');
    });
    await user.type(field(), '123456');
    expect(field()).toHaveValue('+49 30 123456');
  });

  it('leaves the first place to the calls while there are any', () => {
    const { phone } = renderPhone();
    expect(callButton().className).toMatch(/primary/);
    const call = buildCall();
    act(() => phone.book.add(call));
    expect(callButton().className).not.toMatch(/primary/);
    act(() => phone.book.change(call.callId, { state: 'Terminated', endedAt: Date.now() }));
    expect(callButton().className).toMatch(/primary/);
  });

  it('offers the echo and a second phone in the demo', async () => {
    const { phone, user } = renderPhone(undefined, { demo: true });
    const second = screen.getByRole('link', { name: 'Open a second phone as Bob' });
    expect(second).toHaveAttribute('href', '?account=bob');
    expect(second).toHaveAttribute('target', '_blank');
    await user.click(screen.getByRole('button', { name: 'Call the echo' }));
    expect(phone.commands).toEqual([['placeCall', 'echo']]);
  });

  it('offers no demo outside of it', () => {
    renderPhone();
    expect(screen.queryByRole('button', { name: 'Call the echo' })).not.toBeInTheDocument();
  });
});
