/** What the header of a WAV file says, checked. */
export interface WavLayout {
  /** Where the data chunk's size field is. */
  readonly dataSizeOffset: number;
  /** Whole frames only. */
  readonly dataBytes: number;
  /** The sizes in the header were placeholders of a writer that streamed, and are to be patched. */
  readonly sizesToPatch: boolean;
  readonly durationMs: number;
}

/** What the header must agree with. */
export interface ExpectedWav {
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly fileBytes: number;
}

/** How much of a file `readWavLayout` needs to see. The phone's own headers have 44 bytes. */
export const wavHeaderBytes = 4096;

/** The size that a writer puts into the header while it does not know it. */
export const streamedSize = 0xffff_ffff;
const bytesPerSample = 2;
const pcm = 1;

/**
 * Reads the beginning of a RIFF/WAVE file of 16-bit PCM and checks it against what was announced and the file's own
 * length. Returns a sentence's end when something does not fit ("it is not a WAV file").
 * Source: Microsoft, "Multimedia Programming Interface and Data Specifications 1.0", 1991.
 */
export function readWavLayout(head: Buffer, expected: ExpectedWav): WavLayout | string {
  if (tag(head, 0) !== 'RIFF' || tag(head, 8) !== 'WAVE') return 'it is not a WAV file';
  const riffBytes = head.readUInt32LE(4);
  let formatSeen = false;
  let offset = 12;
  while (offset + 8 <= head.byteLength) {
    const chunk = tag(head, offset);
    const chunkBytes = head.readUInt32LE(offset + 4);
    if (chunk === 'data') {
      if (!formatSeen) return 'its format is not given before its samples';
      return measure(riffBytes, chunkBytes, offset, expected);
    }
    if (chunk === 'fmt ') {
      const mistake = checkFormat(head, offset + 8, chunkBytes, expected);
      if (mistake !== null) return mistake;
      formatSeen = true;
    }
    offset += 8 + chunkBytes + (chunkBytes % 2);
  }
  return 'its samples were not found';
}

function checkFormat(head: Buffer, offset: number, bytes: number, expected: ExpectedWav): string | null {
  if (bytes < 16 || offset + 16 > head.byteLength) return 'its format is damaged';
  const blockBytes = expected.channels * bytesPerSample;
  if (head.readUInt16LE(offset) !== pcm || head.readUInt16LE(offset + 14) !== bytesPerSample * 8) {
    return 'it is not 16-bit PCM';
  }
  if (head.readUInt16LE(offset + 2) !== expected.channels)
    return `it does not have ${expected.channels} channels`;
  if (head.readUInt32LE(offset + 4) !== expected.sampleRateHz) {
    return `its sample rate is not ${expected.sampleRateHz} Hz`;
  }
  if (
    head.readUInt16LE(offset + 12) !== blockBytes ||
    head.readUInt32LE(offset + 8) !== expected.sampleRateHz * blockBytes
  ) {
    return 'its format contradicts itself';
  }
  return null;
}

function measure(
  riffBytes: number,
  chunkBytes: number,
  offset: number,
  expected: ExpectedWav,
): WavLayout | string {
  const frameBytes = expected.channels * bytesPerSample;
  const restBytes = expected.fileBytes - offset - 8;
  const sizesToPatch = chunkBytes === streamedSize;
  const dataBytes = sizesToPatch ? restBytes - (restBytes % frameBytes) : chunkBytes;
  const riffFits = riffBytes === expected.fileBytes - 8 || (sizesToPatch && riffBytes === streamedSize);
  if (restBytes < 0 || dataBytes > restBytes || !riffFits)
    return 'its length is not the one that its header gives';
  if (dataBytes % frameBytes !== 0) return 'it ends within a frame';
  const durationMs = Math.round((dataBytes / frameBytes / expected.sampleRateHz) * 1000);
  return { dataSizeOffset: offset + 4, dataBytes, sizesToPatch, durationMs };
}

const tag = (head: Buffer, offset: number): string => head.toString('latin1', offset, offset + 4);
