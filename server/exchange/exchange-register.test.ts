import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withCredentials } from '#server/testing/digest-client.ts';
import { createManualClock, type ManualClock } from '#server/testing/manual-clock.ts';
import { connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { headerValue, headerValues, type SipResponse } from './message/message.ts';

let clock: ManualClock;
let exchange: TestExchange;
let alice: SipClient;

beforeEach(async () => {
  clock = createManualClock();
  exchange = await startTestExchange({
    clock,
    // Time jumps here, which no client could answer pings through.
    limits: { maxBindingsPerAor: 3, maxBindings: 4, nonceLifetimeMs: 60_000, pingIntervalMs: 1e9 },
  });
  alice = await connectSipClient(exchange.url, 'alice');
});

afterEach(() => exchange.close());

const contactsOf = (response: SipResponse) => headerValues(response.headers, 'Contact');
const registerRequest = (client: SipClient, user = client.user, headers: readonly string[] = []) =>
  client.build('REGISTER', 'sip:localhost', {
    to: `<sip:${user}@localhost>`,
    headers: [`Contact: <${client.contactUri}>`, ...headers],
  });

describe('authentication', () => {
  test('two challenges are offered, SHA-256 first and MD5 last', async () => {
    const challenge = await alice.response(
      alice.request('REGISTER', 'sip:localhost', { to: '<sip:alice@localhost>' }),
    );
    expect(challenge.status).toBe(401);
    expect(headerValues(challenge.headers, 'WWW-Authenticate')).toEqual([
      expect.stringMatching(/^Digest realm="localhost", nonce="[\w-]+", algorithm=SHA-256, qop="auth"$/u),
      expect.stringMatching(/^Digest realm="localhost", nonce="[\w-]+", algorithm=MD5, qop="auth"$/u),
    ]);
  });

  test.each(['MD5', 'SHA-256'] as const)('the right password registers with %s', async (algorithm) => {
    const request = registerRequest(alice);
    alice.send(request);
    const challenge = await alice.response(request);
    const proved = withCredentials(request, challenge, 'alice', 'alice-demo', algorithm);
    alice.send(proved);
    expect((await alice.response(proved)).status).toBe(200);
  });

  test('a wrong password is challenged again and not told that its nonce is stale', async () => {
    const proved = await alice.prove(registerRequest(alice), 'wrong');
    const refused = await alice.response(proved);
    expect(refused.status).toBe(401);
    expect(headerValue(refused.headers, 'WWW-Authenticate')).not.toContain('stale');
  });

  test('an unknown address is not found', async () => {
    expect(
      (await alice.response(alice.request('REGISTER', 'sip:localhost', { to: '<sip:zed@localhost>' })))
        .status,
    ).toBe(404);
    expect(
      (await alice.response(alice.request('REGISTER', 'sip:x.test', { to: '<sip:alice@x.test>' }))).status,
    ).toBe(404);
  });

  test("nobody registers somebody else's address", async () => {
    const proved = await alice.prove(registerRequest(alice, 'bob'));
    expect((await alice.response(proved)).status).toBe(403);
  });

  test('an old nonce is stale, and the next one works', async () => {
    const request = registerRequest(alice);
    alice.send(request);
    const challenge = await alice.response(request);
    clock.advance(60_000);
    const late = withCredentials(request, challenge, 'alice', 'alice-demo');
    alice.send(late);
    const stale = await alice.response(late);
    expect(stale.status).toBe(401);
    expect(headerValue(stale.headers, 'WWW-Authenticate')).toContain('stale=true');
    const again = withCredentials(late, stale, 'alice', 'alice-demo');
    alice.send(again);
    expect((await alice.response(again)).status).toBe(200);
  });

  test('credentials cannot be played again, nor used for another Request-URI', async () => {
    const proved = await alice.prove(registerRequest(alice));
    expect((await alice.response(proved)).status).toBe(200);
    const credentials = `Authorization: ${headerValue(proved.headers, 'Authorization')}`;
    const replay = registerRequest(alice, 'alice', [credentials]);
    alice.send(replay);
    const refused = await alice.response(replay);
    expect(refused.status).toBe(401);
    const elsewhere = { ...registerRequest(alice, 'alice', [credentials]), requestUri: 'sip:127.0.0.1' };
    alice.send(elsewhere);
    expect((await alice.response(elsewhere)).status).toBe(401);
  });

  test('every name of this machine is the same domain', async () => {
    const request = {
      ...alice.build('REGISTER', 'sip:127.0.0.1', {
        to: '<sip:Alice@127.0.0.1>',
        headers: [`Contact: <${alice.contactUri}>`],
      }),
    };
    expect((await alice.response(await alice.prove(request))).status).toBe(200);
    expect(contactsOf(await alice.register())).toHaveLength(1);
  });
});

describe('bindings', () => {
  test('a binding is granted the time that it asks for, by parameter or header, and no more than the maximum', async () => {
    expect(contactsOf(await alice.register(';expires=120'))).toEqual([`<${alice.contactUri}>;expires=120`]);
    expect(contactsOf(await alice.register('', ['Expires: 90']))[0]).toContain(';expires=90');
    expect(contactsOf(await alice.register())[0]).toContain(';expires=600');
    expect(contactsOf(await alice.register(';expires=999999'))[0]).toContain(';expires=3600');
  });

  test('too little time is refused with what would do', async () => {
    const refused = await alice.register(';expires=5');
    expect(refused.status).toBe(423);
    expect(headerValue(refused.headers, 'Min-Expires')).toBe('30');
  });

  test('a binding counts down and ends', async () => {
    await alice.register(';expires=60');
    clock.advance(25_000);
    const query = () =>
      alice
        .prove(alice.build('REGISTER', 'sip:localhost', { to: '<sip:alice@localhost>' }))
        .then(alice.response);
    expect(contactsOf(await query())[0]).toContain(';expires=35');
    clock.advance(35_000);
    expect(contactsOf(await query())).toEqual([]);
  });

  test('two devices are registered beside each other, and each can leave alone', async () => {
    const second = await connectSipClient(exchange.url, 'alice');
    await alice.register();
    expect(contactsOf(await second.register())).toHaveLength(2);
    expect(contactsOf(await alice.register(';expires=0'))).toEqual([
      expect.stringContaining(second.contactUri),
    ]);
  });

  test('a star with Expires: 0 removes all of them', async () => {
    const second = await connectSipClient(exchange.url, 'alice');
    await alice.register();
    await second.register();
    const star = (headers: readonly string[]) =>
      alice
        .prove(alice.build('REGISTER', 'sip:localhost', { to: '<sip:alice@localhost>', headers }))
        .then(alice.response);
    expect((await star(['Contact: *'])).status).toBe(400);
    expect((await star(['Contact: *', `Contact: <${alice.contactUri}>`, 'Expires: 0'])).status).toBe(400);
    const gone = await star(['Contact: *', 'Expires: 0']);
    expect([gone.status, contactsOf(gone)]).toEqual([200, []]);
  });

  test('a page that was loaded again takes the place of its older self', async () => {
    const again = await connectSipClient(exchange.url, 'alice');
    const instance = ';+sip.instance="<urn:uuid:1>";reg-id=1';
    await alice.register(instance);
    const contacts = contactsOf(await again.register(instance));
    expect(contacts).toEqual([expect.stringContaining(again.contactUri)]);
    expect(contacts[0]).toContain('+sip.instance="<urn:uuid:1>"');
    expect(contacts[0]).toContain('reg-id=1');
  });

  test('an instance that supports GRUUs is given one', async () => {
    const params = ';+sip.instance="<urn:uuid:1>"';
    expect(contactsOf(await alice.register(params))[0]).not.toContain('gruu');
    const [contact] = contactsOf(
      await alice.register(`${params};pub-gruu="sip:mine@x"`, ['Supported: path, gruu']),
    );
    expect(contact).not.toContain('sip:mine');
    expect(contact).toContain(';pub-gruu="sip:alice@localhost;gr=urn:uuid:1"');
  });

  test('a binding goes with its connection', async () => {
    const second = await connectSipClient(exchange.url, 'alice');
    await second.register();
    await second.close();
    expect(contactsOf(await alice.register())).toEqual([expect.stringContaining(alice.contactUri)]);
  });

  test('a REGISTER that was overtaken changes nothing', async () => {
    await alice.register(';expires=120');
    const accepted = await alice.register(';expires=240');
    const old = alice.build('REGISTER', 'sip:localhost', {
      callId: headerValue(accepted.headers, 'Call-ID') ?? '',
      cseq: 0,
      to: '<sip:alice@localhost>',
      headers: [`Contact: <${alice.contactUri}>;expires=0`],
    });
    expect((await alice.response(await alice.prove(old))).status).toBe(500);
    expect(contactsOf(await alice.register())).toHaveLength(1);
  });

  test('all contacts of a REGISTER are taken or none', async () => {
    const both = alice.build('REGISTER', 'sip:localhost', {
      to: '<sip:alice@localhost>',
      headers: ['Contact: <sip:a@a.invalid>;expires=100, <sip:b@b.invalid>;expires=1'],
    });
    expect((await alice.response(await alice.prove(both))).status).toBe(423);
    expect(contactsOf(await alice.register())).toHaveLength(1);
  });

  test('no address has more bindings than allowed, and all together neither', async () => {
    const contacts = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => `<sip:${name}${index}@x.invalid>`).join(', ');
    const registerMany = async (client: SipClient, list: string) => {
      const request = client.build('REGISTER', 'sip:localhost', {
        to: `<sip:${client.user}@localhost>`,
        headers: [`Contact: ${list}`],
      });
      return (await client.response(await client.prove(request))).status;
    };
    expect(await registerMany(alice, contacts(4, 'a'))).toBe(503);
    expect(await registerMany(alice, contacts(3, 'a'))).toBe(200);
    const bob = await connectSipClient(exchange.url, 'bob');
    expect(await registerMany(bob, contacts(2, 'b'))).toBe(503);
    expect(await registerMany(bob, contacts(1, 'b'))).toBe(200);
  });

  test('an extension that the registrar does not know is named', async () => {
    const refused = await alice.response(
      alice.request('REGISTER', 'sip:localhost', {
        to: '<sip:alice@localhost>',
        headers: ['Require: gruu, magic'],
      }),
    );
    expect([refused.status, headerValue(refused.headers, 'Unsupported')]).toEqual([420, 'magic']);
  });
});
