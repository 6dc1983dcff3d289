import { Link2, Link2Off } from 'lucide-react';
import { type CallLink, linkTarget } from '#core/call/call-link.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { Notice } from '../shared/Notice.tsx';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { useCanCall } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import styles from './CallLinkNotice.module.css';

/** A link has opened the phone: whether to call, or that it asked for what no link may ask. `onDone` once it is decided. */
export function CallLinkNotice({ link, onDone }: { readonly link: CallLink; readonly onDone: () => void }) {
  const canCall = useCanCall(link.kind === 'asks' ? link.target : '');
  const { error, place } = usePlaceCall();
  if (link.kind === 'refused') {
    return (
      <Notice
        tone="warning"
        icon={Link2Off}
        urgent
        action={<Button onClick={onDone}>{words.link.understood}</Button>}
      >
        <p>{words.link.refused}</p>
      </Notice>
    );
  }
  const target = linkTarget(link.target);
  const call = () => {
    if (place(link.target) !== null) onDone();
  };
  return (
    <>
      <Notice
        tone="warning"
        icon={Link2}
        urgent
        action={
          <span className={styles.choices}>
            <Button tone="primary" disabled={!canCall} onClick={call}>
              {words.link.call(target)}
            </Button>
            <Button onClick={onDone}>{words.link.dismiss}</Button>
          </span>
        }
      >
        <p>{words.link.asks(target)}</p>
      </Notice>
      {error === null ? null : <ErrorNotice error={error} urgent />}
    </>
  );
}
