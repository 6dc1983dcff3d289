import { FastForward, Rewind, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Peaks } from '#core/recording/peaks.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { usePartyName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import { MarkLane } from './MarkLane.tsx';
import type { Player } from './player.ts';
import { PlayerMix } from './PlayerMix.tsx';
import { Position } from './Position.tsx';
import styles from './RecordingPlayer.module.css';
import { Waveform } from './Waveform.tsx';

const jumpS = 10;

/** The recording that is loaded: both its voices drawn over its time, what happened in it, and how it is heard. */
export function RecordingPlayer({
  player,
  meta,
  durationMs,
}: {
  readonly player: Player;
  readonly meta: RecordingMeta;
  readonly durationMs: number;
}) {
  const name = usePartyName(meta);
  const peaks = usePeaks(meta);
  const durationS = durationMs / 1000;
  const seek = (positionS: number) => player.seek(Math.max(0, Math.min(durationS, positionS)));
  return (
    <section className={styles.player} aria-label={words.recordings.player(name)}>
      <div className={styles.line}>
        <Position player={player} durationS={durationS}>
          {peaks === 'failed' ? <p className={styles.noWave}>{words.recordings.noWaveform}</p> : null}
          {peaks === null || peaks === 'failed' ? null : (
            <Waveform peaks={peaks} durationS={durationS} player={player} onSeek={seek} />
          )}
        </Position>
      </div>
      {meta.marks.length === 0 ? null : (
        <div className={styles.marks}>
          <MarkLane marks={meta.marks} recordingMs={durationMs} onSeek={seek} />
        </div>
      )}
      <div className={styles.controls}>
        <span className={styles.transport}>
          <IconButton
            label={words.recordings.back}
            icon={Rewind}
            onClick={() => seek(player.positionS() - jumpS)}
          />
          <IconButton
            label={words.recordings.ahead}
            icon={FastForward}
            onClick={() => seek(player.positionS() + jumpS)}
          />
        </span>
        <PlayerMix player={player} />
        <IconButton label={words.recordings.stop} icon={X} onClick={player.close} />
      </div>
    </section>
  );
}

/** Null while they are being read. */
function usePeaks({ recordingId }: RecordingMeta): Peaks | 'failed' | null {
  const { readPeaks } = useSoftphone();
  const [peaks, setPeaks] = useState<Peaks | 'failed' | null>(null);
  useEffect(() => {
    let isOver = false;
    void readPeaks(recordingId)
      .catch(() => 'failed' as const)
      .then((read) => (isOver ? undefined : setPeaks(read)));
    return () => {
      isOver = true;
    };
  }, [readPeaks, recordingId]);
  return peaks;
}
