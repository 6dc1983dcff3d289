import { measureEvents } from './event-rate.ts';
import { measureParsers } from './parser-rate.ts';

/** What client-core costs: taking From headers apart, and bringing events to those who listen. */
export function measureClientCore() {
  const fromHeaders = measureParsers();
  const events = measureEvents();

  for (const set of ['realistic', 'hard'] as const) {
    console.log(`From headers, the ${set} set`);
    console.table(
      Object.fromEntries(
        Object.entries(fromHeaders[set]).map(
          ([parser, { headersPerSecond, oursIsFasterTimes, right, of }]) => [
            parser,
            {
              'headers/s': headersPerSecond.median,
              'ours is faster ×': oursIsFasterTimes,
              right: `${right} of ${of}`,
            },
          ],
        ),
      ),
    );
    for (const [parser, { refused, wrong }] of Object.entries(fromHeaders[set])) {
      for (const value of refused) console.log(`${parser} refuses ${JSON.stringify(value)}`);
      for (const value of wrong) console.log(`${parser} is wrong: ${JSON.stringify(value)}`);
    }
  }
  console.log('64 kB of one character, ours, ms');
  console.table(fromHeaders.floodOf64kBMs);
  console.log('Events through the handler');
  console.table(
    Object.fromEntries(
      Object.entries(events).map(
        ([history, { eventsPerSecond, microsecondsPerEvent, costBesideTheShortest }]) => [
          history,
          {
            'events/s': eventsPerSecond.median,
            'µs/event': microsecondsPerEvent.median,
            'cost ×': costBesideTheShortest,
          },
        ],
      ),
    ),
  );
  return { fromHeaders, events };
}
