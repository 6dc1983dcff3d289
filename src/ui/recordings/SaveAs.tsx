import { Download, X } from 'lucide-react';
import { useState } from 'react';
import {
  exportEnding,
  exportFormats,
  type ExportFormat,
  type ExportVoices,
} from '#core/recording/export-plan.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { usePartyName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { openSource, sourceOf } from './recording-source.ts';
import { downloadName } from './recording-view.ts';
import styles from './SaveAs.module.css';
import { useExport } from './use-export.ts';

const isFormat = (value: string): value is ExportFormat =>
  (exportFormats as readonly string[]).includes(value);

/** Saves a recording in another format, or one voice of it. */
export function SaveAs({ item }: { readonly item: RecordingItem }) {
  const softphone = useSoftphone();
  const [format, setFormat] = useState<ExportFormat>('wav');
  const [voices, setVoices] = useState<ExportVoices>('both');
  const work = useExport();
  const source = sourceOf(item, softphone);
  const name = usePartyName(item.meta);
  if (source === null) return null;
  const suffix = {
    both: '',
    remote: ` (${words.recordings.voiceOf(name)})`,
    local: ` (${words.recordings.yourVoice})`,
  };
  const save = () =>
    work.run(
      (onProgress, signal) =>
        softphone.exporter.convert(() => openSource(source), { format, voices }, onProgress, signal),
      downloadName(item.meta, name, `${suffix[voices]}${exportEnding({ format })}`),
    );
  return (
    <div className={styles.save} role="group" aria-label={words.recordings.save}>
      <p className={styles.label}>{words.recordings.save}</p>
      <div className={styles.row}>
        <Choice
          label={words.recordings.format}
          value={format}
          options={exportFormats.map((one) => [one, words.recordings.formats[one]])}
          onChange={(value) => (isFormat(value) ? setFormat(value) : undefined)}
        />
        <Choice
          label={words.recordings.voicesOf}
          value={voices}
          options={[
            ['both', words.recordings.bothVoices],
            ['remote', words.recordings.voiceOf(name)],
            ['local', words.recordings.yourVoice],
          ]}
          onChange={(value) => setVoices(value === 'remote' || value === 'local' ? value : 'both')}
        />
        {work.share === null ? (
          <Button icon={Download} onClick={() => void save()}>
            {words.recordings.saveIt}
          </Button>
        ) : (
          <Button icon={X} onClick={work.stop}>
            {words.recordings.stopSaving}
          </Button>
        )}
      </div>
      <ExportProgress share={work.share} error={work.error} />
    </div>
  );
}
