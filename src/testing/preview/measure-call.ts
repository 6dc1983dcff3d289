import type { CallInfo } from '#core/call/call-info.ts';
import { addMeasurement, noQuality, type CallQuality, type OneWayAudio } from '#core/quality/call-quality.ts';
import { toMediaQuality } from '#core/quality/media-quality.ts';
import type { FakeSoftphone } from '../fake-softphone.ts';

/** A minute of a call that scores these, the last of them for as long as is left. */
export function measureCall(
  phone: FakeSoftphone,
  call: CallInfo,
  scores: readonly number[],
  oneWay: OneWayAudio | null,
) {
  let quality: CallQuality = { ...noQuality, oneWay };
  for (let second = 0; second < 60; second += 1) {
    quality = addMeasurement(quality, {
      atMs: second * 1000,
      mosScore: scores[Math.min(second, scores.length - 1)] ?? 4.41,
      packetLossPercent: 0.4,
      jitterMs: 4,
      roundTripMs: 38,
    });
  }
  phone.quality.setState(new Map(phone.quality.getState()).set(call.callId, quality));
  const { mosScore = 1 } = quality.recent.at(-1) ?? {};
  const steady = { mosScore, packetLossPercent: 0.4, jitterMs: 4 };
  phone.book.change(call.callId, { quality: toMediaQuality(steady) });
}
