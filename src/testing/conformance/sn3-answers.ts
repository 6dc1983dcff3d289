import type { Sn3Frame } from '#core/recording/sn3-format.ts';
import { joinSn3, packSn3, packSn3Frame } from '#core/recording/sn3-pack.ts';
import { parseSn3 } from '#core/recording/sn3-parse.ts';
import { createSn3Capture } from './sn3-capture.ts';

/** A frame as the cases write it. */
interface SeedFrame {
  readonly dir: 0 | 1;
  readonly seq: number;
  readonly rtpTs: number;
  readonly wallNs: string;
  readonly payloadHex: string;
}

type CaptureOp =
  | readonly ['append', direction: 0 | 1, sequenceNumber: number, rtpTimestamp: number, payloadHex: string]
  | readonly ['take'];

interface CaptureInput {
  readonly ops?: readonly CaptureOp[];
  readonly capBytes?: number;
}

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const fromSeedFrame = ({ dir, seq, rtpTs, wallNs, payloadHex }: SeedFrame): Sn3Frame => ({
  direction: dir,
  sequenceNumber: seq,
  rtpTimestamp: rtpTs,
  wallNs: BigInt(wallNs),
  payload: fromHex(payloadHex),
});

const toSeedFrame = ({ direction, sequenceNumber, rtpTimestamp, wallNs, payload }: Sn3Frame): SeedFrame => ({
  dir: direction,
  seq: sequenceNumber,
  rtpTs: rtpTimestamp,
  wallNs: String(wallNs),
  payloadHex: toHex(payload),
});

const silence = (payloadBytes: number): Sn3Frame => ({
  direction: 0,
  sequenceNumber: 0,
  rtpTimestamp: 0,
  wallNs: 0n,
  payload: new Uint8Array(payloadBytes),
});

function runCapture(ops: readonly CaptureOp[]): unknown {
  let now = 1_000_000_000n;
  const capture = createSn3Capture({ nowNs: () => (now += 20_000_000n) });
  const taken: (Uint8Array | null)[] = [];
  for (const op of ops) {
    if (op[0] === 'take') {
      taken.push(capture.take());
    } else {
      const [, direction, sequenceNumber, rtpTimestamp, payloadHex] = op;
      capture.append({ direction, sequenceNumber, rtpTimestamp, payload: fromHex(payloadHex) });
    }
  }
  const rest = capture.take();
  const named = taken.map((blob) => (blob === null ? null : 'blob'));
  const last = rest ?? taken.findLast((blob) => blob !== null) ?? new Uint8Array(0);
  const wallNs = parseSn3(last)[0]?.wallNs;
  return {
    take: named.length === 0 ? rest && 'blob' : named,
    startsWith: toHex(last.subarray(0, 3)),
    firstWallNs: wallNs === 0n ? '~0' : String(wallNs),
  };
}

/** Appends until some frames have been refused, and looks at what is in the blob. */
function fillUp(limitBytes: number): string {
  const capture = createSn3Capture({ nowNs: () => 0n, limitBytes });
  let kept = 0;
  for (let refused = 0; refused < 3;) {
    if (capture.append(silence(3999))) kept += 1;
    else refused += 1;
  }
  const blob = capture.take() ?? new Uint8Array(0);
  const frames = parseSn3(blob);
  const isWhole = toHex(packSn3(frames)) === toHex(blob);
  return isWhole && frames.length === kept && blob.byteLength <= limitBytes
    ? 'never truncates inside a frame'
    : `${kept} frames kept, ${frames.length} read, ${blob.byteLength} bytes`;
}

/** Appends by a clock that goes back in between. */
function followClock(): string {
  let now = 0n;
  const capture = createSn3Capture({ nowNs: () => now });
  for (now of [70n, 90n, 80n, 100n]) capture.append(silence(1));
  const times = parseSn3(capture.take() ?? new Uint8Array(0)).map(({ wallNs }) => wallNs);
  return times.join() === '0,20,20,30' ? 'monotonic clock' : times.join();
}

export const sn3Answers = {
  sn3_capture({ ops, capBytes }: CaptureInput) {
    if (ops !== undefined) return runCapture(ops);
    return capBytes === undefined ? followClock() : fillUp(capBytes);
  },

  sn3_pack: ({ frames }: { readonly frames: readonly SeedFrame[] }) =>
    toHex(packSn3(frames.map(fromSeedFrame))),

  sn3_parse: (input: string | { readonly frameLen: number }) =>
    typeof input === 'string'
      ? parseSn3(fromHex(input)).map(toSeedFrame)
      : parseSn3(joinSn3([packSn3Frame(silence(input.frameLen))])).length,
};
