import {
  AudioLines,
  type LucideIcon,
  Phone,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
  Trash2,
  UserPlus,
  UserRound,
} from 'lucide-react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { remoteAddress, remoteName } from '#core/call/selectors.ts';
import type { Contact } from '#core/contacts/contact.ts';
import { type HistoryEntry, isNameless, talkedMs } from '#core/history/history-entry.ts';
import { ownAccountOf } from '#core/registration/own-account.ts';
import { qualityLevel } from '#core/quality/media-quality.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { goTo, hrefOf, newContactPart } from '../shared/addresses.ts';
import { ListName } from '../shared/ListName.tsx';
import { buttonClass } from '../shared/Button.tsx';
import { formatTime } from '../shared/format-day.ts';
import { formatDuration, formatShare } from '../shared/format.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { type MoreItem, MoreMenu } from '../shared/MoreMenu.tsx';
import { OtherAccount } from '../shared/OtherAccount.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useCanCall } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import styles from './HistoryRow.module.css';

function iconOf({ outcome, direction }: HistoryEntry): LucideIcon {
  if (outcome === 'missed') return PhoneMissed;
  if (outcome === 'rejected' && direction === 'Incoming') return PhoneOff;
  return direction === 'Incoming' ? PhoneIncoming : PhoneOutgoing;
}

function outcomeOf(entry: HistoryEntry): string {
  const talked = talkedMs(entry);
  if (talked !== null) return formatDuration(talked);
  if (entry.end?.cause === 'answered-elsewhere') return words.history.answeredElsewhere;
  if (entry.end?.cause === 'busy' && entry.direction === 'Outgoing') return words.history.busy;
  return words.history.outcomes[entry.outcome];
}

/** What can be done with a call less often. */
function itemsOf(
  entry: HistoryEntry,
  contact: Contact | null,
  recordingId: RecordingId | null,
  recordingCount: number,
  onRemove: (entry: HistoryEntry) => void,
): readonly MoreItem[] {
  const items: MoreItem[] = [];
  if (recordingId !== null) {
    const onAction = () => goTo('recordings', recordingId);
    items.push({
      id: 'recording',
      label: words.history.openRecording(recordingCount),
      icon: AudioLines,
      onAction,
    });
  }
  if (contact !== null) {
    const onAction = () => goTo('contacts', contact.contactId);
    items.push({ id: 'contact', label: words.history.openContact, icon: UserRound, onAction });
  } else if (!isNameless(entry)) {
    const part = newContactPart(remoteAddress(entry), entry.remoteDisplayName ?? '');
    const onAction = () => goTo('contacts', part);
    items.push({ id: 'contact', label: words.history.saveContact, icon: UserPlus, onAction });
  }
  items.push({ id: 'remove', label: words.history.remove, icon: Trash2, onAction: () => onRemove(entry) });
  return items;
}

/** One call: who, when, what became of it, how it sounded, and what can be done with it. */
export const HistoryRow = memo(function HistoryRow({
  entry,
  recordingId,
  recordingCount,
  isActive,
  onCall,
  onRemove,
}: {
  readonly entry: HistoryEntry;
  /** The newest of the call. */
  readonly recordingId: RecordingId | null;
  readonly recordingCount: number;
  readonly isActive: boolean;
  readonly onCall: (entry: HistoryEntry) => void;
  readonly onRemove: (entry: HistoryEntry) => void;
}) {
  const canCall = useCanCall(entry.remoteUri, ownAccountOf(entry));
  const contact = useStore(useSoftphone().people.names, (names) => names.find(entry));
  const name = contact?.name ?? remoteName(entry);
  const address = remoteAddress(entry);
  const Icon = iconOf(entry);
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className={styles.row} data-outcome={entry.outcome}>
      <span role="gridcell" className={styles.direction}>
        <Icon aria-hidden size={20} />
        <span className="unseen">
          {entry.direction === 'Incoming' ? words.call.incoming : words.call.outgoing}
        </span>
      </span>
      <div role="gridcell" className={styles.who}>
        <ListName name={name} />
        <p className={styles.address}>
          {address === name ? null : <bdi>{address}</bdi>}
          <OtherAccount {...entry} />
        </p>
      </div>
      <div role="gridcell" className={styles.outcome}>
        {outcomeOf(entry)}
      </div>
      <div role="gridcell" className={styles.quality}>
        {entry.quality === null
          ? null
          : words.quality.summary(
              words.quality.levels[qualityLevel(entry.quality.meanMosScore)],
              formatShare(entry.quality.meanPacketLossPercent / 100),
            )}
      </div>
      <div role="gridcell" className={styles.time}>
        <time dateTime={new Date(entry.startedAtMs).toISOString()}>{formatTime(entry.startedAtMs)}</time>
      </div>
      <span role="gridcell" className={styles.actions}>
        {recordingId === null ? null : (
          <a
            href={hrefOf('recordings', recordingId)}
            className={`${buttonClass({ tone: 'plain', size: 'round' })} ${styles.recording}`}
            aria-label={words.history.recording(name, recordingCount)}
            title={words.history.openRecording(recordingCount)}
            tabIndex={tabIndex}
          >
            <AudioLines aria-hidden size={20} />
          </a>
        )}
        {isNameless(entry) ? null : (
          <IconButton
            label={words.people.call(name)}
            icon={Phone}
            tabIndex={tabIndex}
            disabled={!canCall}
            onClick={() => onCall(entry)}
          />
        )}
        <MoreMenu
          label={words.people.moreOf(name)}
          items={() => itemsOf(entry, contact, recordingId, recordingCount, onRemove)}
          isTabStop={isActive}
        />
      </span>
    </div>
  );
});
