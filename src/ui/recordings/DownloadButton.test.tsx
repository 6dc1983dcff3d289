import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { PhoneError, type PhoneErrorCode } from '#core/errors/phone-error.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { DownloadButton } from './DownloadButton.tsx';
import type { RecordingSource } from './recording-source.ts';

afterEach(() => vi.restoreAllMocks());

function renderButton(source: RecordingSource) {
  const phone = createFakeSoftphone(aliceAtExample);
  const saved: HTMLAnchorElement[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this);
  });
  render(
    <SoftphoneProvider value={phone}>
      <DownloadButton fileName="Bob.wav" source={source} />
    </SoftphoneProvider>,
  );
  const user = userEvent.setup();
  return {
    phone,
    saved: () => saved.map((link) => [link.getAttribute('href'), link.download, link.getAttribute('target')]),
    press: () => user.click(screen.getByRole('button', { name: 'Download' })),
  };
}

it.each([
  ['/recordings/bob', '/recordings/bob', null],
  ['https://store.example.com/bob', 'https://store.example.com/bob?download', '_blank'],
  ['https://store.example.com/bob?signature=ab', 'https://store.example.com/bob?signature=ab', '_blank'],
])('has the browser fetch %s, never in place of the phone', async (source, href, target) => {
  const { phone, saved, press } = renderButton(source);
  await press();
  expect(phone.commands).toEqual([['probeStored', source]]);
  expect(saved()).toEqual([[href, 'Bob.wav', target]]);
});

it('says that the file of the store is gone, and what to do, until it is there', async () => {
  const { phone, saved, press } = renderButton('/recordings/bob');
  vi.spyOn(phone, 'probeStored').mockRejectedValueOnce(new PhoneError({ code: 'recording/file-gone' }));
  await press();
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The file of this recording is not there any more. Reload the list.',
  );
  expect(saved()).toEqual([]);
  await press();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(saved()).toHaveLength(1);
});

it.each<[PhoneErrorCode, RegExp]>([
  ['recording/storage-failed', /^The file of this recording is not there any more\./],
  ['recording/not-decodable', /^This browser cannot turn the packets of this call into sound\./],
  ['upload/server-unreachable', /^This recording could not be downloaded\..*upload\/server-unreachable/],
])('says why a file could not be opened: %s', async (code, said) => {
  const { saved, press } = renderButton(() => Promise.reject(new PhoneError({ code })));
  await press();
  expect(await screen.findByRole('alert')).toHaveTextContent(said);
  expect(screen.getByRole('button', { name: 'Download' })).toBeEnabled();
  expect(saved()).toEqual([]);
});
