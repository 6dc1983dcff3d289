import { Download } from 'lucide-react';
import { useState } from 'react';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { Button, buttonClass } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { downloadName, downloadUrl } from './recording-view.ts';

/** Browsers may begin to save after the click is over. */
const releaseDelayMs = 60_000;

/** Saves a stored file: by a link, or where a token has to be shown, fetched first. */
export function DownloadButton({ meta, url }: { readonly meta: RecordingMeta; readonly url: string }) {
  const { openRecording } = useSoftphone();
  const [state, setState] = useState<'ready' | 'fetching' | 'failed'>('ready');
  if (openRecording === null) {
    return (
      <a className={buttonClass({})} href={downloadUrl(url)} download={downloadName(meta)}>
        <Download aria-hidden size={20} />
        {words.recordings.download}
      </a>
    );
  }
  const save = async () => {
    setState('fetching');
    try {
      const opened = await openRecording(url);
      const link = document.createElement('a');
      link.href = opened.url;
      link.download = downloadName(meta);
      link.click();
      setTimeout(opened.release, releaseDelayMs);
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button icon={Download} disabled={state === 'fetching'} onClick={() => void save()}>
        {words.recordings.download}
      </Button>
      {state === 'failed' ? <p role="alert">{words.recordings.downloadFailed}</p> : null}
    </>
  );
}
