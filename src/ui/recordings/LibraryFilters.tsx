import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { recordingPlaces, type RecordingFilter } from '#core/recording/recording-filter.ts';
import { remoteAddress } from '#core/call/selectors.ts';
import { Button } from '../shared/Button.tsx';
import { formatCount } from '../shared/format.ts';
import { SearchField } from '../shared/SearchField.tsx';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { dayChoices, type DayRange } from './date-range.ts';
import styles from './LibraryFilters.module.css';

/** What one looks for, as the controls have it. */
export type Wanted = Omit<RecordingFilter, 'fromMs' | 'untilMs'> & { readonly days: DayRange };

const any = 'any';

/** Narrows the list: words, and on wide screens at once, on narrow ones on demand, the rest. */
export function LibraryFilters({
  wanted,
  accounts,
  onChange,
}: {
  readonly wanted: Wanted;
  /** Own addresses: where there is only one, nothing is to be chosen. */
  readonly accounts: readonly string[];
  readonly onChange: (changes: Partial<Wanted>) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const { text, direction, localUri, place, days } = wanted;
  const setCount = [direction, localUri, place].filter((value) => value !== null).length;
  const count = setCount + (days.choice === any ? 0 : 1);
  return (
    <search className={styles.filters} data-open={isOpen}>
      <SearchField
        hint={words.recordings.searchHint}
        value={text}
        onChange={(typed) => onChange({ text: typed })}
      />
      <span className={styles.opener}>
        <Button
          icon={SlidersHorizontal}
          tone={count > 0 ? 'on' : 'quiet'}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.recordings.filters}
          {count > 0 ? ` · ${formatCount(count)}` : null}
        </Button>
      </span>
      <div className={styles.choices}>
        <Choice
          label={words.recordings.day}
          value={days.choice}
          isSet={days.choice !== any}
          options={dayChoices.map((choice) => [choice, words.recordings.days[choice]])}
          onChange={(value) =>
            onChange({ days: { ...days, choice: dayChoices.find((choice) => choice === value) ?? any } })
          }
        />
        {days.choice === 'between' ? (
          <>
            <DayField
              label={words.recordings.from}
              value={days.from}
              onChange={(from) => onChange({ days: { ...days, from } })}
            />
            <DayField
              label={words.recordings.until}
              value={days.until}
              onChange={(until) => onChange({ days: { ...days, until } })}
            />
          </>
        ) : null}
        <Choice
          label={words.recordings.direction}
          value={direction ?? any}
          isSet={direction !== null}
          options={([any, 'Incoming', 'Outgoing'] as const).map((one) => [
            one,
            words.recordings.directions[one],
          ])}
          onChange={(value) =>
            onChange({ direction: value === 'Incoming' || value === 'Outgoing' ? value : null })
          }
        />
        {accounts.length < 2 && localUri === null ? null : (
          <Choice
            label={words.recordings.account}
            value={localUri ?? any}
            isSet={localUri !== null}
            options={[
              [any, words.recordings.anyAccount],
              ...accounts.map((uri) => [uri, ownAddress(uri)] as const),
            ]}
            onChange={(value) => onChange({ localUri: value === any ? null : value })}
          />
        )}
        <Choice
          label={words.recordings.place}
          value={place ?? any}
          isSet={place !== null}
          options={([any, ...recordingPlaces] as const).map((one) => [one, words.recordings.places[one]])}
          onChange={(value) => onChange({ place: recordingPlaces.find((one) => one === value) ?? null })}
        />
      </div>
    </search>
  );
}

const ownAddress = (uri: string): string => remoteAddress({ remoteUri: uri });

function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <input
      type="date"
      className={styles.day}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
