import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { RegistrationState } from '#core/registration/registration-state.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { createStore } from '#core/shared/store.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeFolder } from '#testing/fake-folder.ts';
import { aliceAtExample, createFakeSoftphone, type FakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const setRegistration = (phone: FakeSoftphone, registration: RegistrationState) =>
  act(() => phone.setRegistration(registration));

it('says that the additions of the deployment are missing', () => {
  renderPhone(undefined, {}, null, { code: 'config/hooks-failed', details: '/my-hooks.js: 404' });
  expect(
    screen.getByText(/could not be loaded\. Calls and recordings work without them/),
  ).toBeInTheDocument();
});

it('offers what was recovered of a crash until the person has seen the recordings', async () => {
  const { phone, user } = renderPhone();
  const find = (...ids: readonly string[]) =>
    act(() =>
      phone.recordings.setState((state) => ({ ...state, recovered: new Set(ids.map(asRecordingId)) })),
    );
  find('a');
  expect(screen.getByText(/^A recording was interrupted/)).toBeInTheDocument();
  find('a', 'b');
  expect(screen.getByText(/^2 recordings were interrupted/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show recordings' }));
  await waitFor(() => expect(screen.queryByText(/interrupted/)).not.toBeInTheDocument());
  await user.click(screen.getByRole('link', { name: 'Phone' }));
  await waitFor(() => expect(screen.getByRole('link', { name: 'Phone' })).toHaveAttribute('aria-current'));
  expect(screen.queryByText(/interrupted/)).not.toBeInTheDocument();
  find('a', 'b', 'c');
  expect(screen.getByText(/^A recording was interrupted/)).toBeInTheDocument();
});

describe('the state of the account', () => {
  it.each([
    [{ status: 'registered' }, 'Registered'],
    [{ status: 'offline' }, 'Offline'],
    [{ status: 'connecting', error: null }, 'Connecting'],
    [{ status: 'reconnecting', sinceMs: 0, error: { code: 'signalling/transport-lost' } }, 'Reconnecting'],
    [
      { status: 'failed', error: { code: 'registration/refused' } },
      'Sign-in failed: The server refused to sign you in.',
    ],
  ] as const)('%j reads %s', (registration, shown) => {
    const { phone } = renderPhone();
    setRegistration(phone, registration);
    expect(screen.getByRole('status')).toHaveTextContent(new RegExp(`^${shown.replaceAll('.', '\\.')}$`));
    expect(screen.getByText('alice@example.com')).toBeInTheDocument();
  });

  it('says what keeps it from connecting, and what to do', () => {
    const { phone } = renderPhone();
    setRegistration(phone, { status: 'connecting', error: { code: 'signalling/server-unreachable' } });
    expect(screen.getByText(/The server does not answer/)).toBeInTheDocument();
    expect(screen.getByText(/Check the WebSocket server/)).toBeInTheDocument();
  });

  it('says that a call goes on while it reconnects', () => {
    const { phone } = renderPhone();
    const lost = { code: 'signalling/transport-lost' } as const;
    setRegistration(phone, { status: 'reconnecting', sinceMs: Date.now() - 7000, error: lost });
    const line = screen.getByText(/The connection to the server was lost/);
    expect(line).toHaveTextContent(/^Reconnecting 0:07\. The connection/);
    act(() => phone.book.add(buildCall({ state: 'Connected', connectedAt: Date.now() })));
    expect(line).toHaveTextContent(/^Reconnecting 0:07\. Your call goes on\. The connection/);
  });

  it('leads back to the form after signing out', async () => {
    const { phone, user } = renderPhone();
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(phone.commands).toEqual([['signOut']]);
    expect(screen.getByLabelText('SIP address')).toBeInTheDocument();
  });
});

describe('the room for recordings on this device', () => {
  it('is told of when it becomes scarce, with what to do', () => {
    const { phone } = renderPhone();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    act(() => phone.deviceRoom.setState(0.83));
    expect(screen.getByRole('alert')).toHaveTextContent(
      /^Recordings use 83% .+: delete some on the Recordings page/,
    );
    act(() => phone.deviceRoom.setState(null));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('the folder for recordings', () => {
  it('is allowed again, on whatever page the person is', async () => {
    const recordingFolder = createFakeFolder({ phase: 'none' });
    const { user } = renderPhone(createFakeSoftphone(aliceAtExample, { recordingFolder }));
    expect(screen.queryByText(/wants your permission/)).not.toBeInTheDocument();
    act(() => recordingFolder.store.setState({ phase: 'locked', name: 'Calls' }));
    expect(screen.getByText(/wants your permission again .+ “Calls”\.$/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Allow' }));
    expect(recordingFolder.store.getState()).toEqual({ phase: 'ready', name: 'Calls' });
    expect(screen.queryByText(/wants your permission/)).not.toBeInTheDocument();
  });
});

describe('the recordings page', () => {
  it('is loaded when it is first wanted', async () => {
    const { user } = renderPhone();
    await user.click(screen.getByRole('link', { name: 'Recordings' }));
    expect(await screen.findByRole('heading', { name: 'No recordings yet' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Recordings');
  });
});

describe('blocked sound', () => {
  it('is said in a line, and one click enables it', async () => {
    const { phone, user } = renderPhone();
    expect(screen.queryByRole('button', { name: 'Enable sound' })).not.toBeInTheDocument();
    act(() => phone.sound.setState('blocked'));
    expect(screen.getByRole('alert')).toHaveTextContent(/keeps this page silent/);
    await user.click(screen.getByRole('button', { name: 'Enable sound' }));
    expect(phone.commands).toEqual([['enableSound']]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

it('opens in a small window, and says so where the browser does not let it', async () => {
  const openSmallWindow = vi.fn<() => boolean>(() => false);
  const { user } = renderPhone(undefined, {}, null, null, undefined, { openSmallWindow });
  await user.click(screen.getByRole('button', { name: 'Open in a small window' }));
  expect(screen.getByRole('alert')).toHaveTextContent(/^Your browser did not open the window/);
  openSmallWindow.mockReturnValue(true);
  await user.click(screen.getByRole('button', { name: 'Open in a small window' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('is not offered in the small window', () => {
  renderPhone(undefined, {}, null, null, undefined, { openSmallWindow: null });
  expect(screen.queryByRole('button', { name: 'Open in a small window' })).not.toBeInTheDocument();
});

it('says in the small window what the browser asks for in the page behind it, until it has asked', () => {
  const asksElsewhere = createStore(true);
  const recordingFolder = createFakeFolder({ phase: 'locked', name: 'Calls' });
  const phone = createFakeSoftphone(aliceAtExample, { recordingFolder });
  renderPhone(phone, {}, null, null, undefined, { openSmallWindow: null, asksElsewhere });
  expect(screen.getByText(/asks for the microphone in the page that opened this window/)).toBeVisible();
  expect(screen.getByText(/“Calls”\. Do this in the page that opened this window/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Allow' })).not.toBeInTheDocument();
  act(() => asksElsewhere.setState(false));
  expect(screen.queryByText(/asks for the microphone/)).not.toBeInTheDocument();
});
