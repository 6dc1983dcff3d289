import { describe, expect, it } from 'vitest';
import { meanOpinionScore } from './e-model.ts';

const score = (over: Partial<Parameters<typeof meanOpinionScore>[0]>) =>
  meanOpinionScore({ codec: 'PCMU', packetLossPercent: 0, oneWayDelayMs: 0, ...over });

describe('meanOpinionScore', () => {
  // Ratings by hand from G.107: 93.2 less the delay's and the codec's impairment; scores by its annex B.
  it.each([
    ['nothing is wrong', {}, 4.41],
    ['100 ms of delay are not heard', { oneWayDelayMs: 100 }, 4.41],
    ['400 ms of delay cost 24', { oneWayDelayMs: 400 }, 3.56],
    ['1 % of loss costs G.711 3.6', { packetLossPercent: 1 }, 4.33],
    ['10 % of loss cost G.711 27', { packetLossPercent: 10 }, 3.41],
    ['10 % of loss cost Opus 32', { codec: 'opus', packetLossPercent: 10 }, 3.18],
    ['G.729 costs 11 by itself', { codec: 'G729' }, 4.1],
    ['a codec that is not known is taken for G.711', { codec: 'G722' }, 4.41],
    ['nothing arrives', { packetLossPercent: 100 }, 1.18],
    ['nothing arrives, and late', { packetLossPercent: 100, oneWayDelayMs: 1000 }, 1],
  ])('when %s', (_what, quality, expected) => {
    expect(score(quality)).toBeCloseTo(expected, 2);
  });

  it('never rises with loss or delay', () => {
    for (let step = 0; step < 100; step += 1) {
      expect(score({ packetLossPercent: step + 1 })).toBeLessThanOrEqual(score({ packetLossPercent: step }));
      expect(score({ oneWayDelayMs: 10 * (step + 1) })).toBeLessThanOrEqual(
        score({ oneWayDelayMs: 10 * step }),
      );
    }
  });
});
