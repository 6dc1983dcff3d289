/** A bucket of messages that refills with time. */
export interface MessageAllowance {
  /** Takes one message out; false when the bucket is empty. */
  readonly take: () => boolean;
}

export interface AllowanceBounds {
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
}

/** A full bucket of `messageBurst`, refilled by `messagesPerSecond`. */
export function createMessageAllowance(bounds: AllowanceBounds, nowMs: () => number): MessageAllowance {
  let left = bounds.messageBurst;
  let filledAtMs = nowMs();
  return {
    take() {
      const now = nowMs();
      const grown = ((now - filledAtMs) / 1000) * bounds.messagesPerSecond;
      left = Math.min(bounds.messageBurst, left + Math.max(0, grown));
      filledAtMs = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
