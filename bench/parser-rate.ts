import { hardHeaders, realisticHeaders } from './from-headers.ts';
import type { FromHeader } from './from-headers.ts';
import { judgeParser, nameAddrParsers } from './name-addr-parsers.ts';
import type { NameAddrParser } from './name-addr-parsers.ts';
import { medianOf, summarise } from './statistics.ts';

const rounds = 15;
const roundMs = 40;

/** Headers per second of one round: whole passes over the set until the round's time is over. */
function measureRound(parse: NameAddrParser['parse'], headers: readonly FromHeader[]): number {
  const start = performance.now();
  let parsed = 0;
  let elapsedMs = 0;
  while (elapsedMs < roundMs) {
    for (const { value } of headers) parse(value);
    parsed += headers.length;
    elapsedMs = performance.now() - start;
  }
  return (parsed / elapsedMs) * 1000;
}

/** The parsers in turn, round after round, so that whatever slows the machine slows all of them. The first two rounds warm up. */
function measureSet(headers: readonly FromHeader[]) {
  const rates = nameAddrParsers.map((): number[] => []);
  for (let round = -2; round < rounds; round += 1) {
    nameAddrParsers.forEach(({ parse }, index) => {
      const rate = measureRound(parse, headers);
      if (round >= 0) rates[index]?.push(rate);
    });
  }
  const [ours = []] = rates;
  return Object.fromEntries(
    nameAddrParsers.map((parser, index) => {
      const own = rates[index] ?? [];
      const ratios = own.map((rate, round) => (ours[round] ?? Number.NaN) / rate);
      return [
        parser.name,
        {
          headersPerSecond: summarise(own.map(Math.round)),
          oursIsFasterTimes: Math.round(medianOf(ratios) * 10) / 10,
          ...judgeParser(parser, headers),
        },
      ];
    }),
  );
}

/** The best of several runs in milliseconds: what 64 kB of one character cost our parser. */
function measureFlood(character: string): number {
  const value = character.repeat(65_536);
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    nameAddrParsers[0]?.parse(value);
    return performance.now() - start;
  });
  return Math.round(Math.min(...times) * 1000) / 1000;
}

/** Parsed From headers per second, of our parser and of JsSIP's and SIP.js's, and what each makes of them. */
export const measureParsers = () => ({
  realistic: measureSet(realisticHeaders),
  hard: measureSet(hardHeaders),
  floodOf64kBMs: Object.fromEntries(
    ['"', '<', '>', '\\', ';', ',', ' '].map((character) => [character, measureFlood(character)]),
  ),
});
