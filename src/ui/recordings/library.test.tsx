import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { createStore } from '#core/shared/store.ts';
import { buildContact } from '#testing/people-builders.ts';
import { createFakePeople } from '#testing/fake-people.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { layOut } from '#testing/lay-out.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { RecordingsPage } from './RecordingsPage.tsx';
import { uniqueNames } from './SelectionBar.tsx';

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

const itemOf = (
  id: string,
  changes: Partial<RecordingItem['meta']> = {},
  more: Partial<RecordingItem> = {},
): RecordingItem => ({
  meta: buildRecordingMeta({ recordingId: asRecordingId(id), ...changes }),
  progress: { phase: 'stored', url: `/recordings/${id}` },
  durationMs: 120_000,
  bytes: 1_000_000,
  localCopy: null,
  allows: ['peaks', 'notes', 'delete'],
  ...more,
});
const bob = itemOf('bob');
const zoe = itemOf('zoe', { remoteDisplayName: 'Zoë', direction: 'Outgoing' }, { notes: 'invoice' });
const sales = itemOf(
  'sales',
  { remoteDisplayName: 'Sam', localUri: 'sip:sales@example.com' },
  { progress: { phase: 'queued' } },
);

function renderLibrary(
  items: readonly RecordingItem[] = [bob, zoe, sales],
  people = createFakePeople().openPage(),
) {
  const phone = createFakeSoftphone(aliceAtExample, { people });
  phone.recordings.setState((before) => ({ ...before, items }));
  render(
    <SoftphoneProvider value={phone}>
      <main>
        <RecordingsPage part={null} />
      </main>
    </SoftphoneProvider>,
  );
  return { phone, user: userEvent.setup() };
}
const names = () => screen.queryAllByRole('listitem').map((row) => /Bob|Zoë|Sam/.exec(row.textContent)?.[0]);

describe('the library', () => {
  it('names the account of each, unless it is the only one that is signed in', () => {
    renderLibrary();
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows[0]).not.toContain('alice@example.com');
    expect(rows[2]).toContain('to sales@example.com');
  });

  it('finds what one types in names, addresses and notes', async () => {
    const { user } = renderLibrary();
    expect(screen.getByText('3 recordings')).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'zoe invoice');
    await waitFor(() => expect(names()).toEqual(['Zoë']));
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(names()).toEqual(['Bob', 'Zoë', 'Sam']));
  });

  it.each([
    ['Direction', 'Outgoing', ['Zoë']],
    ['Account', 'sales@example.com', ['Sam']],
    ['State', 'On this device', ['Sam']],
    ['State', 'Stored', ['Bob', 'Zoë']],
    ['Date', 'Any date', ['Bob', 'Zoë', 'Sam']],
  ])('is narrowed by %s: %s', async (control, option, found) => {
    const { user } = renderLibrary();
    await user.selectOptions(screen.getByRole('combobox', { name: control }), option);
    await waitFor(() => expect(names()).toEqual(found));
  });

  it('says that nothing is like that, and shows everything again', async () => {
    const { user } = renderLibrary();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Date' }), 'Between…');
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2024-01-01' } });
    expect(await screen.findByRole('heading', { name: 'No recording is like that' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('has only what is in sight of a thousand in the page', () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(73);
    renderLibrary(Array.from({ length: 1000 }, (_, index) => itemOf(`many-${String(index)}`)));
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]).toHaveAttribute('aria-setsize', '1000');
    expect(rows[1]).toHaveAttribute('aria-posinset', '2');
  });

  it('saves those that are selected as one ZIP, and deletes them', async () => {
    const { phone, user } = renderLibrary();
    await user.click(screen.getByRole('button', { name: 'Select' }));
    expect(screen.getByRole('button', { name: 'Download as ZIP' })).toBeDisabled();
    for (const name of ['Select Bob', 'Select Sam']) await user.click(screen.getByRole('checkbox', { name }));
    await user.click(screen.getByRole('button', { name: 'Download as ZIP' }));
    expect(phone.exporter.asked).toEqual([
      [expect.stringMatching(/ Bob\.wav$/), expect.stringMatching(/ Sam\.wav$/)],
    ]);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(phone.exporter.isStopped()).toBe(true);
    const together = screen.getByRole('group', { name: 'Select' });
    await user.click(within(together).getByRole('button', { name: 'Delete' }));
    expect(phone.commands.at(-1)).toEqual(['deleteRecordings', ['bob', 'sales']]);
    expect(screen.getByText('2 recordings were deleted.')).toBeInTheDocument();
  });

  it('has files named as the contacts have it, before what the headers say', async () => {
    const robert = buildContact({ name: 'Robert/Bobby' });
    const names = createStore({ find: () => robert });
    const { phone, user } = renderLibrary([bob], { ...createFakePeople().openPage(), names });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    await user.click(screen.getByRole('button', { name: 'Download' }));
    await user.click(screen.getByRole('button', { name: 'Play' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    phone.exporter.finish();
    await waitFor(() => expect(click).toHaveBeenCalledTimes(2));
    const saved = click.mock.contexts as HTMLAnchorElement[];
    expect(saved.map(({ download }) => download.slice(17))).toEqual(['Robert Bobby.wav', 'Robert Bobby.wav']);
    await user.click(screen.getByRole('button', { name: 'Select' }));
    await user.click(screen.getByRole('button', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Download as ZIP' }));
    expect(phone.exporter.asked.at(-1)).toEqual([expect.stringMatching(/ Robert Bobby\.wav$/)]);
  });

  it('says which of many are not in the ZIP', async () => {
    const { phone, user } = renderLibrary();
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await user.click(screen.getByRole('button', { name: 'Select' }));
    await user.click(screen.getByRole('button', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Download as ZIP' }));
    await act(async () => {
      phone.exporter.finish(['a Bob.wav', 'b Zoë.wav']);
      await Promise.resolve();
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '2 recordings are not in the ZIP, because their files could not be had: a Bob.wav, b Zoë.wav.',
    );
    await waitFor(() => expect(click).toHaveBeenCalledOnce());
    await user.click(screen.getByRole('button', { name: 'Download as ZIP' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    click.mockRestore();
  });

  it('keeps the focus where something is taken away', async () => {
    const { user } = renderLibrary();
    const [first] = screen.getAllByRole('listitem');
    await user.click(within(first ?? document.body).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(names()).toEqual(['Zoë', 'Sam']));
    expect(screen.getAllByRole('listitem')[0]).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Select' }));
    expect(screen.getByRole('button', { name: 'Select all' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByRole('button', { name: 'Select' })).toHaveFocus();
  });

  it('says that this device keeps nothing, and what to do', () => {
    const { phone } = renderLibrary();
    act(() =>
      phone.recordings.setState((state) => ({ ...state, deviceError: { code: 'recording/storage-failed' } })),
    );
    expect(screen.getByText(/could not be read\. Use a normal window/)).toBeInTheDocument();
  });
});

const node = () => ({ connect: vi.fn<() => void>(), gain: { setTargetAtTime: vi.fn<() => void>() } });
/** As much as a mixer takes. */
class FakeAudioContext {
  readonly createChannelSplitter = node;
  readonly createChannelMerger = node;
  readonly createMediaElementSource = node;
  readonly createGain = node;
  readonly suspend = () => Promise.resolve();
}

describe('the player of a recording', () => {
  const open = async (item = bob) => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    const rendered = renderLibrary([item]);
    await rendered.user.click(screen.getByRole('button', { name: 'Play' }));
    play.mockRestore();
    return { ...rendered, player: screen.getByRole('region', { name: 'Player, Bob' }) };
  };

  it('moves by keys along its time, which it says', async () => {
    const { user, player } = await open();
    const position = within(player).getByRole('slider', { name: 'Position' });
    expect(position).toHaveAttribute('aria-valuetext', '0:00 of 2:00');
    position.focus();
    for (const [key, time] of [
      ['ArrowRight', '0:05'],
      ['PageUp', '0:35'],
      ['ArrowLeft', '0:30'],
      ['End', '2:00'],
      ['Home', '0:00'],
    ] as const) {
      await user.keyboard(`{${key}}`);
      await waitFor(() => expect(position).toHaveAttribute('aria-valuetext', `${time} of 2:00`));
    }
  });

  it('has a speed, by its list and by keys', async () => {
    const { user, player } = await open();
    const speed = within(player).getByRole('combobox', { name: 'Speed' });
    await user.selectOptions(speed, '1.5 ×');
    within(player).getByRole('slider', { name: 'Position' }).focus();
    await user.keyboard('>');
    expect(speed).toHaveValue('2');
    await user.keyboard('<<');
    expect(speed).toHaveValue('1.25');
  });

  it('says in words how loud each voice is', async () => {
    vi.stubGlobal('AudioContext', FakeAudioContext);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { player } = await open();
    const balance = within(player).getByRole('slider', { name: 'Balance' });
    expect(balance).toHaveAttribute('aria-valuetext', 'Both as they were recorded');
    fireEvent.change(balance, { target: { value: '0.3' } });
    expect(balance).toHaveAttribute('aria-valuetext', 'Them 30% quieter');
    fireEvent.change(balance, { target: { value: '-1' } });
    expect(balance).toHaveAttribute('aria-valuetext', 'You 100% quieter');
  });

  it('shows its marks on the time line, and plays from one', async () => {
    const marks = [{ kind: 'hold', atMs: 60_000, durationMs: 10_000 }] as const;
    const { user, player } = await open(itemOf('bob', { marks }));
    await user.click(within(player).getByRole('button', { name: 'On hold 1:00–1:10' }));
    await waitFor(() =>
      expect(within(player).getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', '60'),
    );
  });

  it('says that the store did not take notes, and that they are on this device only', () => {
    renderLibrary([
      itemOf('bob', {}, { notes: 'call back', notesRefused: true, localCopy: { endsAtMs: null } }),
    ]);
    expect(screen.getByText(/^The recording server did not take your notes/)).toBeVisible();
  });

  it('shows every mark of a crowd', async () => {
    const marks = [0, 1, 2, 3, 4].map(
      (second) => ({ kind: 'mute', atMs: second * 1000, durationMs: 500 }) as const,
    );
    const { player } = await open(itemOf('bob', { marks }));
    expect(within(player).getAllByRole('button', { name: /^Muted/ })).toHaveLength(5);
  });

  it('makes a file of one voice, says how far it is, and why it could not', async () => {
    const { phone, user } = await open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'Opus');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Voices' }), 'You only');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(phone.exporter.asked).toEqual([{ format: 'opus', voices: 'local' }]);
    act(() => phone.exporter.progress(0.42));
    expect(screen.getByRole('progressbar', { name: 'Making the file, 42%' })).toHaveAttribute(
      'value',
      '0.42',
    );
    await act(async () => {
      phone.exporter.fail('recording/device-full');
      await Promise.resolve();
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no room on this device');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    phone.exporter.finish();
    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    const [link] = click.mock.contexts as HTMLAnchorElement[];
    expect(link?.download).toMatch(/Bob \(You only\)\.ogg$/);
    click.mockRestore();
  });

  it('says that its file is gone', async () => {
    const { phone, user } = renderLibrary([itemOf('bob', {}, { progress: { phase: 'queued' } })]);
    vi.spyOn(phone, 'openLocalRecording').mockRejectedValue(new Error('gone'));
    await user.click(screen.getByRole('button', { name: 'Play' }));
    expect(
      await screen.findByText(/^The file of this recording is not there any more\./),
    ).toBeInTheDocument();
    expect(phone.commands.at(-1)).toEqual(['whyNotPlayable', 'bob']);
  });
});

it('names two files of one name apart', () => {
  expect(uniqueNames(['a.wav', 'b.wav', 'a.wav'])).toEqual(['a.wav', 'b.wav', 'a (2).wav']);
});
