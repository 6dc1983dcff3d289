import { useId } from 'react';
import { useStore } from 'zustand';
import { formatNumber, formatPercent } from '../shared/format.ts';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { speeds, type Player } from './player.ts';
import styles from './PlayerMix.module.css';
import type { Voice } from './voice-mixer.ts';

const voices: readonly Voice[] = ['both', 'remote', 'local'];

/** How fast one hears a recording, which voice, and how loud each. */
export function PlayerMix({ player }: { readonly player: Player }) {
  const { speed, mix } = useStore(player.store);
  const group = useId();
  return (
    <>
      <Choice
        label={words.recordings.speed}
        value={String(speed)}
        options={speeds.map((one) => [String(one), words.recordings.times(formatNumber(one))])}
        onChange={(value) => player.setSpeed(Number(value))}
      />
      <fieldset className={styles.voices}>
        <legend className="unseen">{words.recordings.hear}</legend>
        {voices.map((voice) => (
          <label key={voice} className={styles.voice} data-voice={voice}>
            <input
              type="radio"
              name={group}
              className="unseen"
              checked={mix.solo === voice}
              onChange={() => player.setMix({ solo: voice })}
            />
            {words.recordings.voices[voice]}
          </label>
        ))}
      </fieldset>
      <span className={styles.balance}>
        <span aria-hidden className={styles.end}>
          {words.recordings.voices.remote}
        </span>
        <input
          type="range"
          className={styles.range}
          aria-label={words.recordings.balance}
          aria-valuetext={describeBalance(mix.balance)}
          min={-1}
          max={1}
          step={0.1}
          value={mix.balance}
          disabled={mix.solo !== 'both'}
          onChange={(event) => player.setMix({ balance: event.target.valueAsNumber })}
        />
        <span aria-hidden className={styles.end}>
          {words.recordings.voices.local}
        </span>
      </span>
    </>
  );
}

const describeBalance = (balance: number): string =>
  balance === 0
    ? words.recordings.balanced
    : words.recordings.balanceOf(formatPercent(Math.abs(balance), 1), balance < 0);
