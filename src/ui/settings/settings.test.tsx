import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeDesk } from '#testing/fake-desk.ts';
import { renderPhone } from '#testing/render-phone.tsx';
import type { PageSettings } from '../shared/page-context.ts';
import { english, setWords } from '../words.ts';

afterEach(() => setWords(english));

async function openSettings(page: Partial<PageSettings> = {}) {
  const desk = createFakeDesk();
  const { phone, user } = renderPhone(undefined, {}, null, null, desk, page);
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('region', { name: 'Language' });
  return { phone, user, desk };
}

it('draws the page anew in the language that is chosen, and keeps what goes on', async () => {
  const { phone, user } = await openSettings();
  await user.click(screen.getByRole('radio', { name: 'العربية' }));
  expect(await screen.findByRole('region', { name: 'اللغة' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: 'العربية' })).toBeChecked();
  expect(document.documentElement.dir).toBe('rtl');
  expect(phone.commands).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('region', { name: 'Language' })).toBeInTheDocument();
  expect(document.documentElement.dir).toBe('ltr');
});

it('changes the look at once', async () => {
  const { user } = await openSettings();
  const brightness = screen.getByRole('group', { name: 'Brightness' });
  await user.click(within(brightness).getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await user.click(within(brightness).getByRole('radio', { name: 'As the system' }));
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

it('asks for notifications on a click, and says what became of it', async () => {
  const { user, desk } = await openSettings();
  act(() => desk.notifications.setState('ask'));
  await user.click(screen.getByRole('button', { name: 'Switch notifications on' }));
  const section = screen.getByRole('region', { name: 'Notifications' });
  expect(within(section).getByRole('status')).toHaveTextContent('Notifications are on.');
  act(() => desk.notifications.setState('denied'));
  expect(within(section).getByRole('status')).toHaveTextContent(
    /Allow notifications .+ Calls ring all the same/,
  );
});

it('says in the small window where notifications are switched on', async () => {
  const { desk } = await openSettings({ openSmallWindow: null });
  act(() => desk.notifications.setState('ask'));
  const section = screen.getByRole('region', { name: 'Notifications' });
  expect(within(section).getByRole('status')).toHaveTextContent(/ Do this in the page that opened this/);
  expect(within(section).queryByRole('button')).not.toBeInTheDocument();
});

it('leads to each section, again and again, and to the languages by their own names first', async () => {
  const { user } = await openSettings();
  const index = screen.getByRole('navigation', { name: 'Sections' });
  const links = within(index).getAllByRole('link');
  expect(links[0]).toHaveAccessibleName('Language English Deutsch Español العربية');
  const data = within(index).getByRole('link', { name: 'Data' });
  await user.click(data);
  await vi.waitFor(() => expect(screen.getByRole('region', { name: 'Data' })).toHaveFocus());
  data.focus();
  await user.click(data);
  expect(screen.getByRole('region', { name: 'Data' })).toHaveFocus();
  expect(links.map(({ textContent }) => textContent.trim().split(' ')[0])).toEqual(
    screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent),
  );
});
