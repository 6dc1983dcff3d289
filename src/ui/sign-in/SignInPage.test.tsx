import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const signedOut = () => createFakeSoftphone();

describe('signing in', () => {
  it('says beside each field what is wrong with it, goes to the first one, and sends nothing', async () => {
    const { phone, user } = renderPhone(signedOut());
    await user.type(screen.getByLabelText('SIP address'), 'alice smith');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByLabelText('SIP address')).toHaveAccessibleDescription(
      'A SIP address looks like alice@example.com.',
    );
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('The password is missing.');
    expect(screen.getByLabelText('SIP address')).toHaveFocus();
    expect(phone.commands).toEqual([]);
  });

  it('signs in with what was typed and the server of the deployment', async () => {
    const { phone, user } = renderPhone(signedOut());
    await user.type(screen.getByLabelText('SIP address'), 'alice@example.com');
    await user.type(screen.getByLabelText('Password'), 'secret');
    await user.type(screen.getByLabelText('Display name'), 'Alice');
    await user.keyboard('{Enter}');
    expect(phone.commands).toEqual([
      [
        'signIn',
        {
          address: 'alice@example.com',
          displayName: 'Alice',
          credentials: { kind: 'password', password: 'secret' },
          servers: ['wss://example.com/sip'],
        },
      ],
    ]);
    expect(screen.getByRole('status')).toHaveTextContent(/^Connecting$/);
    act(() => phone.setRegistration({ status: 'registered' }));
    expect(screen.getByRole('status')).toHaveTextContent(/^Registered$/);
    expect(screen.getByLabelText('Number or address')).toBeInTheDocument();
  });

  it('keeps what was typed when the server refuses, and says why and what to do', async () => {
    const { phone, user } = renderPhone(signedOut());
    await user.type(screen.getByLabelText('SIP address'), 'alice@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    act(() =>
      phone.setRegistration({
        status: 'failed',
        error: { code: 'registration/wrong-password', details: '403 Forbidden' },
      }),
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      /^Sign-in failed: The server does not accept this password\.$/,
    );
    expect(screen.getByText('Type the password again and sign in.')).toBeInTheDocument();
    expect(screen.getByText(/403 Forbidden/)).not.toBeVisible();
    await user.click(screen.getByText('Details'));
    expect(screen.getByText(/403 Forbidden/)).toBeVisible();
    expect(screen.getByLabelText('SIP address')).toHaveValue('alice@example.com');
  });

  it('marks the field that the server refuses, and selects it to be typed anew', async () => {
    const { phone, user } = renderPhone(signedOut(), { demo: true });
    await user.type(screen.getByLabelText('SIP address'), 'alice');
    const password = screen.getByLabelText<HTMLInputElement>('Password');
    await user.type(password, 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    const refuse = (code: 'registration/wrong-password' | 'registration/unknown-account') =>
      act(() => phone.setRegistration({ status: 'failed', error: { code, details: '' } }));
    refuse('registration/wrong-password');
    expect(password).toBeInvalid();
    expect(password).toHaveAccessibleDescription('The server does not accept this password.');
    expect(password).toHaveFocus();
    expect([password.selectionStart, password.selectionEnd]).toEqual([0, 5]);
    expect(screen.queryByRole('link', { name: 'Try the demo as Carol' })).not.toBeInTheDocument();
    refuse('registration/unknown-account');
    expect(screen.getByLabelText('SIP address')).toHaveFocus();
    expect(password).toBeValid();
  });

  it('leaves no trace of the password in the storage of the browser', async () => {
    const { user } = renderPhone(signedOut());
    await user.type(screen.getByLabelText('SIP address'), 'alice@example.com');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
  });

  it('says which accounts the demo has when it was asked for another, until somebody signs in', async () => {
    const { user } = renderPhone(signedOut(), { demo: true }, 'ze\u202ed');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The demo has no account “zed”, only Alice, Bob, Carol, and Dave.',
    );
    await user.type(screen.getByLabelText('SIP address'), 'alice@example.com');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(screen.queryByText(/The demo has no account/)).not.toBeInTheDocument();
  });

  it('offers the demo accounts in demo mode only', () => {
    renderPhone(signedOut(), { demo: true });
    expect(screen.getByRole('link', { name: 'Try the demo as Carol' })).toHaveAttribute(
      'href',
      '?account=carol',
    );
  });
});
