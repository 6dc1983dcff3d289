import { TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button } from '../shared/Button.tsx';
import { Details } from '../shared/Details.tsx';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';

/** What keeps the list from being whole, and why the last thing that was done with it was not. */
export function LibraryNotices({ failure }: { readonly failure: PhoneErrorDetail | null }) {
  const softphone = useSoftphone();
  const { listError, deviceError } = useStore(softphone.recordings);
  return (
    <>
      {listError === null ? null : (
        <Notice
          tone="warning"
          icon={TriangleAlert}
          action={
            <Button onClick={() => void softphone.refreshRecordings()}>{words.recordings.again}</Button>
          }
        >
          <p>{words.recordings.listFailed}</p>
          <Details error={listError} />
        </Notice>
      )}
      {deviceError === null ? null : (
        <Notice tone="warning" icon={TriangleAlert}>
          <p>
            {words.recordings.deviceFailed} {words.recordings.deviceFailedAction}
          </p>
          <Details error={deviceError} />
        </Notice>
      )}
      {failure === null ? null : (
        <Notice tone="danger" icon={TriangleAlert} urgent>
          <p>{words.recordings.changeFailed}</p>
          <Details error={failure} />
        </Notice>
      )}
    </>
  );
}
