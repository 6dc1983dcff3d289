import type { EncodedFrame } from '#core/recording/sn3-framer.ts';
import { joinSn3 } from '#core/recording/sn3-pack.ts';
import { createSn3Recorder } from '#core/recording/sn3-recorder.ts';

/** The seed's way to take frames: the phone's own recorder of them, and what it gives kept in memory. */
export function createSn3Capture({
  nowNs,
  limitBytes = Infinity,
}: {
  readonly nowNs: () => bigint;
  readonly limitBytes?: number;
}) {
  let pieces: Uint8Array[] = [];
  let recorder = createSn3Recorder(() => undefined, { limitBytes });

  return {
    /** False when the frame was left out. */
    append(frame: EncodedFrame): boolean {
      const passed = { ...frame, mimeType: 'audio/PCMU', payloadType: 0, atNs: nowNs() };
      const bytes = recorder.push([passed]);
      if (bytes.byteLength > 0) pieces.push(bytes);
      return bytes.byteLength > 0;
    },
    /** The blob so far, null when there is none. The next frame begins a new one. */
    take(): Uint8Array<ArrayBuffer> | null {
      if (pieces.length === 0) return null;
      const blob = joinSn3(pieces);
      pieces = [];
      recorder = createSn3Recorder(() => undefined, { limitBytes });
      return blob;
    },
  };
}
