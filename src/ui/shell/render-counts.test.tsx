import { act, render } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { createPlainPage } from '#testing/plain-page.ts';
import { CallCard } from '../call/CallCard.tsx';
import { useStageCalls } from '../call/use-stage-calls.ts';
import { Dialer } from '../dialer/Dialer.tsx';
import { IncomingCalls } from '../incoming/IncomingCalls.tsx';
import { PageProvider } from '../shared/page-context.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { Navigation } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { TopBar } from './TopBar.tsx';

const nothing = () => undefined;

/** The phone page in its parts, each of which notes when it renders. */
function renderPage() {
  const phone = createFakeSoftphone(aliceAtExample);
  const rendered: string[] = [];
  const part = (id: string, content: ReactNode) => (
    <Profiler key={id} id={id} onRender={(name) => rendered.push(name)}>
      {content}
    </Profiler>
  );
  function Page() {
    rendered.push('page');
    const { live } = useStageCalls();
    return (
      <>
        {part('incoming', <IncomingCalls overDialer={false} onAccepted={nothing} />)}
        {part('navigation', <Navigation current="phone" />)}
        {part('top bar', <TopBar route="phone" />)}
        {part('notices', <Notices inCall={live.length > 0} hooksError={null} />)}
        {part('dialer', <Dialer />)}
        {live.map((callId) => part(callId, <CallCard callId={callId} onDismiss={nothing} />))}
      </>
    );
  }
  for (const name of ['one', 'two', 'three']) {
    const callId = asCallId(name);
    phone.book.add(buildCall({ callId, remoteUri: `sip:${name}@example.com` }));
  }
  render(
    <SoftphoneProvider value={phone}>
      <PageProvider value={createPlainPage()}>
        <Page />
      </PageProvider>
    </SoftphoneProvider>,
  );
  rendered.length = 0;
  return { phone, rendered };
}

it("renders one call's card when that call changes, and nothing else of the page", () => {
  const { phone, rendered } = renderPage();
  const two = asCallId('two');
  act(() => phone.book.change(two, { state: 'Ringing' }));
  act(() => phone.book.change(two, { state: 'Connected', connectedAt: Date.now() }));
  act(() => phone.book.change(two, { onHold: true }));
  act(() => phone.book.change(two, { state: 'Terminating' }));
  expect(rendered).toEqual(['two', 'two', 'two', 'two']);
});

it('renders a toast when a call comes in, and the page when it is accepted', () => {
  const { phone, rendered } = renderPage();
  const four = asCallId('four');
  act(() => phone.book.add(buildCall({ callId: four, state: 'IncomingPending', direction: 'Incoming' })));
  expect(rendered).toEqual(['incoming']);
  act(() => phone.book.change(four, { state: 'Connected', connectedAt: Date.now() }));
  expect(rendered.filter((part) => part === 'four')).toHaveLength(1);
});
