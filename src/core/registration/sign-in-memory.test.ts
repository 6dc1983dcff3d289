import { describe, expect, it } from 'vitest';
import { createFakeKeptText } from '#testing/fake-audio-devices.ts';
import type { AccountSettings } from '../config/phone-config.ts';
import { asAccountId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { createStore } from '../shared/store.ts';
import { accountIdOf, nobody, type AccountsState } from './account-state.ts';
import type { RegistrationState } from './registration-state.ts';
import { createSignInMemory, type AccountVault } from './sign-in-memory.ts';

const settingsOf = (user: string): AccountSettings => ({
  address: `${user}@example.com`,
  displayName: null,
  credentials: { kind: 'password', password: `${user}’s word` },
  servers: ['wss://example.com/ws'],
});
const alice = asAccountId('alice@example.com');
const registered: RegistrationState = { status: 'registered' };

function createFakeVault(
  ...before: readonly AccountSettings[]
): AccountVault & { readonly now: () => readonly AccountSettings[] } {
  const content = new Map(before.map((settings) => [accountIdOf(settings), settings]));
  const now = () => [...content.values()];
  return {
    now,
    read: async () => now(),
    keep: async (accountId, settings) => void content.set(accountId, settings),
    forget: async (accountId) => void content.delete(accountId),
  };
}

function stage(vault: AccountVault | null = createFakeVault(), kept = createFakeKeptText()) {
  const accounts = createStore<AccountsState>(nobody);
  const memory = createSignInMemory({ accounts, vault, kept, logger: silentLogger });
  const put = (settings: AccountSettings, registration: RegistrationState) => {
    const accountId = asAccountId(settings.address);
    accounts.setState((state) => ({
      ...state,
      accounts: new Map(state.accounts).set(accountId, { accountId, settings, registration }),
    }));
  };
  const leave = () => accounts.setState(nobody);
  return { memory, put, leave, kept };
}

describe('what is remembered of a sign-in', () => {
  it('is everything but the password', () => {
    const kept = createFakeKeptText();
    stage(undefined, kept).memory.note(settingsOf('alice'), false);
    expect(kept.read()).not.toContain('word');
    expect(stage(undefined, kept).memory.last()).toEqual({
      address: 'alice@example.com',
      displayName: '',
      server: 'wss://example.com/ws',
    });
  });

  it('is nothing where something else was kept', () => {
    expect(stage(undefined, createFakeKeptText()).memory.last()).toBeNull();
    expect(stage(undefined, createFakeKeptText('{"address":1}')).memory.last()).toBeNull();
    expect(stage(undefined, createFakeKeptText('{')).memory.last()).toBeNull();
  });
});

describe('an account that shall stay signed in', () => {
  it('is kept when its server has accepted it, not before', async () => {
    const vault = createFakeVault();
    const { memory, put } = stage(vault);
    memory.note(settingsOf('alice'), true);
    put(settingsOf('alice'), { status: 'connecting', error: null });
    expect(memory.stays(alice)).toBe(false);
    put(settingsOf('alice'), registered);
    await expect.poll(vault.now).toEqual([settingsOf('alice')]);
    expect(memory.stays(alice)).toBe(true);
    expect(await stage(vault).memory.recall()).toEqual([settingsOf('alice')]);
  });

  it('is forgotten when the person signs out, and kept when the page goes', async () => {
    const vault = createFakeVault(settingsOf('alice'));
    const first = stage(vault);
    for (const settings of await first.memory.recall()) first.put(settings, registered);
    first.memory.close();
    first.leave();
    const second = stage(vault);
    for (const settings of await second.memory.recall()) second.put(settings, registered);
    expect(second.memory.stays(alice)).toBe(true);
    second.leave();
    await expect.poll(vault.now).toEqual([]);
  });

  it('is forgotten when it signs in without staying', async () => {
    const vault = createFakeVault(settingsOf('alice'), settingsOf('bob'));
    const { memory } = stage(vault);
    await memory.recall();
    memory.note(settingsOf('alice'), false);
    await expect.poll(vault.now).toEqual([settingsOf('bob')]);
  });

  it('and cannot be kept or forgotten is told', async () => {
    const refuse = () => Promise.reject(new Error('full'));
    const { memory, put, leave } = stage({ read: async () => [], keep: refuse, forget: refuse });
    memory.note(settingsOf('alice'), true);
    put(settingsOf('alice'), registered);
    const code = () => memory.error.getState()?.code;
    await expect.poll(code).toBe('account/not-kept');
    leave();
    await expect.poll(code).toBe('account/not-forgotten');
  });

  it('cannot where passwords cannot be kept', async () => {
    const { memory, put } = stage(null);
    expect(memory.canStay).toBe(false);
    memory.note(settingsOf('alice'), true);
    put(settingsOf('alice'), registered);
    expect(memory.stays(alice)).toBe(false);
    expect(await memory.recall()).toEqual([]);
  });
});

it('forgets everything when it is told to, and stays quiet about who is signed in', async () => {
  const vault = createFakeVault(settingsOf('bob'));
  const { memory, put, kept } = stage(vault);
  memory.note(settingsOf('alice'), true);
  put(settingsOf('alice'), registered);
  await expect.poll(() => vault.now().length).toBe(2);
  expect(await memory.countStaying()).toBe(2);
  await memory.forgetAll();
  expect([vault.now(), memory.last(), memory.stays(alice), kept.read()]).toEqual([[], null, false, '']);
  expect(await memory.countStaying()).toBe(0);
});
