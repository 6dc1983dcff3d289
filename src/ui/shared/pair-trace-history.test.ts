import { describe, expect, it } from 'vitest';
import { createPairTraceHistory } from './pair-trace-history.ts';

describe('the history of a pair trace', () => {
  it('keeps the loudest moment of each 100 ms, each side by itself', () => {
    const history = createPairTraceHistory(10);
    history.push(5000, 0.1, 0.5);
    history.push(5050, 0.3, 0.2);
    history.push(5100, 0.7, 0);
    expect(history.read(0)).toEqual({ remote: 0.3, local: 0.5 });
    expect(history.read(1)).toEqual({ remote: 0.7, local: 0 });
  });

  it('shows silence, and keeps the time, where nothing was measured', () => {
    const history = createPairTraceHistory(10);
    history.push(0, 1, 1);
    history.push(500, 1, 1);
    expect(history.positionAt(550)).toBe(5.5);
    expect(history.read(3)).toEqual({ remote: 0, local: 0 });
  });

  it('forgets what is older than its capacity', () => {
    const history = createPairTraceHistory(3);
    for (let column = 0; column < 8; column += 1) history.push(column * 100, 1, 1);
    expect(history.read(4).remote).toBe(0);
    expect(history.read(5).remote).toBe(1);
  });
});
