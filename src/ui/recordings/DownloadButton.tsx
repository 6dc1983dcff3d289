import { Download } from 'lucide-react';
import { useState } from 'react';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button, buttonClass } from '../shared/Button.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { words } from '../words.ts';
import type { RecordingSource } from './recording-source.ts';
import { downloadUrl } from './recording-view.ts';

/** Browsers may begin to save after the click is over. */
const releaseDelayMs = 60_000;

/** Saves a file of a recording: by a link, or once it is open. `compact` is without its word, among more buttons. */
export function DownloadButton({
  label = words.recordings.download,
  fileName,
  source,
  compact = false,
}: {
  readonly label?: string;
  readonly fileName: string;
  readonly source: RecordingSource;
  readonly compact?: boolean;
}) {
  const [isFetching, setIsFetching] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (typeof source === 'string') {
    return (
      <a className={buttonClass({})} href={downloadUrl(source)} download={fileName}>
        <Download aria-hidden size={20} />
        {label}
      </a>
    );
  }
  const save = async () => {
    setIsFetching(true);
    setFailure(null);
    try {
      const opened = await source();
      const link = document.createElement('a');
      link.href = opened.url;
      link.download = fileName;
      link.click();
      setTimeout(opened.release, releaseDelayMs);
    } catch (error) {
      setFailure(describe(error));
    }
    setIsFetching(false);
  };
  return (
    <>
      {compact ? (
        <IconButton label={label} icon={Download} disabled={isFetching} onClick={() => void save()} />
      ) : (
        <Button icon={Download} disabled={isFetching} onClick={() => void save()}>
          {label}
        </Button>
      )}
      {failure === null ? null : <p role="alert">{failure}</p>}
    </>
  );
}

function describe(error: unknown): string {
  const { code } = toPhoneErrorDetail(error);
  if (code !== 'recording/not-decodable') return words.recordings.downloadFailed;
  return `${words.errors[code].sentence} ${words.errors[code].action}`;
}
