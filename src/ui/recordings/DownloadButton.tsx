import { Download } from 'lucide-react';
import { useState } from 'react';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { Button, buttonClass } from '../shared/Button.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { words } from '../words.ts';
import type { RecordingSource } from './recording-source.ts';
import { downloadName, downloadUrl } from './recording-view.ts';

/** Browsers may begin to save after the click is over. */
const releaseDelayMs = 60_000;

/** Saves a recording's file: by a link, or once it is open. `compact` is without its word, among more buttons. */
export function DownloadButton({
  meta,
  source,
  compact,
}: {
  readonly meta: RecordingMeta;
  readonly source: RecordingSource;
  readonly compact: boolean;
}) {
  const [state, setState] = useState<'ready' | 'fetching' | 'failed'>('ready');
  if (typeof source === 'string') {
    return (
      <a className={buttonClass({})} href={downloadUrl(source)} download={downloadName(meta)}>
        <Download aria-hidden size={20} />
        {words.recordings.download}
      </a>
    );
  }
  const save = async () => {
    setState('fetching');
    try {
      const opened = await source();
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
      {compact ? (
        <IconButton
          label={words.recordings.download}
          icon={Download}
          disabled={state === 'fetching'}
          onClick={() => void save()}
        />
      ) : (
        <Button icon={Download} disabled={state === 'fetching'} onClick={() => void save()}>
          {words.recordings.download}
        </Button>
      )}
      {state === 'failed' ? <p role="alert">{words.recordings.downloadFailed}</p> : null}
    </>
  );
}
