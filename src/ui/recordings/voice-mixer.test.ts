import { describe, expect, it } from 'vitest';
import { gainsOf } from './voice-mixer.ts';

describe('gainsOf', () => {
  it.each([
    [{ solo: 'both', balance: 0 }, [1, 0, 0, 1]],
    [{ solo: 'both', balance: -1 }, [1, 0, 0, 0]],
    [{ solo: 'both', balance: 0.25 }, [0.75, 0, 0, 1]],
    [{ solo: 'remote', balance: 1 }, [1, 1, 0, 0]],
    [{ solo: 'local', balance: -1 }, [0, 0, 1, 1]],
  ] as const)('%j is heard as %j', (mix, gains) => {
    expect(gainsOf(mix)).toEqual(gains);
  });
});
