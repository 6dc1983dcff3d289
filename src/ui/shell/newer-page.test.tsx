import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createStore } from '#core/shared/store.ts';
import { createPlainPage } from '#testing/plain-page.ts';
import { PageProvider } from '../shared/page-context.ts';
import { NewerPageNotice } from './NewerPageNotice.tsx';

it('offers a new version of the phone, and waits for the end of a call', () => {
  const newerPage = createStore(false);
  const page = { ...createPlainPage(), newerPage };
  const notice = (inCall: boolean) => (
    <PageProvider value={page}>
      <NewerPageNotice inCall={inCall} />
    </PageProvider>
  );
  const { rerender } = render(notice(true));
  act(() => newerPage.setState(true));
  expect(screen.queryByRole('button')).toBeNull();
  rerender(notice(false));
  expect(screen.getByRole('status').textContent).toBe('A new version of the phone is ready.');
  screen.getByRole('button', { name: 'Reload the page' });
});
