import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordingItem, RecordingProgress } from '#core/recording/recording-item.ts';
import type { RecordingsState } from '#core/softphone-types.ts';
import type { OpenRecording } from '#core/upload/stored-recording.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { layOut } from '#testing/lay-out.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { RecordingsPage } from './RecordingsPage.tsx';

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

const itemOf = (progress: RecordingProgress, changes: Partial<RecordingItem> = {}): RecordingItem => ({
  meta: buildRecordingMeta(),
  progress,
  durationMs: 83_000,
  bytes: 1_240_000,
  localCopy: null,
  ...changes,
});

function renderRecordings(
  state: Partial<RecordingsState>,
  openRecording: OpenRecording | null = null,
  part: string | null = null,
) {
  const phone = createFakeSoftphone(aliceAtExample, { openRecording });
  phone.recordings.setState((before) => ({ ...before, ...state }));
  render(
    <SoftphoneProvider value={phone}>
      <main>
        <RecordingsPage part={part} />
      </main>
    </SoftphoneProvider>,
  );
  return { phone, user: userEvent.setup() };
}

const renderRow = (progress: RecordingProgress, changes: Partial<RecordingItem> = {}) => {
  const rendered = renderRecordings({ items: [itemOf(progress, changes)] });
  return { ...rendered, row: screen.getByRole('listitem') };
};

/** The link by which a file is saved. */
async function save(click: () => Promise<void>): Promise<HTMLAnchorElement | undefined> {
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await click();
  const [link] = saved.mock.contexts as HTMLAnchorElement[];
  saved.mockRestore();
  return link;
}

describe('a recording', () => {
  it('says who, in which direction, how long and how large', () => {
    const { row } = renderRow({ phase: 'stored', url: '/recordings/recording-1' });
    expect(within(row).getByText('Bob')).toBeInTheDocument();
    expect(within(row).getByText('Incoming')).toBeInTheDocument();
    expect(row).toHaveTextContent('1:23');
    expect(row).toHaveTextContent('1.2 MB');
  });

  it.each([
    [{ phase: 'recording' }, 'Recording'],
    [{ phase: 'queued' }, 'Waiting to send'],
    [{ phase: 'sending', sentBytes: 42, totalBytes: 100 }, 'Sending 42%'],
    [{ phase: 'stored', url: '/recordings/recording-1' }, 'Stored'],
    [
      { phase: 'failed', error: { code: 'recording/capture-failed' } },
      'Failed · The recording could not be started. Your call goes on.',
    ],
    [
      { phase: 'waiting', error: { code: 'upload/server-full' }, retryAtMs: null },
      'Not sent · The recording server has no room left.',
    ],
  ] as const)('%j reads "%s"', (progress, shown) => {
    const { row } = renderRow(progress);
    expect(row).toHaveTextContent(shown);
  });

  it.each([
    ['recovered', 'Recovered after a crash'],
    ['storage-full', 'Ended early: this device had no room left'],
  ] as const)('says that it did not end with its call: %s', (ending, shown) => {
    const { row } = renderRow({ phase: 'queued' }, { meta: buildRecordingMeta({ ending }) });
    expect(row).toHaveTextContent(shown);
  });

  it('has the focus when a link has led to it', () => {
    const { meta } = itemOf({ phase: 'queued' });
    renderRecordings({ items: [itemOf({ phase: 'queued' })] }, null, meta.recordingId);
    expect(screen.getByRole('listitem')).toHaveFocus();
    expect(screen.getByRole('listitem')).toHaveAttribute('aria-current', 'true');
  });

  it('says when it is sent again and why it was not, and is sent at once on "Retry"', async () => {
    const { phone, user, row } = renderRow({
      phase: 'waiting',
      error: { code: 'upload/server-unreachable' },
      retryAtMs: Date.now() + 12_000,
    });
    expect(row).toHaveTextContent(/Will be sent again in 0:12 · The recording server does not answer\./);
    await user.click(within(row).getByRole('button', { name: 'Retry' }));
    expect(phone.commands.at(-1)).toEqual(['retryUpload', 'recording-1']);
  });

  it('is cancelled while it is sent', async () => {
    const { phone, user, row } = renderRow({ phase: 'sending', sentBytes: 1, totalBytes: 2 });
    await user.click(within(row).getByRole('button', { name: 'Cancel' }));
    expect(phone.commands.at(-1)).toEqual(['cancelUpload', 'recording-1']);
  });

  it('is deleted at once, and brought back', async () => {
    const { phone, user, row } = renderRow({ phase: 'queued' });
    await user.click(within(row).getByRole('button', { name: 'Delete' }));
    expect(phone.commands.at(-1)).toEqual(['deleteRecordings', ['recording-1']]);
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
    expect(screen.getByText('“Bob” was deleted.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('listitem')).toHaveTextContent('Bob');
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  it('of the store is deleted where the store allows it', async () => {
    const { phone, user, row } = renderRow(
      { phase: 'stored', url: '/recordings/recording-1' },
      { allows: ['delete'], localCopy: { endsAtMs: null } },
    );
    expect(within(row).getAllByRole('button', { name: /^Delete/ })).toHaveLength(1);
    await user.click(within(row).getByRole('button', { name: 'Delete' }));
    expect(phone.commands.at(-1)).toEqual(['deleteRecordings', ['recording-1']]);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  it.each([{ phase: 'recording' }, { phase: 'stored', url: '/recordings/recording-1' }] as const)(
    'cannot be deleted here: %j',
    (progress) => {
      const { row } = renderRow(progress);
      expect(within(row).queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
    },
  );

  it('offers "Play" and "Download" once it is over, from the store once that has it', async () => {
    const { phone, user, row } = renderRow({ phase: 'recording' });
    expect(within(row).queryByRole('button', { name: 'Play' })).not.toBeInTheDocument();
    const items = [itemOf({ phase: 'stored', url: '/recordings/recording-1' })];
    act(() => phone.recordings.setState((state) => ({ ...state, items })));
    expect(within(row).getByRole('button', { name: 'Play' })).toBeEnabled();
    const link = await save(() => user.click(within(row).getByRole('button', { name: 'Download' })));
    expect(link?.getAttribute('href')).toBe('/recordings/recording-1');
    expect(link?.download).toMatch(/^2023-11-1\d \d\d\.\d\d Bob\.wav$/);
  });

  it('says what happened in it, in the order of time', () => {
    const marks = [
      { kind: 'transfer', atMs: 31_500, durationMs: null },
      { kind: 'hold', atMs: 12_000, durationMs: 10_000 },
      { kind: 'mute', atMs: 80_000, durationMs: null },
    ] as const;
    const { row } = renderRow({ phase: 'queued' }, { meta: buildRecordingMeta({ marks }) });
    const shown = within(row).getByText('On hold 0:12–0:22');
    expect(shown.parentElement).toHaveTextContent('On hold 0:12–0:22Transferred 0:31Muted 1:20–1:23');
  });

  it('says until when a copy of it stays on this device, which can be deleted before', async () => {
    const { phone, user, row } = renderRow(
      { phase: 'stored', url: '/recordings/recording-1' },
      { localCopy: { endsAtMs: new Date(2023, 11, 3, 12).getTime() } },
    );
    expect(row).toHaveTextContent(/Stored, also on this device until Dec 3/);
    await user.click(within(row).getByRole('button', { name: 'Delete the copy on this device' }));
    expect(row).toHaveTextContent('The recording server keeps its own.');
    await user.click(within(row).getByRole('button', { name: 'Delete' }));
    expect(phone.commands.at(-1)).toEqual(['deleteLocalRecording', 'recording-1']);
    expect(row).not.toHaveTextContent('The recording server keeps its own.');
  });

  it('has the copy of the store checked at once on "Try again"', async () => {
    const { phone, user, row } = renderRow(
      { phase: 'stored', url: '/recordings/recording-1' },
      { localCopy: { endsAtMs: null, isUncompared: true } },
    );
    await user.click(within(row).getByRole('button', { name: 'Try again' }));
    expect(phone.commands.at(-1)).toEqual(['retryUpload', 'recording-1']);
  });

  it('is fetched first where that needs a token', async () => {
    const item = itemOf({ phase: 'stored', url: '/recordings/recording-1' });
    const { user } = renderRecordings({ items: [item] }, () => Promise.reject(new Error('gone')));
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(screen.getByRole('alert')).toHaveTextContent('This recording could not be downloaded.');
  });

  it.each([
    { phase: 'queued' },
    { phase: 'sending', sentBytes: 1, totalBytes: 2 },
    { phase: 'waiting', error: { code: 'upload/refused' }, retryAtMs: null },
  ] as const)('is played and saved from this device before it is sent: %j', async (progress) => {
    const { phone, user, row } = renderRow(progress);
    await user.click(within(row).getByRole('button', { name: 'Play' }));
    expect(phone.commands.at(-1)).toEqual(['openLocalRecording', 'recording-1']);
    expect(within(row).getByRole('slider', { name: 'Position' })).toBeInTheDocument();
    const link = await save(() => user.click(within(row).getByRole('button', { name: 'Download' })));
    expect(link?.href).toBe('blob:recording-1');
    expect(link?.download).toMatch(/Bob\.wav$/);
  });

  const codec = {
    direction: 0,
    name: 'opus',
    clockRateHz: 48_000,
    channels: 2,
    payloadType: 111,
    fromByte: 3,
  } as const;
  const sn3 = { url: '/recordings/recording-1.sn3', codecs: [codec] };

  it('can be had packet by packet where the store has it so, and as the sound that they make', async () => {
    const { phone, user, row } = renderRow({ phase: 'stored', url: '/recordings/recording-1' }, { sn3 });
    const packets = await save(() => user.click(within(row).getByRole('button', { name: 'Packets' })));
    expect(packets?.getAttribute('href')).toBe('/recordings/recording-1.sn3');
    expect(packets?.download).toMatch(/ Bob\.sn3$/);
    await save(() => user.click(within(row).getByRole('button', { name: 'Packets as WAV' })));
    expect(phone.commands.at(-1)).toEqual(['openSn3AsWav', sn3]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that this browser cannot make sound of its packets, and what to do', async () => {
    const { user } = renderRow(
      { phase: 'stored', url: '/recordings/recording-1' },
      { sn3: { ...sn3, codecs: [{ ...codec, name: 'G722' }] } },
    );
    await user.click(screen.getByRole('button', { name: 'Packets as WAV' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'This browser cannot turn the packets of this call into sound. Download the packets, or try it in Chrome or Edge.',
    );
  });

  it('opens its player on "Play"', async () => {
    const { user, row } = renderRow({ phase: 'stored', url: '/recordings/recording-1' });
    await user.click(within(row).getByRole('button', { name: 'Play' }));
    expect(within(row).getByRole('slider', { name: 'Position' })).toBeInTheDocument();
    await user.click(within(row).getByRole('button', { name: 'Close the player' }));
    expect(within(row).queryByRole('slider')).not.toBeInTheDocument();
  });
});

describe('the sending of everything', () => {
  const uploads = {
    recordings: 5,
    storedRecordings: 2,
    totalBytes: 120_000_000,
    sentBytes: 34_000_000,
    isPaused: false,
  };

  it('shows how far it is', () => {
    renderRecordings({ items: [itemOf({ phase: 'queued' })], uploads });
    expect(screen.getByText('2 of 5 sent')).toBeInTheDocument();
    expect(screen.getByText('34 MB of 120 MB')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: '2 of 5 sent' })).toHaveAttribute('value', '34000000');
    expect(screen.queryByText(/This device is offline/)).not.toBeInTheDocument();
  });

  it('says that it is paused', () => {
    renderRecordings({ items: [itemOf({ phase: 'queued' })], uploads: { ...uploads, isPaused: true } });
    expect(screen.getByText(/This device is offline\./)).toHaveAttribute('role', 'status');
  });
});

describe('the list', () => {
  it('is asked for when the page opens', () => {
    const { phone } = renderRecordings({});
    expect(phone.commands).toEqual([['refreshRecordings']]);
  });

  it('says that it is being read, and that it is empty only once that is known', () => {
    const { phone } = renderRecordings({ listing: 'reading' });
    expect(screen.getByText('Reading your recordings…')).toBeInTheDocument();
    act(() => phone.recordings.setState((state) => ({ ...state, listing: 'read' })));
    expect(screen.getByRole('heading', { name: 'No recordings yet' })).toBeInTheDocument();
  });

  it('is not said to be read, nor to be empty, where it could not be', () => {
    renderRecordings({ listing: 'never-read', listError: { code: 'upload/server-unreachable' } });
    expect(screen.getByText(/could not be asked for its list/)).toBeInTheDocument();
    expect(screen.queryByText('Reading your recordings…')).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'No recordings yet' })).not.toBeInTheDocument();
  });

  it('shows what it has when the server does not answer, says so, and asks again', async () => {
    const { phone, user } = renderRecordings({
      items: [itemOf({ phase: 'queued' })],
      listError: { code: 'upload/server-unreachable', details: 'GET /recordings' },
    });
    expect(screen.getByRole('listitem')).toBeInTheDocument();
    expect(screen.getByText(/could not be asked for its list/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(phone.commands).toEqual([['refreshRecordings'], ['refreshRecordings']]);
  });
});
