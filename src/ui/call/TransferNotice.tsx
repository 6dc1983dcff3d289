import { PhoneForwarded } from 'lucide-react';
import { useState } from 'react';
import type { CallInfo } from '#core/call/call-info.ts';
import { displayText } from '#core/identity/display-text.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './CallPanel.module.css';

/** How a transfer is doing, and what the person is asked when the remote party wants one. */
export function TransferNotice({ call: { callId, transfer } }: { readonly call: CallInfo }) {
  const softphone = useSoftphone();
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  if (transfer === null) return null;
  const target = displayText(transfer.targetUri.replace(/^sips?:/i, ''));
  const { status } = transfer;

  if (transfer.initiator === 'remote') {
    if (status !== 'Requested') return null;
    const accept = () => {
      try {
        softphone.acceptTransfer(callId);
      } catch (thrown) {
        setError(toPhoneErrorDetail(thrown));
      }
    };
    return (
      <>
        <Notice tone="warning" icon={PhoneForwarded} urgent>
          <p>{words.transfer.asked(target)}</p>
          <div className={styles.choices}>
            <Button tone="primary" onClick={accept}>
              {words.transfer.callThem}
            </Button>
            <Button onClick={() => softphone.declineTransfer(callId)}>{words.transfer.stay}</Button>
          </div>
        </Notice>
        {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
      </>
    );
  }
  if (typeof status === 'object') {
    return (
      <Notice tone="warning" icon={PhoneForwarded} urgent>
        <p>{words.transfer.failed(target)}</p>
        <p>{displayText(status.Failed)}</p>
      </Notice>
    );
  }
  return (
    <p role="status">
      {status === 'Ringing' ? words.transfer.rings(target) : words.transfer.underWay(target)}
    </p>
  );
}
