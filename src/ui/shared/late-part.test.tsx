import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FunctionComponent } from 'react';
import { expect, it, vi } from 'vitest';
import { createLatePart } from './late-part.tsx';

interface Named {
  readonly name: string;
}

it('a part that could not be fetched says so, and is fetched again by a press', async () => {
  const load = vi.fn<() => Promise<FunctionComponent<Named>>>(async () => ({ name }) => <h1>{name}</h1>);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const History = createLatePart(load);
  render(<History name="History" />);
  expect(await screen.findByRole('alert')).toHaveTextContent('This page could not be loaded.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'History' })).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('a part is fetched once, however often it is shown', async () => {
  const load = vi.fn<() => Promise<FunctionComponent>>(async () => () => <p>there</p>);
  const Part = createLatePart(load);
  const { unmount } = render(<Part />);
  await screen.findByText('there');
  unmount();
  render(<Part />);
  expect(screen.getByText('there')).toBeInTheDocument();
  expect(load).toHaveBeenCalledOnce();
});
