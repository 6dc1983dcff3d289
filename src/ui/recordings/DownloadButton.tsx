import { Download } from 'lucide-react';
import { useState } from 'react';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { toFileError } from '#core/recording/recording-edits.ts';
import { Button } from '../shared/Button.tsx';
import { Details } from '../shared/Details.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { saveFile } from '../shared/save-file.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import type { RecordingSource } from './recording-source.ts';
import { downloadUrl } from './recording-view.ts';

/** Saves a file of a recording, which a browser fetches itself by a URL. Without a label it is an icon, among more buttons. */
export function DownloadButton({
  label = null,
  fileName,
  source,
}: {
  readonly label?: string | null;
  readonly fileName: string;
  readonly source: RecordingSource;
}) {
  const softphone = useSoftphone();
  const [isFetching, setIsFetching] = useState(false);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const saveStored = async (url: string) => {
    // Of a file that is not there a browser says nothing.
    await softphone.probeStored(url);
    saveFile({ url: downloadUrl(url), release: () => undefined }, fileName);
  };
  const saveOpened = async (open: Exclude<RecordingSource, string>) => {
    setIsFetching(true);
    try {
      saveFile(await open(), fileName);
    } finally {
      setIsFetching(false);
    }
  };
  const save = async () => {
    setError(null);
    try {
      await (typeof source === 'string' ? saveStored(source) : saveOpened(source));
    } catch (thrown) {
      setError(toFileError(thrown));
    }
  };
  const onClick = () => void save();
  return (
    <>
      {label === null ? (
        <IconButton
          label={words.recordings.download}
          icon={Download}
          disabled={isFetching}
          onClick={onClick}
        />
      ) : (
        <Button icon={Download} disabled={isFetching} onClick={onClick}>
          {label}
        </Button>
      )}
      {error === null ? null : <WhyNot error={error} />}
    </>
  );
}

function WhyNot({ error }: { readonly error: PhoneErrorDetail }) {
  const { code } = error;
  // What the others say is of recordings that are still to be sent.
  if (code === 'recording/file-gone' || code === 'recording/not-decodable') {
    return <p role="alert">{`${words.errors[code].sentence} ${words.errors[code].action}`}</p>;
  }
  return (
    <div role="alert">
      <p>{words.recordings.downloadFailed}</p>
      <Details error={error} />
    </div>
  );
}
