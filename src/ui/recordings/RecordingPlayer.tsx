import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { formatDuration } from '../shared/format.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { locale } from '../shared/locale.ts';
import { words } from '../words.ts';
import type { Player } from './player.ts';
import styles from './RecordingPlayer.module.css';

/** The time line of the recording that is loaded: where it is, and any other place in it. */
export function RecordingPlayer({
  player,
  durationMs,
}: {
  readonly player: Player;
  readonly durationMs: number;
}) {
  const durationS = durationMs / 1000;
  const positionS = Math.min(useSyncExternalStore(player.onMoved, player.positionS), durationS);
  return (
    <div className={styles.player}>
      <span className={styles.time}>{formatDuration(positionS * 1000)}</span>
      <I18nProvider {...(locale === undefined ? {} : { locale })}>
        <Slider
          aria-label={words.recordings.position}
          className={styles.slider ?? ''}
          minValue={0}
          maxValue={durationS}
          step={0.5}
          value={positionS}
          formatOptions={{ style: 'unit', unit: 'second', maximumFractionDigits: 0 }}
          onChange={player.seek}
        >
          <SliderTrack className={styles.track ?? ''}>
            {({ state }) => (
              <>
                <span className={styles.rest} />
                <span
                  className={styles.played}
                  style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }}
                />
                <SliderThumb className={styles.thumb ?? ''} />
              </>
            )}
          </SliderTrack>
        </Slider>
      </I18nProvider>
      <span className={styles.time}>{formatDuration(durationMs)}</span>
      <IconButton label={words.recordings.stop} icon={X} onClick={player.close} />
    </div>
  );
}
