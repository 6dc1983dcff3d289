import { buffer } from 'node:stream/consumers';
import type { AudioFile } from './backend.ts';
import { wavHeaderBytes } from './wav-header.ts';

/** As much of a file as `readWavLayout` needs. Short, or even empty, in a file that is none of ours. */
export async function readHead(file: AudioFile): Promise<Buffer> {
  const bytes = Math.min(wavHeaderBytes, file.bytes);
  return bytes === 0 ? Buffer.alloc(0) : buffer(await file.read(0, bytes - 1));
}
