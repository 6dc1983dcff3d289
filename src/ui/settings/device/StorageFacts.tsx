import { HardDrive, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StorageFigures } from '#core/device-data/device-storage-port.ts';
import { Button } from '../../shared/Button.tsx';
import { formatBytes } from '../../shared/format.ts';
import { Notice } from '../../shared/Notice.tsx';
import { usePage } from '../../shared/page-context.ts';
import { ProgressBar } from '../../shared/ProgressBar.tsx';
import { words } from '../../words.ts';
import styles from './DataSettings.module.css';

/** What the browser says of the room that it gives. */
interface Facts {
  readonly figures: StorageFigures | null;
  readonly isPersisted: boolean | null;
  readonly keepsAnything: boolean;
}

/** How much room is used, and whether the browser keeps what is there. */
export function StorageFacts() {
  const { storage } = usePage();
  const [facts, setFacts] = useState<Facts | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    const read = async () => {
      const [figures, isPersisted, keepsAnything] = await Promise.all([
        storage.measure(),
        storage.isPersisted(),
        storage.keepsAnything(),
      ]);
      setFacts({ figures, isPersisted, keepsAnything });
    };
    void read();
  }, [storage]);

  if (facts === null) return <p>{words.pageLoading}</p>;
  if (!facts.keepsAnything) {
    return (
      <Notice tone="warning" icon={TriangleAlert}>
        <p>{words.data.off}</p>
        <p>{words.data.offAction}</p>
      </Notice>
    );
  }
  const persist = async () => {
    const isPersisted = await storage.persist();
    setFacts({ ...facts, isPersisted });
    setRefused(!isPersisted);
  };
  const { figures, isPersisted } = facts;
  return (
    <div className={styles.facts}>
      {figures === null ? (
        <p>{words.data.untold}</p>
      ) : (
        <>
          <p className={styles.used}>
            {words.data.used(formatBytes(figures.usedBytes), formatBytes(figures.quotaBytes))}
          </p>
          <ProgressBar value={figures.usedBytes} max={figures.quotaBytes} aria-label={words.data.room} />
        </>
      )}
      <p role="status">
        {isPersisted === true ? words.data.persisted : null}
        {isPersisted === false && !isRefused ? words.data.notPersisted : null}
        {isRefused ? words.data.persistRefused : null}
      </p>
      {isPersisted === false ? (
        <div>
          <Button icon={HardDrive} onClick={() => void persist()}>
            {words.data.persist}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
