import { type PointerEvent, useEffect, useRef } from 'react';

const longPressMs = 500;

/** A key that does one thing when pressed and another when held. The click after a hold is swallowed. */
export function useLongPress(onPress: () => void, onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const held = useRef(false);
  const release = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      held.current = false;
      timer.current = setTimeout(() => {
        held.current = true;
        onHold();
      }, longPressMs);
    },
    onPointerUp: release,
    onPointerLeave: release,
    onPointerCancel: release,
    onClick: () => {
      release();
      if (!held.current) onPress();
      held.current = false;
    },
  };
}
