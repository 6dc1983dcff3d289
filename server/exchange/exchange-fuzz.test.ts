import fc from 'fast-check';
import { expect, test } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { connectSipClient } from '#server/testing/sip-client.ts';
import { startTestExchange } from '#server/testing/test-exchange.ts';
import { respond } from './message/respond.ts';
import { serialise } from './message/serialise.ts';

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  put: fc.array(
    fc.constantFrom('\r\n', ' ', '"', '<', '>', ';', ',', ':', '=', '%', '\\', '\0', 'ä', '@', '?'),
    {
      maxLength: 4,
    },
  ),
});

test('no damage to what it is sent, within a call or outside, makes the exchange fail', async () => {
  const errors: unknown[] = [];
  const exchange = await startTestExchange({
    limits: { messageBurst: 10_000 },
    logger: { ...silentLogger, error: (...said) => errors.push(said) },
  });
  const [alice, bob] = await Promise.all(
    ['alice', 'bob'].map((user) => connectSipClient(exchange.url, user)),
  );
  if (alice === undefined || bob === undefined) throw new Error('two clients were expected');
  await bob.register();
  const invite = await alice.prove(
    alice.build('INVITE', 'sip:bob@localhost', { headers: [`Contact: <${alice.contactUri}>`] }),
  );
  const received = await bob.received('INVITE');
  const valid = [
    [alice, invite],
    [alice, await alice.prove(alice.build('MESSAGE', 'sip:bob@localhost'))],
    [alice, alice.build('BYE', bob.contactUri, { to: '<sip:bob@localhost>;tag=1' })],
    [alice, alice.build('CANCEL', 'sip:bob@localhost')],
    [bob, alice.build('REGISTER', 'sip:localhost', { headers: [`Contact: <${bob.contactUri}>;expires=60`] })],
    [bob, respond(received.headers, 180, { toTag: 'bob' })],
    [
      bob,
      respond(received.headers, 302, {
        toTag: 'bob',
        headers: [{ name: 'Contact', value: '<sip:carol@localhost>' }],
      }),
    ],
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...valid),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      ([sender, message], edits) => {
        const damaged = edits.reduce((text, { at, cut, put }) => {
          const from = Math.floor(at * text.length);
          return text.slice(0, from) + put.join('') + text.slice(from + cut);
        }, serialise(message).toString('utf8'));
        sender.socket.send(damaged);
      },
    ),
    { numRuns: 2000 },
  );
  await Promise.all([alice.settle(), bob.settle()]);
  expect(errors).toEqual([]);
  await exchange.close();
});
