import { Download, FileX2, ListChecks, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { partyName } from '#core/contacts/known-names.ts';
import { canDelete } from '#core/recording/recording-edits.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { Button } from '../shared/Button.tsx';
import { formatList } from '../shared/format.ts';
import { Notice } from '../shared/Notice.tsx';
import { datedFileName } from '../shared/save-file.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { ExportProgress } from './ExportProgress.tsx';
import { openSource, sourceOf } from './recording-source.ts';
import { downloadName } from './recording-view.ts';
import styles from './SelectionBar.module.css';
import { useExport } from './use-export.ts';

/** More names are no sentence any more. */
const mostNamed = 5;

/** What can be done with the recordings that are selected, all at once. */
export function SelectionBar({
  items,
  onSelectAll,
  onDelete,
  onDone,
}: {
  readonly items: readonly RecordingItem[];
  readonly onSelectAll: () => void;
  readonly onDelete: () => void;
  readonly onDone: () => void;
}) {
  const softphone = useSoftphone();
  const known = useStore(softphone.people.names);
  const work = useExport();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const withFile = items.flatMap((item) => {
    const source = sourceOf(item, softphone);
    return source === null ? [] : [{ item, source }];
  });
  const download = () => {
    const names = uniqueNames(
      withFile.map(({ item: { meta } }) => downloadName(meta, partyName(known, meta))),
    );
    const entries = withFile.map(({ item, source }, index) => ({
      name: names[index] ?? '',
      atMs: item.meta.startedAtMs,
      bytes: item.bytes ?? 0,
      open: () => openSource(source),
    }));
    setMissing([]);
    return work.run(
      async (onProgress, signal) => {
        const made = await softphone.exporter.zip(entries, onProgress, signal);
        setMissing(made.missing);
        return made;
      },
      datedFileName(words.recordings.title, '.zip'),
    );
  };
  return (
    <div className={styles.bar} role="group" aria-label={words.recordings.select}>
      <p className={styles.count} role="status">
        {words.recordings.selected(items.length)}
      </p>
      <Button tone="plain" icon={ListChecks} onClick={onSelectAll}>
        {words.recordings.selectAll}
      </Button>
      <Button tone="plain" onClick={onDone}>
        {words.recordings.stopSelecting}
      </Button>
      {work.share === null ? (
        <Button icon={Download} disabled={withFile.length === 0} onClick={() => void download()}>
          {words.recordings.downloadZip}
        </Button>
      ) : (
        <Button icon={X} onClick={work.stop}>
          {words.recordings.stopSaving}
        </Button>
      )}
      <Button icon={Trash2} disabled={!items.some(canDelete)} onClick={onDelete}>
        {words.recordings.delete}
      </Button>
      {work.share === null && work.error === null ? null : (
        <div className={styles.progress}>
          <ExportProgress share={work.share} error={work.error} />
        </div>
      )}
      {missing.length === 0 ? null : (
        <div className={styles.progress}>
          <Notice tone="warning" icon={FileX2} urgent>
            <p>{words.recordings.zipLacks(missing.length, formatList(missing.slice(0, mostNamed)))}</p>
          </Notice>
        </div>
      )}
    </div>
  );
}

/** `a.wav`, `a (2).wav`: two calls of one minute are two files. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${String(times)})$1`);
  });
}
