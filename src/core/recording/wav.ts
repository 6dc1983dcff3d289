/** Size of the header that is written here: RIFF, a 16-byte `fmt ` chunk and the head of `data`. */
export const wavHeaderBytes = 44;

/** Bytes of one PCM16 sample. */
export const bytesPerSample = 2;

/** What a WAV header says of the samples behind it. */
export interface WavFormat {
  readonly sampleRateHz: number;
  readonly channels: 1 | 2;
}

/** A parsed header. `dataBytes` is null while the length is unknown, as in a file that is still being written. */
export interface WavHeader extends WavFormat {
  readonly dataBytes: number | null;
}

/**
 * What both size fields hold while the length is unknown. Measured: with it sox, ffmpeg, Python and both browsers
 * read to the end of the file; with 0 sox, Python and Firefox read nothing.
 */
const unknownSize = 0xffff_ffff;
const largestDataBytes = unknownSize - 1 - (wavHeaderBytes - 8);
/** Highest rate of any sound device. A stranger's header with more would also overflow the byte rate. */
const highestRateHz = 384_000;

/** Bytes of one frame: one sample of each channel. */
export const bytesPerFrame = (format: WavFormat): number => format.channels * bytesPerSample;

/**
 * The 44-byte header of a PCM16 file. `dataBytes` null, or more than the 32-bit fields can tell, writes the
 * "unknown" sizes, with which readers go on to the end of the file.
 */
export function encodeWavHeader({ sampleRateHz, channels, dataBytes }: WavHeader): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(wavHeaderBytes);
  const view = new DataView(header.buffer);
  const known = dataBytes !== null && dataBytes <= largestDataBytes;
  const frameBytes = bytesPerFrame({ sampleRateHz, channels });

  writeAscii(view, 0, 'RIFF');
  view.setUint32(4, known ? dataBytes + wavHeaderBytes - 8 : unknownSize, true);
  writeAscii(view, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, bytesPerSample * 8, true);
  writeAscii(view, 36, 'data');
  view.setUint32(40, known ? dataBytes : unknownSize, true);
  return header;
}

/**
 * Reads a header as `encodeWavHeader` writes it from the first 44 bytes of a file. Null for everything else: other
 * encodings, other chunk orders, fields that contradict each other, and files that are too short.
 */
export function parseWavHeader(file: Uint8Array): WavHeader | null {
  if (file.byteLength < wavHeaderBytes) return null;
  const view = new DataView(file.buffer, file.byteOffset, wavHeaderBytes);
  const channels = view.getUint16(22, true);
  if (channels !== 1 && channels !== 2) return null;
  const sampleRateHz = view.getUint32(24, true);
  if (sampleRateHz === 0 || sampleRateHz > highestRateHz) return null;
  const dataBytes = view.getUint32(40, true);
  const header = {
    sampleRateHz,
    channels,
    dataBytes: dataBytes === unknownSize ? null : dataBytes,
  } as const;

  const expected = encodeWavHeader(header);
  return expected.every((byte, index) => byte === file[index]) ? header : null;
}

/** Bytes of whole frames behind the header in a file of `fileBytes`; an odd tail does not count. */
export function wholeDataBytes(fileBytes: number, format: WavFormat): number {
  const frameBytes = bytesPerFrame(format);
  return Math.max(0, Math.floor((fileBytes - wavHeaderBytes) / frameBytes) * frameBytes);
}

/** How long `dataBytes` of samples last, in milliseconds, not rounded. */
export function wavDurationMs(dataBytes: number, format: WavFormat): number {
  return (dataBytes * 1000) / (format.sampleRateHz * bytesPerFrame(format));
}

/** How long a WAV file lasts in milliseconds, by its header where that tells the length, else by its size. 0 for what is no WAV file. */
export function wavFileDurationMs(file: Uint8Array): number {
  const header = parseWavHeader(file);
  if (header === null) return 0;
  return wavDurationMs(header.dataBytes ?? wholeDataBytes(file.byteLength, header), header);
}

function writeAscii(view: DataView, offset: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) view.setUint8(offset + index, text.charCodeAt(index));
}
