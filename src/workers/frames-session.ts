import { sn3Magic } from '#core/recording/sn3-format.ts';
import type { Sn3Codec } from '#core/recording/sn3-codec.ts';
import { createSn3Recorder, type PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import type { Sn3Description } from '#core/recording/recording-meta.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { DiskFile } from '#platform/storage/recording-disk.ts';

/** The encoded frames of a recording, as they are written. What fails here ends them, and never the recording. */
export interface FramesSession {
  /** Waits for the transform worker's last frames, then closes the file. Null when it holds no frame. Never rejects. */
  readonly finish: () => Promise<Sn3Description | null>;
}

/** Whom it tells. */
export interface FramesSessionListener {
  /** To be kept where a crash does not reach it. May reject. */
  readonly keepCodec: (codec: Sn3Codec) => Promise<void>;
  /** Frames cannot be kept, from now on. */
  readonly onLost: (error: unknown) => void;
}

/** How long a power loss may reach back. */
const flushIntervalMs = 800;
/** The last frames come within milliseconds. They never come when the worker that they pass has failed. */
const lastFramesTimeoutMs = 1000;

/** Writes what comes through `frames` (`PassedFramesMessage`s) to `file` as one SN3 blob. */
export function createFramesSession(
  file: DiskFile,
  frames: MessagePort,
  { keepCodec, onLost }: FramesSessionListener,
): FramesSession {
  const codecs: Sn3Codec[] = [];
  const inOrder = createSerialQueue();
  let written = Promise.resolve();
  // What frames are is kept before they are: a crash leaves none that nobody can tell.
  const recorder = createSn3Recorder(
    (codec) => {
      codecs.push(codec);
      written = inOrder(() => keepCodec(codec)).catch(() => undefined);
    },
    { onLeftOut: () => onLost('A frame is of no form that can be kept.') },
  );
  let byteLength = 0;
  let isDirty = false;
  let isOver = false;
  let onFlushed = (): void => undefined;
  const flushed = new Promise<void>((resolve) => {
    onFlushed = resolve;
  });

  const attempt = (write: () => void) => {
    if (isOver) return;
    try {
      write();
    } catch (error) {
      isOver = true;
      onFlushed();
      onLost(error);
    }
  };
  const append = (bytes: Uint8Array<ArrayBuffer>) => {
    if (bytes.byteLength === 0) return;
    const written = file.write(bytes, { at: byteLength });
    if (written !== bytes.byteLength) throw new Error('The disk has no room for more frames.');
    byteLength += written;
    isDirty = true;
  };
  const flush = () => {
    if (isDirty) file.flush();
    isDirty = false;
  };

  const flushTimer = setInterval(() => attempt(flush), flushIntervalMs);
  attempt(() => {
    file.truncate(0);
    append(Uint8Array.from(sn3Magic));
  });
  frames.addEventListener('message', ({ data }: MessageEvent<PassedFramesMessage>) => {
    if (data.kind === 'flushed') onFlushed();
    else {
      const bytes = recorder.push(data.frames);
      written = inOrder(async () => attempt(() => append(bytes)));
    }
  });
  frames.start();

  /** Without what was torn when the disk was full, and without what it did not take in the end. */
  const close = async () => {
    try {
      const onDisk = await file.settle();
      if (onDisk > byteLength) file.truncate(byteLength);
      byteLength = Math.min(byteLength, onDisk);
      file.flush();
    } finally {
      await file.close();
    }
  };

  return {
    async finish() {
      const timer = setTimeout(onFlushed, lastFramesTimeoutMs);
      await flushed;
      clearTimeout(timer);
      clearInterval(flushTimer);
      frames.close();
      await written;
      await close().catch((error: unknown) => {
        if (!isOver) onLost(error);
      });
      isOver = true;
      return byteLength > sn3Magic.length ? { byteLength, codecs } : null;
    },
  };
}
