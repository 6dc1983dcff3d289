import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { createFakeFolder } from '#testing/fake-folder.ts';
import { createPlainPage } from '#testing/plain-page.ts';
import type { FolderState } from '#core/upload/chosen-folder.ts';
import { PageProvider, type PageSettings } from '../shared/page-context.ts';
import { FolderChoice } from './FolderChoice.tsx';

function renderChoice(state: FolderState, page: Partial<PageSettings> = {}) {
  const folder = createFakeFolder(state);
  render(
    <PageProvider value={{ ...createPlainPage(), ...page }}>
      <FolderChoice folder={folder} />
    </PageProvider>,
  );
  return { folder, press: (name: string) => userEvent.click(screen.getByRole('button', { name })) };
}
const said = () => screen.getByRole('status').textContent;

it('lets the person choose a folder, and another one', async () => {
  const { folder, press } = renderChoice({ phase: 'none' });
  expect(said()).toMatch(/^Choose a folder on this device/);
  await press('Choose a folder');
  expect(said()).toBe('Recordings are saved to the folder “Calls”.');
  folder.nextPick({ name: 'Archive' });
  await press('Choose another folder');
  expect(said()).toBe('Recordings are saved to the folder “Archive”.');
});

it('lets the person choose another folder than the one that the browser has locked', async () => {
  const { folder, press } = renderChoice({ phase: 'locked', name: 'Calls' });
  expect(said()).toBe('The folder for recordings is “Calls”.');
  folder.nextPick({ name: 'Archive' });
  await press('Choose another folder');
  expect(said()).toBe('Recordings are saved to the folder “Archive”.');
});

it('says that the folder could not be chosen, until it could', async () => {
  const { folder, press } = renderChoice({ phase: 'none' });
  folder.nextPick('refused');
  await press('Choose a folder');
  expect(screen.getByRole('alert')).toHaveTextContent('No folder is chosen for recordings yet.');
  folder.nextPick({ name: 'Calls' });
  await press('Choose a folder');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('has nothing to say before it knows, and nothing to press where no folder can be written to', () => {
  const { folder } = renderChoice({ phase: 'unknown' });
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  act(() => folder.store.setState({ phase: 'unsupported' }));
  expect(said()).toMatch(/^This browser cannot save recordings to a folder\./);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('says in the small window where a folder is chosen: browsers show no dialog for another page', () => {
  const { folder } = renderChoice({ phase: 'none' }, { openSmallWindow: null });
  expect(said()).toMatch(/^Choose a folder .+ Do this in the page that opened this window/);
  act(() => folder.store.setState({ phase: 'ready', name: 'Calls' }));
  expect(said()).toBe('Recordings are saved to the folder “Calls”.');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
