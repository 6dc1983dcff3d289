import { PhoneOff, RotateCw } from 'lucide-react';
import { useStore } from 'zustand';
import type { Softphone } from '#core/softphone-types.ts';
import { Button } from './shared/Button.tsx';
import { CopyDiagnostics } from './shared/CopyDiagnostics.tsx';
import { MessagePage } from './shared/MessagePage.tsx';
import { words } from './words.ts';

/** In the place of the phone when the page itself failed. A call that goes on can still be ended. */
export function CrashPage({
  phone,
  diagnose,
}: {
  readonly phone: Pick<Softphone, 'calls' | 'hangUp'>;
  readonly diagnose: () => Promise<string>;
}) {
  const isInCall = useStore(phone.calls, ({ liveCalls }) => liveCalls.size > 0);
  const hangUp = () => {
    for (const callId of phone.calls.getState().liveCalls.keys()) phone.hangUp(callId);
  };
  return (
    <MessagePage title={words.crash.title}>
      <p role="alert">{words.crash.hint}</p>
      {isInCall ? (
        <>
          <p>{words.crash.inCall}</p>
          <Button tone="refuse" size="large" icon={PhoneOff} onClick={hangUp}>
            {words.call.hangUp}
          </Button>
        </>
      ) : null}
      <Button tone="primary" size="large" icon={RotateCw} onClick={() => location.reload()}>
        {words.crash.reload}
      </Button>
      <CopyDiagnostics diagnose={diagnose} />
    </MessagePage>
  );
}
