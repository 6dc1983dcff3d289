import {
  AudioSample,
  AudioSampleSource,
  canEncodeAudio,
  FlacOutputFormat,
  Mp3OutputFormat,
  OggOutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
} from 'mediabunny';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { ExportFormat, ExportPlan } from '#core/recording/export-plan.ts';
import { encodeWavHeader, wavHeaderBytes } from '#core/recording/wav.ts';
import { openPcm, type PcmSource } from './read-pcm.ts';
import type { ScratchFile } from './scratch-file.ts';

/**
 * Makes a file of a recording. Sound is read, encoded and written a second at a time. Rejects with `recording/file-gone` and
 * `recording/not-convertible`, and with what the file throws. Dedicated worker only.
 */
export async function convertRecording(
  url: string,
  { format, voices }: ExportPlan,
  file: ScratchFile,
  onProgress: (share: number) => void,
): Promise<void> {
  const source = await openPcm(url, voices);
  if (format === 'wav') await writeWav(source, file, onProgress);
  else await encode(source, format, file, onProgress);
}

async function writeWav(
  { header, channels, pieces }: PcmSource,
  file: ScratchFile,
  onProgress: (share: number) => void,
): Promise<void> {
  let dataBytes = 0;
  for await (const { samples, share } of pieces) {
    file.write(new Uint8Array(samples.buffer), wavHeaderBytes + dataBytes);
    dataBytes += samples.byteLength;
    onProgress(share);
  }
  file.write(encodeWavHeader({ sampleRateHz: header.sampleRateHz, channels, dataBytes }), 0);
}

const containers = {
  opus: () => new OggOutputFormat(),
  flac: () => new FlacOutputFormat(),
  mp3: () => new Mp3OutputFormat(),
} as const;

/** Bits per second of each channel. Measured: at 32 kbit/s for both, Opus leaks one voice into the other; at 64 it does not. */
const channelBitrate = 32_000;

async function encode(
  { header, channels, pieces }: PcmSource,
  format: Exclude<ExportFormat, 'wav'>,
  file: ScratchFile,
  onProgress: (share: number) => void,
): Promise<void> {
  const { sampleRateHz: sampleRate } = header;
  await loadEncoder(format);
  const options = { numberOfChannels: channels, sampleRate, bitrate: channels * channelBitrate };
  if (!(await canEncodeAudio(format, options))) {
    throw new PhoneError({
      code: 'recording/not-convertible',
      details: `${format} at ${String(sampleRate)} Hz`,
    });
  }
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => file.write(data, position),
  });
  const output = new Output({ format: containers[format](), target: new StreamTarget(writable) });
  const track = new AudioSampleSource({ codec: format, bitrate: options.bitrate });
  output.addAudioTrack(track);
  await output.start();
  let frames = 0;
  for await (const { samples, share } of pieces) {
    const sample = new AudioSample({
      data: samples,
      format: 's16',
      numberOfChannels: channels,
      sampleRate,
      timestamp: frames / sampleRate,
    });
    await track.add(sample);
    sample.close();
    frames += samples.length / channels;
    onProgress(share);
  }
  await output.finalize();
}

/** Browsers have one for Opus; the others come as WebAssembly. */
async function loadEncoder(format: Exclude<ExportFormat, 'wav'>): Promise<void> {
  if (format === 'opus' || (await canEncodeAudio(format))) return;
  await expectWebAssembly();
  if (format === 'flac') (await import('@mediabunny/flac-encoder')).registerFlacEncoder();
  else (await import('@mediabunny/mp3-encoder')).registerMp3Encoder();
}

/** Rejects where the server's policy forbids it: an encoder would wait for it without end. */
async function expectWebAssembly(): Promise<void> {
  const smallest = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  try {
    await WebAssembly.compile(smallest);
  } catch (error) {
    throw new PhoneError({ code: 'recording/not-convertible', details: String(error) }, error);
  }
}
