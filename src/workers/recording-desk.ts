import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { JournalEnd } from '#core/recording/journal.ts';
import type { Peaks } from '#core/recording/peaks.ts';
import { withMark, type RecordingMark } from '#core/recording/recording-mark.ts';
import type { Sn3Codec } from '#core/recording/sn3-codec.ts';
import type { RecordingMeta, StoreReceipt } from '#core/recording/recording-meta.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import {
  recoverRecording,
  toLocalRecording,
  type LocalRecording,
} from '#platform/storage/local-recordings.ts';
import { keepPeaks, readPeaks } from '#platform/storage/local-peaks.ts';
import { createRecordingClaims } from '#platform/storage/recording-claims.ts';
import type { RecordingFolder } from '#platform/storage/recording-folder.ts';
import { toStorageError } from '#platform/storage/storage-error.ts';
import { createWavAppender } from '#platform/storage/wav-appender.ts';
import { createFramesSession, type FramesSession } from './frames-session.ts';
import { createRecordingSession, type RecordingSession } from './recording-session.ts';

/** All recordings of this page: those under way, and the files of those that are over. Everything rejects with `recording/*`. */
export interface RecordingDesk {
  /** With `taps` the listener is given the samples of the file, too. What comes through `frames` is kept beside it. */
  readonly begin: (
    meta: RecordingMeta,
    samples: MessagePort,
    taps: boolean,
    frames: MessagePort | null,
  ) => Promise<void>;
  /** Adds to a recording under way. Ignored for any other. */
  readonly mark: (recordingId: RecordingId, mark: RecordingMark) => void;
  /** Null when the recording holds neither sound nor frames; then nothing of it is kept. */
  readonly finish: (recordingId: RecordingId) => Promise<LocalRecording | null>;
  /** Oldest first. */
  readonly list: () => Promise<readonly LocalRecording[]>;
  /** The file of a recording that is over. */
  readonly open: (recordingId: RecordingId) => Promise<File>;
  /** Keeps in the journal of a recording that the store has it. */
  readonly keepReceipt: (recordingId: RecordingId, receipt: StoreReceipt) => Promise<void>;
  readonly readPeaks: (recordingId: RecordingId) => Promise<Peaks>;
  readonly keepNotes: (recordingId: RecordingId, notes: string) => Promise<void>;
  /** Takes it out of the list until it is restored or removed; the next page removes it. */
  readonly trash: (recordingId: RecordingId) => Promise<void>;
  readonly restore: (recordingId: RecordingId) => Promise<LocalRecording>;
  /** Idempotent. */
  readonly remove: (recordingId: RecordingId) => Promise<void>;
}

/** How long the worker of a page that was just reloaded may take to die and to give its recordings free. */
const claimTimeoutMs = 1000;

interface OpenRecording {
  readonly meta: RecordingMeta;
  readonly session: RecordingSession;
  /** Null where no encoded frames are kept. */
  readonly frames: FramesSession | null;
  /** The mark from which on not all of them are kept; null while they are. */
  readonly lost: () => RecordingMark | null;
  /** Set when it could be written no longer; resolves when the journal says why. */
  stopped: Promise<JournalEnd> | null;
}

/** Whom a desk tells what becomes of the recordings under way. */
export interface RecordingDeskListener {
  /** It can be written no longer. */
  readonly onStopped: (recordingId: RecordingId, error: PhoneErrorDetail) => void;
  /** A channel whose party should be heard has been silent for 10 s, or is heard again. */
  readonly onSilence: (recordingId: RecordingId, channel: 0 | 1, silent: boolean) => void;
  readonly onSamples: (recordingId: RecordingId, remote: Int16Array, local: Int16Array) => void;
}

const gone = (): DOMException => new DOMException('The file is gone.', 'NotFoundError');

/** Makes a desk with nothing on it. */
export function createRecordingDesk(
  folder: RecordingFolder,
  logger: Pick<Logger, 'warn'>,
  { onStopped, onSilence, onSamples }: RecordingDeskListener,
): RecordingDesk {
  const claims = createRecordingClaims();
  const open = new Map<RecordingId, OpenRecording>();
  /** Being opened or completed: neither listed nor repaired. */
  const busy = new Set<RecordingId>();

  /** Deleted by this page, which may bring them back: out of the list, and of the way of repairs. */
  const trashed = new Set<RecordingId>();

  let listing: Promise<readonly LocalRecording[]> | null = null;

  const whileBusy = async <Result>(
    recordingId: RecordingId,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    busy.add(recordingId);
    try {
      return await work();
    } catch (error) {
      throw toStorageError(error);
    } finally {
      busy.delete(recordingId);
    }
  };

  /** On a full disk there may be no room for the line. The file is whole; it will only be looked at once more. */
  const endJournal = async (recordingId: RecordingId, kind: JournalEnd): Promise<JournalEnd> => {
    await folder
      .appendJournal(recordingId, { kind })
      .catch((error: unknown) =>
        logger.warn('a journal could not be ended', { recordingId, error: String(error) }),
      );
    return kind;
  };

  const openFrames = async (
    recordingId: RecordingId,
    frames: MessagePort,
    onLost: () => void,
  ): Promise<FramesSession | null> => {
    const lose = (error: unknown) => {
      logger.warn('encoded frames of a recording are not kept', { recordingId, error: String(error) });
      onLost();
    };
    try {
      const file = await folder.open(recordingId, '.sn3', { create: true });
      const keepCodec = (codec: Sn3Codec) => folder.appendJournal(recordingId, { kind: 'codec', codec });
      return createFramesSession(file, frames, { keepCodec, onLost: lose });
    } catch (error) {
      frames.close();
      lose(error);
      return null;
    }
  };

  const remove = async (recordingId: RecordingId): Promise<void> => {
    await folder.remove(recordingId);
    trashed.delete(recordingId);
    claims.release(recordingId);
  };

  const recover = async (recordingId: RecordingId): Promise<LocalRecording | null> => {
    if (open.has(recordingId) || busy.has(recordingId) || trashed.has(recordingId)) return null;
    if (!(await claims.claim(recordingId, claimTimeoutMs))) return null;
    try {
      return await recoverRecording(folder, recordingId);
    } catch (error) {
      logger.warn('a recording on this device cannot be read', { recordingId, error: String(error) });
      return null;
    }
  };

  const list = async (): Promise<readonly LocalRecording[]> => {
    try {
      const ids = await folder.listIds();
      const recordings = (await Promise.all(ids.map(recover))).filter((found) => found !== null);
      return recordings.toSorted((a, b) => a.meta.startedAtMs - b.meta.startedAtMs);
    } catch (error) {
      throw toStorageError(error);
    }
  };

  return {
    begin: (meta, samples, taps, frames) =>
      whileBusy(meta.recordingId, async () => {
        const { recordingId } = meta;
        await claims.claim(recordingId, claimTimeoutMs);
        await folder.createJournal(meta);
        const file = await createWavAppender(await folder.open(recordingId, '.wav', { create: true }), meta);
        let lost: RecordingMark | null = null;
        const keepLost = () => {
          if (lost !== null) open.get(recordingId)?.session.mark(lost);
        };
        const onLost = () => {
          const atMs = Math.max(0, Date.now() - meta.startedAtMs);
          lost ??= { kind: 'packets-lost', atMs, durationMs: null };
          keepLost();
        };
        // Before anything is written: what fails then is noted of a recording that is there.
        const framesSession = frames === null ? null : await openFrames(recordingId, frames, onLost);
        const session = createRecordingSession(meta, file, samples, {
          onStopped(error) {
            const end = error.code === 'recording/storage-full' ? 'storage-full' : 'storage-failed';
            recording.stopped = endJournal(recordingId, end);
            onStopped(recordingId, error);
          },
          onSilence: (channel, silent) => onSilence(recordingId, channel, silent),
          onSamples: taps ? (remote, local) => onSamples(recordingId, remote, local) : null,
          keepMark: (mark) => folder.appendJournal(recordingId, { kind: 'mark', mark }),
        });
        const recording: OpenRecording = {
          meta,
          session,
          frames: framesSession,
          lost: () => lost,
          stopped: null,
        };
        open.set(recordingId, recording);
        keepLost();
      }),
    mark: (recordingId, mark) => open.get(recordingId)?.session.mark(mark),
    async finish(recordingId) {
      const recording = open.get(recordingId);
      if (recording === undefined) return null;
      return whileBusy(recordingId, async () => {
        open.delete(recordingId);
        const { meta, session, frames } = recording;
        const framesKept = frames?.finish() ?? Promise.resolve(null);
        const [{ dataBytes, marks, peaks }, sn3] = await Promise.all([
          session.finish(framesKept.then((kept) => kept !== null)),
          framesKept,
        ]);
        const paddedFrames = session.paddedFrames();
        if (paddedFrames > 0)
          logger.warn('samples were missing in a recording', { recordingId, paddedFrames });
        if (dataBytes === 0 && sn3 === null) {
          await remove(recordingId);
          return null;
        }
        // The last line of the journal comes first: on a full disk there is room for that only.
        const end = await (recording.stopped ?? endJournal(recordingId, 'finished'));
        await keepPeaks(folder, recordingId, peaks);
        // Some may have been lost only now.
        const lost = recording.lost();
        const allMarks = lost === null ? marks : withMark(marks, lost);
        return toLocalRecording({ ...meta, marks: allMarks }, dataBytes, end, sn3);
      });
    },
    list() {
      // Two repairs of one file at a time would lock each other out.
      listing ??= list().finally(() => {
        listing = null;
      });
      return listing;
    },
    async open(recordingId) {
      const file = await folder.read(recordingId, '.wav');
      if (file === null) throw gone();
      return file;
    },
    keepReceipt: (recordingId, receipt) =>
      whileBusy(recordingId, () => folder.appendJournal(recordingId, { kind: 'stored', receipt })),
    async readPeaks(recordingId) {
      const peaks = await readPeaks(folder, recordingId).catch(() => null);
      if (peaks === null) throw gone();
      return peaks;
    },
    keepNotes: (recordingId, notes) =>
      whileBusy(recordingId, () => folder.appendJournal(recordingId, { kind: 'notes', notes })),
    trash: (recordingId) =>
      whileBusy(recordingId, async () => {
        trashed.add(recordingId);
        // Whoever reads it at this moment would take it for one of a page that is gone, or for one to be sent.
        await listing?.catch(() => undefined);
        // On a full disk not even that can be written, which is when deleting helps: then this page alone knows it.
        await folder.appendJournal(recordingId, { kind: 'deleted', atMs: Date.now() }).catch(() => undefined);
      }),
    restore: (recordingId) =>
      whileBusy(recordingId, async () => {
        const journal = await folder.readJournal(recordingId);
        // Nothing is made of one that is gone.
        if (journal === null) throw gone();
        // Before anything else: what its journal calls deleted would be removed. Where there was no room to say that it
        // is, none is needed to say that it is not.
        if (journal.deletedAtMs !== null) await folder.appendJournal(recordingId, { kind: 'restored' });
        trashed.delete(recordingId);
        const recording = await recoverRecording(folder, recordingId);
        if (recording === null) throw gone();
        return recording;
      }),
    remove: (recordingId) =>
      whileBusy(recordingId, async () => {
        // Whoever repairs it at this moment would bring its journal back.
        await listing?.catch(() => undefined);
        await remove(recordingId);
      }),
  };
}
