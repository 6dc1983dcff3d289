import { Download } from 'lucide-react';
import { useState } from 'react';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button, buttonClass } from '../shared/Button.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { saveFile } from '../shared/save-file.ts';
import { words } from '../words.ts';
import type { RecordingSource } from './recording-source.ts';
import { downloadUrl } from './recording-view.ts';

/** Saves a file of a recording: by a link, or once it is open. Without a label it is an icon, among more buttons. */
export function DownloadButton({
  label = null,
  fileName,
  source,
}: {
  readonly label?: string | null;
  readonly fileName: string;
  readonly source: RecordingSource;
}) {
  const [isFetching, setIsFetching] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (typeof source === 'string') {
    return (
      <a
        className={buttonClass(label === null ? { tone: 'plain', size: 'round' } : {})}
        href={downloadUrl(source)}
        download={fileName}
        aria-label={label ?? words.recordings.download}
        title={label === null ? words.recordings.download : undefined}
      >
        <Download aria-hidden size={20} />
        {label}
      </a>
    );
  }
  const save = async () => {
    setIsFetching(true);
    setFailure(null);
    try {
      saveFile(await source(), fileName);
    } catch (error) {
      setFailure(describe(error));
    }
    setIsFetching(false);
  };
  return (
    <>
      {label === null ? (
        <IconButton
          label={words.recordings.download}
          icon={Download}
          disabled={isFetching}
          onClick={() => void save()}
        />
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
