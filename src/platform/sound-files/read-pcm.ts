import { PhoneError } from '#core/errors/phone-error.ts';
import type { ExportVoices } from '#core/recording/export-plan.ts';
import { parseWavHeader, wavHeaderBytes, type WavHeader } from '#core/recording/wav.ts';

/** The samples of a recording, as they come. */
export interface PcmSource {
  readonly header: WavHeader;
  /** Pieces of about a second, PCM16 of the voices that are wanted, and how much of the file was read, 0 to 1. */
  readonly pieces: AsyncIterable<{ readonly samples: Int16Array<ArrayBuffer>; readonly share: number }>;
  readonly channels: 1 | 2;
}

/** Opens a recording's file at a URL. Rejects with `recording/file-gone`, and with `recording/not-convertible` when it is none of ours. */
export async function openPcm(url: string, voices: ExportVoices): Promise<PcmSource> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new PhoneError({ code: 'recording/file-gone', details: String(error) }, error);
  });
  if (!response.ok || response.body === null) {
    throw new PhoneError({ code: 'recording/file-gone', details: `HTTP ${String(response.status)}` });
  }
  const totalBytes = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body.getReader();
  let held = new Uint8Array(0);
  let readBytes = 0;
  /** At least so many bytes, or what is left. */
  const fill = async (bytes: number): Promise<void> => {
    const parts = [held];
    let length = held.byteLength;
    while (length < bytes) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.byteLength;
      readBytes += value.byteLength;
    }
    held = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      held.set(part, at);
      at += part.byteLength;
    }
  };

  await fill(wavHeaderBytes);
  const header = parseWavHeader(held);
  if (header?.channels !== 2) throw new PhoneError({ code: 'recording/not-convertible', details: 'No WAV.' });
  held = held.slice(wavHeaderBytes);
  const pieceBytes = header.sampleRateHz * 4;

  async function* readPieces() {
    for (;;) {
      await fill(pieceBytes);
      const bytes = Math.min(held.byteLength - (held.byteLength % 4), pieceBytes);
      if (bytes === 0) return;
      const samples = pick(new Int16Array(held.slice(0, bytes).buffer), voices);
      held = held.slice(bytes);
      yield { samples, share: totalBytes === 0 ? 0 : Math.min(1, readBytes / totalBytes) };
    }
  }
  return { header, pieces: readPieces(), channels: voices === 'both' ? 2 : 1 };
}

/** Of interleaved samples, the remote party first. */
function pick(stereo: Int16Array<ArrayBuffer>, voices: ExportVoices): Int16Array<ArrayBuffer> {
  if (voices === 'both') return stereo;
  const offset = voices === 'remote' ? 0 : 1;
  return Int16Array.from({ length: stereo.length / 2 }, (_, frame) => stereo[frame * 2 + offset] ?? 0);
}
