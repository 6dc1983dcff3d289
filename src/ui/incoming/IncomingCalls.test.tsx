import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CallInfo } from '#core/call/call-info.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import type { FakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const ring = (phone: FakeSoftphone, changes: Partial<CallInfo> = {}) =>
  act(() =>
    phone.book.add(
      buildCall({
        state: 'IncomingPending',
        direction: 'Incoming',
        remoteUri: '"Bob" <sip:bob@example.com>;tag=1',
        remoteDisplayName: 'Bob',
        ...changes,
      }),
    ),
  );

const toast = (name = 'Bob') => screen.getByRole('alertdialog', { name: `Incoming call from ${name}` });

describe('an incoming call', () => {
  it('says who calls, from where, and what about', () => {
    const { phone } = renderPhone();
    ring(phone, { subject: 'Lunch' });
    expect(toast()).toHaveAccessibleDescription('Bob bob@example.com Lunch');
  });

  it('is accepted: the toast goes, the call is on the phone page and has the focus', async () => {
    const { phone, user } = renderPhone();
    await user.click(screen.getByRole('link', { name: 'Recordings' }));
    await screen.findByRole('heading', { name: 'No recordings yet' });
    ring(phone);
    await user.click(within(toast()).getByRole('button', { name: 'Accept' }));
    expect(phone.commands.at(-1)).toEqual(['accept', 'call-1']);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    const card = screen.getByRole('region', { name: 'Call with Bob' });
    expect(card).toHaveAttribute('data-call-state', 'Connected');
    expect(screen.getByRole('link', { name: 'Phone' })).toHaveAttribute('aria-current', 'page');
    await waitFor(() => expect(card).toHaveFocus());
  });

  it('is rejected', async () => {
    const { phone, user } = renderPhone();
    ring(phone);
    await user.click(within(toast()).getByRole('button', { name: 'Reject' }));
    expect(phone.commands).toEqual([['reject', 'call-1']]);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Call with Bob' })).toHaveTextContent('You declined the call.');
  });

  it('is refused as busy, or sent on to where the person says', async () => {
    const { phone, user } = renderPhone();
    ring(phone);
    await user.click(within(toast()).getByRole('button', { name: 'I am busy' }));
    expect(phone.commands).toEqual([['reject', 'call-1', 'busy']]);
    ring(phone, { callId: asCallId('call-2') });
    await user.click(within(toast()).getByRole('button', { name: 'Forward…' }));
    const target = within(toast()).getByLabelText('Forward to');
    expect(target).toHaveFocus();
    await user.type(target, 'two words{Enter}');
    expect(target).toHaveAccessibleDescription(/neither a number nor an address/);
    await user.clear(target);
    await user.type(target, 'carol{Enter}');
    expect(phone.commands.at(-1)).toEqual(['forward', 'call-2', 'carol']);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });

  it('says when it is answered without the person, lets them stop that, and that it was', async () => {
    const { phone, user } = renderPhone();
    ring(phone);
    const callId = asCallId('call-1');
    act(() => phone.autoAnswers.setState(new Map([[callId, { phase: 'due', atMs: Date.now() + 3000 }]])));
    expect(within(toast()).getByRole('alert')).toHaveTextContent('Answered without you in 0:03');
    await user.click(within(toast()).getByRole('button', { name: 'Let it ring' }));
    expect(phone.commands).toEqual([['cancelAutoAnswer', 'call-1']]);
    act(() => phone.autoAnswers.setState(new Map([[callId, { phase: 'warning' }]])));
    expect(within(toast()).getByRole('alert')).toHaveTextContent(/the caller is about to hear you/);
    act(() => {
      phone.autoAnswers.setState(new Map([[callId, { phase: 'answered' }]]));
      phone.book.change(callId, { state: 'Connected', connectedAt: Date.now() });
    });
    const card = screen.getByRole('region', { name: 'Call with Bob' });
    expect(within(card).getByRole('alert')).toHaveTextContent(
      /answered without you: the other side hears you/,
    );
  });

  it('that a rule turned away before it was ever shown is told as missed, and can be called back', async () => {
    const { phone, user } = renderPhone();
    act(() => {
      phone.book.add(
        buildCall({ direction: 'Incoming', state: 'IncomingPending', remoteUri: 'sip:bob@example.com' }),
      );
      phone.book.change(asCallId('call-1'), {
        state: 'Terminated',
        endedAt: Date.now(),
        end: { cause: 'unavailable', initiator: 'local', sipCode: 480, reason: '' },
      });
    });
    const card = screen.getByRole('region', { name: 'Call with bob' });
    expect(card).toHaveTextContent('You missed a call from bob, because do not disturb was on.');
    await user.click(within(card).getByRole('button', { name: 'Call back' }));
    expect(phone.commands).toEqual([['placeCall', 'sip:bob@example.com']]);
  });

  it('becomes a missed call when the caller gives up', () => {
    const { phone } = renderPhone();
    ring(phone);
    act(() =>
      phone.book.change(asCallId('call-1'), {
        state: 'Cancelled',
        endedAt: Date.now(),
        end: { cause: 'cancelled', initiator: 'remote', sipCode: 487, reason: '' },
      }),
    );
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Call with Bob' })).toHaveTextContent(
      'You missed a call from Bob.',
    );
  });

  it('takes no key that was meant for another place', async () => {
    const { phone, user } = renderPhone();
    await user.type(screen.getByLabelText('Number or address'), '12');
    ring(phone);
    await user.keyboard('3');
    expect(screen.getByLabelText('Number or address')).toHaveValue('123');
    expect(phone.commands).toEqual([]);
  });

  it('takes the focus when nobody has it, and decides nothing on Enter, Space or Escape', async () => {
    const { phone, user } = renderPhone();
    ring(phone);
    await waitFor(() => expect(toast()).toHaveFocus());
    await user.keyboard('{Enter} {Escape}');
    expect(phone.commands).toEqual([]);
    expect(toast()).toBeInTheDocument();
  });

  it('is decided by keyboard alone', async () => {
    const { phone, user } = renderPhone();
    ring(phone);
    await user.keyboard('{Tab}{Tab}{Enter}');
    expect(phone.commands).toEqual([['accept', 'call-1']]);
  });

  it('waits beside others, and hands the focus on when it goes', async () => {
    const { phone, user } = renderPhone();
    ring(phone);
    ring(phone, { callId: asCallId('call-2'), remoteDisplayName: 'Carol' });
    expect(screen.getAllByRole('alertdialog').map((dialog) => dialog.getAttribute('aria-label'))).toEqual([
      'Incoming call from Bob',
      'Incoming call from Carol',
    ]);
    await user.click(within(toast('Bob')).getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(toast('Carol')).toHaveFocus());
  });

  describe('during another call', () => {
    const talk = (phone: FakeSoftphone, changes: Partial<CallInfo> = {}) =>
      act(() =>
        phone.book.add(
          buildCall({
            callId: asCallId('call-2'),
            state: 'Connected',
            connectedAt: Date.now(),
            remoteUri: 'sip:carol@example.com',
            ...changes,
          }),
        ),
      );
    const buttons = () =>
      within(toast())
        .getAllByRole('button')
        .map((button) => button.textContent)
        .slice(0, -2);

    it('is accepted after that one is held, or ended, or is rejected', async () => {
      const { phone, user } = renderPhone();
      talk(phone);
      ring(phone);
      expect(buttons()).toEqual(['Reject', 'End and accept', 'Hold and accept']);
      await user.click(within(toast()).getByRole('button', { name: 'Hold and accept' }));
      expect(phone.commands).toEqual([['accept', 'call-1']]);
    });

    it('is taken once, however often that is pressed while the other one is being held', async () => {
      const { phone, user } = renderPhone();
      talk(phone);
      ring(phone);
      const accept = vi.spyOn(phone, 'accept').mockReturnValue(new Promise(() => undefined));
      await user.click(within(toast()).getByRole('button', { name: 'Hold and accept' }));
      await user.click(within(toast()).getByRole('button', { name: /^holding/i }));
      expect(accept).toHaveBeenCalledOnce();
    });

    it('goes on ringing, and says so, when that one cannot be held', async () => {
      const { phone, user } = renderPhone();
      talk(phone);
      ring(phone);
      vi.spyOn(phone, 'accept').mockRejectedValueOnce(new PhoneError({ code: 'call/other-not-held' }));
      await user.click(within(toast()).getByRole('button', { name: 'Hold and accept' }));
      expect(within(toast()).getByRole('alert')).toHaveTextContent('could not be put on hold');
      await user.click(within(toast()).getByRole('button', { name: 'End and accept' }));
      expect(phone.commands).toEqual([['endOthersAndAccept', 'call-1']]);
    });

    it('needs nothing of one that is held, and ends one that is still being placed', () => {
      const { phone } = renderPhone();
      talk(phone, { onHold: true });
      ring(phone);
      expect(buttons()).toEqual(['Reject', 'Accept']);
      act(() =>
        phone.book.change(asCallId('call-2'), { state: 'Ringing', connectedAt: null, onHold: false }),
      );
      expect(buttons()).toEqual(['Reject', 'End and accept']);
    });
  });
});
