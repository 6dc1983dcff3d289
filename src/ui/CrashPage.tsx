import { RotateCw } from 'lucide-react';
import { Button } from './shared/Button.tsx';
import { CopyDiagnostics } from './shared/CopyDiagnostics.tsx';
import { MessagePage } from './shared/MessagePage.tsx';
import { words } from './words.ts';

/** In the place of the phone when the page itself failed. */
export function CrashPage({ diagnose }: { readonly diagnose: () => Promise<string> }) {
  return (
    <MessagePage title={words.crash.title}>
      <p role="alert">{words.crash.hint}</p>
      <Button tone="primary" size="large" icon={RotateCw} onClick={() => location.reload()}>
        {words.crash.reload}
      </Button>
      <CopyDiagnostics diagnose={diagnose} />
    </MessagePage>
  );
}
