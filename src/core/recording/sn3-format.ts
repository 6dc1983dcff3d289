import type { RecordingChannel } from '../hooks/recording-sink.ts';

/**
 * One RTP payload in an SN3 blob. In bytes, little-endian, 17 before the payload:
 * direction u8, sequence number u16, RTP timestamp u32, wall time u64, payload length u16. Source: seed 2.
 */
export interface Sn3Frame {
  /** The side that it comes from. */
  readonly direction: RecordingChannel;
  /** RFC 3550 §5.1; a browser does not tell it of what it sends, so there it is a count. */
  readonly sequenceNumber: number;
  readonly rtpTimestamp: number;
  /** Nanoseconds since the first frame of the blob, by a clock that never goes back. */
  readonly wallNs: bigint;
  /** 1 to `maxPayloadBytes` bytes. */
  readonly payload: Uint8Array;
}

/** "SN3". Frames follow to the end of the blob: there is no count, no codec and no absolute time in it. */
export const sn3Magic = [0x53, 0x4e, 0x33] as const;
/** Bytes of a frame before its payload. */
export const sn3HeaderBytes = 17;
/** Readers take a longer payload for the end of the blob, so none is written. */
export const maxPayloadBytes = 4000;

/** Whether a byte tells one of the two sides. */
export const isSide = (direction: number): direction is RecordingChannel =>
  direction === 0 || direction === 1;

/** Whether the format can hold a frame: readers take an empty payload, too, for the end. */
export const fitsSn3 = ({ direction, payload }: Pick<Sn3Frame, 'direction' | 'payload'>): boolean =>
  isSide(direction) && payload.byteLength > 0 && payload.byteLength <= maxPayloadBytes;
