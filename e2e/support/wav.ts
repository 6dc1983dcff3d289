/** A decoded WAV file: samples by channel, `[-1, 1)`. */
export interface DecodedWav {
  readonly sampleRateHz: number;
  readonly channels: readonly Float32Array[];
  readonly durationMs: number;
}

/** PCM16 WAV of equally long channels. */
export function encodeWav(channels: readonly Float32Array[], sampleRateHz: number): Buffer {
  const frames = channels[0]?.length ?? 0;
  const dataBytes = frames * channels.length * 2;
  const wav = Buffer.alloc(44 + dataBytes);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + dataBytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(channels.length, 22);
  wav.writeUInt32LE(sampleRateHz, 24);
  wav.writeUInt32LE(sampleRateHz * channels.length * 2, 28);
  wav.writeUInt16LE(channels.length * 2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(dataBytes, 40);
  for (let frame = 0; frame < frames; frame += 1) {
    channels.forEach((samples, channel) => {
      const offset = 44 + (frame * channels.length + channel) * 2;
      wav.writeInt16LE(Math.round((samples[frame] ?? 0) * 32_767), offset);
    });
  }
  return wav;
}

/**
 * Reads a WAV file strictly, by code of its own: a test must not trust the phone's reader with the phone's writer.
 * Throws for anything but a complete PCM16 file whose sizes agree with its length.
 */
export function decodeWav(file: Buffer): DecodedWav {
  const text = (start: number, end: number) => file.toString('latin1', start, end);
  if (text(0, 4) !== 'RIFF' || text(8, 16) !== 'WAVEfmt ' || text(36, 40) !== 'data')
    throw new Error('no plain WAV file');
  if (file.readUInt32LE(4) !== file.length - 8)
    throw new Error('the RIFF size is not the length of the file');
  if (file.readUInt32LE(40) !== file.length - 44)
    throw new Error('the data size is not the length of the file');
  if (file.readUInt16LE(20) !== 1 || file.readUInt16LE(34) !== 16) throw new Error('not PCM16');
  const channelCount = file.readUInt16LE(22);
  const sampleRateHz = file.readUInt32LE(24);
  const frames = (file.length - 44) / 2 / channelCount;
  if (!Number.isInteger(frames)) throw new Error('the last frame is cut');
  const channels = Array.from({ length: channelCount }, (_, channel) =>
    Float32Array.from(
      { length: frames },
      (__, frame) => file.readInt16LE(44 + (frame * channelCount + channel) * 2) / 32_768,
    ),
  );
  return { sampleRateHz, channels, durationMs: (frames * 1000) / sampleRateHz };
}
