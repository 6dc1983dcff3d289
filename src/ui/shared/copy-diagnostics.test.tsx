import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { CopyDiagnostics } from './CopyDiagnostics.tsx';

async function copy() {
  const user = userEvent.setup();
  render(<CopyDiagnostics diagnose={() => Promise.resolve('[phone]\nversion: 1.2.3\n')} />);
  return { user, press: () => user.click(screen.getByRole('button', { name: 'Copy diagnostics' })) };
}

it('copies them, and says so', async () => {
  const { press } = await copy();
  await press();
  expect(await screen.findByText(/^Copied\./)).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('[phone]\nversion: 1.2.3\n');
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

it('shows them to be selected where the browser does not let it copy, and tries again', async () => {
  const { press } = await copy();
  const denied = vi
    .spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValue(new DOMException('No.', 'NotAllowedError'));
  await press();
  expect(await screen.findByText(/Select the text below/)).toBeVisible();
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Diagnostics' });
  expect(text.value).toContain('version: 1.2.3');
  expect([text.selectionStart, text.selectionEnd]).toEqual([0, text.value.length]);
  denied.mockRestore();
  await press();
  expect(await screen.findByText(/^Copied\./)).toBeVisible();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});
