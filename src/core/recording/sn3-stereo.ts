import { ChannelAgent, ChannelCaller } from '../hooks/recording-sink.ts';
import { decodeG711, g711RateHz } from './g711.ts';
import type { G711Codec } from './g711.ts';
import { placeTrack } from './place-track.ts';
import type { Sn3Frame } from './sn3-format.ts';
import type { StereoPart } from './stereo-pcm.ts';

/** A louder peak is scaled down to this part of full scale. Source: seed 2. */
const loudest = 0.92 * 32768;

/**
 * The frames of a blob, decoded and laid on one timeline for both sides at 8000 Hz: the first frame of either is its
 * beginning, gaps are silence, frames that came twice are heard once.
 *
 * `codecs` tells what each side sent; a blob does not. Frames that are not of that codec, such as telephone events,
 * must not be in it.
 */
export function decodeSn3(
  frames: readonly Sn3Frame[],
  codecs: { readonly caller: G711Codec; readonly agent: G711Codec },
): StereoPart {
  const baseNs = frames.reduce(
    (base, { wallNs }) => (wallNs < base ? wallNs : base),
    frames[0]?.wallNs ?? 0n,
  );
  const track = (direction: Sn3Frame['direction'], codec: G711Codec) => {
    const pieces = inTimeOrder(frames.filter((frame) => frame.direction === direction)).map((frame) => ({
      wallNs: frame.wallNs,
      samples: decodeG711(frame.payload, codec),
    }));
    return placeTrack(pieces, { sampleRateHz: g711RateHz, baseNs });
  };
  return limitPeak({
    left: track(ChannelCaller, codecs.caller),
    right: track(ChannelAgent, codecs.agent),
  });
}

/**
 * By wall time, then by sequence number, which goes round (RFC 3550 §5.1). Packets that the network doubled are taken
 * once; a blob of the first version numbers nothing, so none of its frames is known to be a double.
 */
function inTimeOrder(frames: readonly Sn3Frame[]): readonly Sn3Frame[] {
  const sorted = frames.toSorted((a, b) => {
    if (a.wallNs !== b.wallNs) return a.wallNs < b.wallNs ? -1 : 1;
    return ((((a.sequenceNumber - b.sequenceNumber) & 0xffff) + 0x8000) & 0xffff) - 0x8000;
  });
  const isNumbered = frames.some(
    ({ sequenceNumber, rtpTimestamp }) => sequenceNumber > 0 || rtpTimestamp > 0,
  );
  if (!isNumbered) return sorted;
  const heard = new Set<string>();
  return sorted.filter(({ sequenceNumber, rtpTimestamp }) => {
    const key = `${sequenceNumber} ${rtpTimestamp}`;
    const isDouble = heard.has(key);
    heard.add(key);
    return !isDouble;
  });
}

/** Both sides are scaled alike, so that who speaks louder stays louder. */
function limitPeak(part: StereoPart): StereoPart {
  const peak = [part.left, part.right].reduce(
    (highest, track) => track.reduce((value, sample) => Math.max(value, Math.abs(sample)), highest),
    0,
  );
  if (peak <= loudest) return part;
  const scale = (track: Int16Array) => track.map((sample) => Math.round((sample * loudest) / peak));
  return { left: scale(part.left), right: scale(part.right) };
}
