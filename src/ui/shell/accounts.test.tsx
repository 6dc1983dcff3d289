import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { asAccountId, asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const alice = asAccountId('alice@example.com');
const carol = asAccountId('carol@example.org');

/** A phone with two registered accounts. */
function renderTwo() {
  const softphone = createFakeSoftphone(aliceAtExample);
  softphone.signIn({ ...aliceAtExample, address: carol, displayName: 'Carol' });
  softphone.setRegistration({ status: 'registered' }, carol);
  return renderPhone(softphone);
}

const menu = () => screen.getByRole('button', { name: /^Accounts: / });
const account = (accountId: string) => screen.getByRole('listitem', { name: accountId });
const choice = () => screen.getByRole('combobox', { name: 'Call as' });

describe('several accounts', () => {
  it('are one menu, each with its state and its way out', async () => {
    const { phone, user } = renderTwo();
    act(() => phone.setRegistration({ status: 'failed', error: { code: 'registration/refused' } }, carol));
    expect(screen.getByRole('status')).toHaveTextContent(/^Sign-in failed/);
    await user.click(menu());
    expect(within(account(alice)).getByRole('status')).toHaveTextContent('Registered');
    expect(within(account(carol)).getByRole('status')).toHaveTextContent(/^Sign-in failed/);
    await user.click(screen.getByRole('button', { name: `Sign out ${carol}` }));
    expect(phone.commands.at(-1)).toEqual(['signOut', carol]);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([
      'Registered',
      'Registered',
    ]);
  });

  it('close their menu by Escape, and when the focus goes elsewhere', async () => {
    const { user } = renderTwo();
    await user.click(menu());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listitem', { name: alice })).not.toBeInTheDocument();
    expect(menu()).toHaveFocus();
    await user.click(menu());
    await user.click(screen.getByLabelText('Number or address'));
    expect(screen.queryByRole('listitem', { name: alice })).not.toBeInTheDocument();
  });

  it('take turns in calling: the chosen one, or the one at home in the domain', async () => {
    const { phone, user } = renderTwo();
    expect(choice()).toHaveValue(alice);
    await user.type(screen.getByLabelText('Number or address'), 'bob@example.org');
    expect(choice()).toHaveValue(carol);
    await user.selectOptions(choice(), alice);
    await user.click(screen.getByRole('button', { name: 'Call' }));
    expect(phone.commands.slice(1)).toEqual([
      ['chooseAccount', alice],
      ['placeCall', 'bob@example.org', alice],
    ]);
  });

  it('are told at the calls of each', () => {
    const { phone } = renderTwo();
    const call = { remoteUri: 'sip:bob@example.com', accountId: carol };
    act(() => {
      phone.book.add(buildCall({ ...call, state: 'Ringing' }));
      phone.book.add(
        buildCall({
          ...call,
          callId: asCallId('call-2'),
          state: 'IncomingPending',
          direction: 'Incoming',
          remoteDisplayName: 'Dave',
        }),
      );
    });
    expect(screen.getByRole('alertdialog')).toHaveAccessibleDescription(/to carol@example\.org/);
    expect(screen.getByRole('region', { name: 'Call with bob' })).toHaveTextContent('as carol@example.org');
  });

  it('are added and corrected in the settings', async () => {
    const { phone, user } = renderTwo();
    await user.click(menu());
    await user.click(screen.getByRole('link', { name: 'Add account' }));
    await user.click(await screen.findByRole('button', { name: 'Add account' }));
    await user.type(screen.getByLabelText('SIP address'), 'dave@example.com');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(account('dave@example.com')).toBeInTheDocument();
    expect(screen.queryByLabelText('SIP address')).not.toBeInTheDocument();

    const dave = asAccountId('dave@example.com');
    act(() =>
      phone.setRegistration({ status: 'failed', error: { code: 'registration/wrong-password' } }, dave),
    );
    expect(screen.getByLabelText('SIP address')).toHaveValue(dave);
    expect(screen.getByText(/Type the password again/)).toBeInTheDocument();
  });
});

it('says nothing of accounts at the calls of a single one', () => {
  const { phone } = renderPhone();
  act(() => phone.book.add(buildCall({ state: 'Ringing', accountId: alice })));
  expect(screen.getByRole('region', { name: /^Call with/ })).not.toHaveTextContent(/alice@example/);
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
});
