import { act, screen } from '@testing-library/react';
import type { CallInfo } from '#core/call/call-info.ts';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from './call-builders.ts';
import type { FakeSoftphone } from './fake-softphone.ts';
import { renderPhone } from './render-phone.tsx';

/** The call that is on the card. */
export const callId = asCallId('call-1');
export const card = (name = 'bob') => screen.getByRole('region', { name: `Call with ${name}` });
export const change = (phone: FakeSoftphone, changes: Partial<CallInfo>) =>
  act(() => phone.book.change(callId, changes));

/** A phone with one call. */
export function renderCall(changes: Partial<CallInfo> = {}) {
  const rendered = renderPhone();
  act(() => rendered.phone.book.add(buildCall(changes)));
  return rendered;
}
