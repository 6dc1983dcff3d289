import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { layOut } from '#testing/lay-out.ts';
import { VirtualGrid } from './VirtualGrid.tsx';

beforeEach(() => {
  layOut();
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(64);
});
afterEach(() => vi.restoreAllMocks());

const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}`);
const isHeading = () => false;
const rowPx = () => 64;

it('asks no row but those in sight again when one goes from row to row', async () => {
  const keyOf = vi.fn<(line: string) => string>((line) => line);
  render(
    <VirtualGrid label="Lines" lines={lines} keyOf={keyOf} isHeading={isHeading} estimatePx={rowPx}>
      {(line) => <span role="gridcell">{line}</span>}
    </VirtualGrid>,
  );
  const user = userEvent.setup();
  const row = (name: string) => screen.getByRole('row', { name });
  act(() => row('line 0').focus());
  keyOf.mockClear();
  await user.keyboard('{ArrowDown}');
  expect(row('line 1')).toHaveFocus();
  expect(keyOf.mock.calls.length).toBeLessThan(500);
});
