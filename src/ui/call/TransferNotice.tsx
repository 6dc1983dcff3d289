import { PhoneForwarded, X } from 'lucide-react';
import { useState } from 'react';
import type { CallInfo } from '#core/call/call-info.ts';
import { describeTransferFailure } from '#core/call/transfer-failure-words.ts';
import { displayText } from '#core/identity/display-text.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button } from '../shared/Button.tsx';
import { Details } from '../shared/Details.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './CallPanel.module.css';

/**
 * That a transfer has failed, and what the person is asked when the remote party wants one. How one is doing is the call's own
 * state. `brief` in a strip: that it failed, and not why.
 */
export function TransferNotice({
  call,
  brief = false,
}: {
  readonly call: CallInfo;
  readonly brief?: boolean;
}) {
  const { callId, transfer } = call;
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
  if (typeof status !== 'object') return null;
  const why = describeTransferFailure(call, status.Failed, words, target);
  const details = displayText(status.Failed);
  return (
    <Notice
      tone="warning"
      icon={PhoneForwarded}
      urgent
      action={
        <IconButton label={words.call.dismiss} icon={X} onClick={() => softphone.dismissTransfer(callId)} />
      }
    >
      <p>{words.transfer.failed(target)}</p>
      {brief || why === null ? null : <p>{why}</p>}
      {brief ? null : <Details error={{ code: 'call/refused-by-peer', details }} />}
    </Notice>
  );
}
