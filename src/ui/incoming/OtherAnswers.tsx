import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { CallId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { TargetField } from '../shared/TargetField.tsx';
import { words } from '../words.ts';
import styles from './OtherAnswers.module.css';

/** What else can be said to a caller: that the person is busy, or where to call instead. */
export function OtherAnswers({ callId }: { readonly callId: CallId }) {
  const softphone = useSoftphone();
  const [isForwarding, setForwarding] = useState(false);
  const id = useId();
  return (
    <>
      <div className={styles.choices}>
        <Button tone="plain" onClick={() => softphone.reject(callId, 'busy')}>
          {words.incoming.busy}
        </Button>
        <Button
          tone="plain"
          aria-expanded={isForwarding}
          aria-controls={isForwarding ? id : undefined}
          onClick={() => setForwarding(!isForwarding)}
        >
          {words.incoming.forward}
        </Button>
      </div>
      {isForwarding ? <ForwardForm id={id} callId={callId} /> : null}
    </>
  );
}

function ForwardForm({ id, callId }: { readonly id: string; readonly callId: CallId }) {
  const softphone = useSoftphone();
  const [target, setTarget] = useState('');
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const forward = (event: FormEvent) => {
    event.preventDefault();
    try {
      softphone.forward(callId, target);
    } catch (thrown) {
      setError(toPhoneErrorDetail(thrown));
      input.current?.focus();
    }
  };
  return (
    <form id={id} className={styles.form} onSubmit={forward}>
      <TargetField
        label={words.incoming.forwardTo}
        hint={words.rules.targetHint}
        error={error}
        inputRef={input}
        value={target}
        enterKeyHint="go"
        onEdit={(text) => {
          setTarget(text);
          setError(null);
        }}
      />
      <Button type="submit" disabled={target.trim() === ''}>
        {words.incoming.forwardNow}
      </Button>
    </form>
  );
}
