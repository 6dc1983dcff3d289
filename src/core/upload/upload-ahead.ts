import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingItem } from '../recording/recording-item.ts';
import type { RecordingMeta } from '../recording/recording-meta.ts';
import type { Clock } from '../shared/clock.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { SerialQueue } from '../shared/serial-queue.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { Connectivity } from './connectivity-port.ts';
import { uploadRetryDelayMs } from './retry-policy.ts';
import type { UploadPort } from './upload-port.ts';

/** What a lost device costs at most, beside what the network takes. */
const aheadIntervalMs = 5000;

/** What it follows, and what it sends with. */
export interface UploadAheadDeps {
  readonly recordings: ReadonlyStore<{ readonly items: readonly RecordingItem[] }>;
  readonly upload: Pick<UploadPort, 'sendAhead'>;
  readonly clock: Clock;
  readonly connectivity: Connectivity;
  /** Shared by all pages of this origin: at any time one of them sends. Every turn is short. */
  readonly turns: SerialQueue;
  readonly logger: Logger;
}

/**
 * Sends what there is of each recording under way every five seconds. The upload stays open; the queue goes on with it
 * when the recording has ended, which is also when somebody is told of what fails.
 */
export function uploadAhead({
  recordings,
  upload,
  clock,
  connectivity,
  turns,
  logger,
}: UploadAheadDeps): void {
  const underWay = new Set<RecordingId>();

  const sendLater = (meta: RecordingMeta, delayMs: number, failures = 0): void => {
    clock.setTimer(() => void send(meta, failures), delayMs);
  };

  const send = async (meta: RecordingMeta, failures: number): Promise<void> => {
    const { recordingId } = meta;
    let failed = 0;
    let delayMs: number | null = aheadIntervalMs;
    try {
      await turns(async () => {
        if (underWay.has(recordingId) && connectivity.isOnline()) await upload.sendAhead(meta);
      });
    } catch (error) {
      const { code, details } = toPhoneErrorDetail(error);
      logger.warn('a recording under way could not be sent', { recordingId, code, details });
      failed = failures + 1;
      delayMs = uploadRetryDelayMs(code, failed);
    }
    // What the store refuses now it is asked again when the recording is whole.
    if (delayMs !== null && underWay.has(recordingId)) {
      sendLater(meta, Math.max(delayMs, aheadIntervalMs), failed);
    }
  };

  recordings.subscribe(({ items }) => {
    const isUnderWay = ({ progress }: RecordingItem): boolean => progress.phase === 'recording';
    const now = new Set<RecordingId>();
    for (const { meta } of items.filter(isUnderWay)) {
      now.add(meta.recordingId);
      if (!underWay.has(meta.recordingId)) sendLater(meta, aheadIntervalMs);
    }
    underWay.clear();
    for (const recordingId of now) underWay.add(recordingId);
  });
}
