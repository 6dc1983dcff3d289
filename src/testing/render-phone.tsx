import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '#ui/App.tsx';
import type { PageSettings } from '#ui/shared/page-context.ts';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import { createFakeDesk, type FakeDesk } from './fake-desk.ts';
import { createPlainPage } from './plain-page.ts';
import { aliceAtExample, createFakeSoftphone, type FakeSoftphone } from './fake-softphone.ts';

/** A deployment without demo accounts. */
export const plainConfig: PhoneConfig = {
  demo: false,
  accounts: [],
  defaultServer: 'wss://example.com/sip',
  iceServers: [],
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  identity: { trustAsserted: false },
  calls: { limit: 4, history: 200 },
  hooks: null,
  recording: {
    policy: 'always',
    sampleRateHz: 16000,
    beepSeconds: 0,
    announcement: null,
    uploadUrl: '/uploads',
    listUrl: '/recordings',
    upload: 'after-call',
    sinks: ['upload'],
    keepLocal: 'until-stored',
    sn3: false,
    token: null,
  },
};

/** Renders the whole page on a fake phone, by default one that Alice is signed in to, at `#/phone`. */
export function renderPhone(
  phone: FakeSoftphone = createFakeSoftphone(aliceAtExample),
  config: Partial<PhoneConfig> = {},
  unknownAccount: string | null = null,
  hooksError: PhoneErrorDetail | null = null,
  desk: FakeDesk = createFakeDesk(),
  page: Partial<PageSettings> = {},
): { readonly phone: FakeSoftphone; readonly user: UserEvent } {
  location.hash = '';
  const given = { config: { ...plainConfig, ...config }, unknownAccount, hooksError };
  render(<App softphone={phone} page={{ ...createPlainPage(['en'], desk), ...page }} {...given} />);
  return { phone, user: userEvent.setup() };
}
