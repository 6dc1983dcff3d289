import { vi } from 'vitest';

/** Gives every element a height: happy-dom lays nothing out, and of a list only what is in sight is drawn. */
export function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
}
