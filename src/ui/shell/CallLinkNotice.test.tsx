import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { CallLink } from '#core/call/call-link.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { createPlainPage } from '#testing/plain-page.ts';
import { plainConfig } from '#testing/render-phone.tsx';
import { App } from '../App.tsx';

function open(link: CallLink) {
  location.hash = '';
  const phone = createFakeSoftphone(aliceAtExample);
  const onLinkDone = vi.fn<() => void>();
  render(
    <App
      softphone={phone}
      config={plainConfig}
      page={createPlainPage()}
      link={link}
      onLinkDone={onLinkDone}
    />,
  );
  return { phone, onLinkDone, user: userEvent.setup() };
}
const asks: CallLink = { kind: 'asks', target: 'tel:+15550100' };

it('a link calls nobody by itself, and its target when the person says so', async () => {
  const { phone, onLinkDone, user } = open(asks);
  expect(screen.getByRole('alert')).toHaveTextContent('A link asks you to call +15550100.');
  expect(phone.commands).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Call +15550100' }));
  expect(phone.commands).toEqual([['placeCall', 'tel:+15550100']]);
  expect(onLinkDone).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('a link is forgotten when the person does not want to call', async () => {
  const { phone, onLinkDone, user } = open(asks);
  await user.click(screen.getByRole('button', { name: 'Do not call' }));
  expect(phone.commands).toEqual([]);
  expect(onLinkDone).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('a link that asks for anything else is refused in one sentence, and what was typed stays', async () => {
  const { phone, user } = open({ kind: 'refused' });
  await user.type(screen.getByLabelText('Number or address'), '123');
  expect(screen.getByRole('alert')).toHaveTextContent(/so nothing was called\./);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByLabelText('Number or address')).toHaveValue('123');
  expect(phone.commands).toEqual([]);
});
