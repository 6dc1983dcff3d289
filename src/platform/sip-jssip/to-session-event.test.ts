import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '#core/signalling/session.ts';
import { translateSession, translateTransfer, type SessionFacts } from './to-session-event.ts';

function translate(facts: Partial<SessionFacts> = {}) {
  const listeners = new Map<string, (data: never) => void>();
  const session = { emit: (name: string, data: unknown) => listeners.get(name)?.(data as never) };
  const events: SessionEvent[] = [];
  const source = { on: (name: string, listener: (data: never) => void) => listeners.set(name, listener) };
  translateSession(source, { direction: 'outgoing', connectionLost: () => false, ...facts }, (event) =>
    events.push(event),
  );
  return { session, events };
}

const end = (cause: string, originator: string, message: unknown = null) => ({ cause, originator, message });
const response = (status_code: number, reason_phrase: string) => ({ status_code, reason_phrase });

describe('translateSession', () => {
  it('tells an outgoing call from the INVITE to the BYE', () => {
    const { session, events } = translate();
    session.emit('sending', { request: { call_id: 'cid@host' } });
    session.emit('sdp', { originator: 'local', sdp: 'offer' });
    session.emit('progress', { response: response(180, 'Ringing') });
    session.emit('sdp', { originator: 'remote', sdp: 'answer' });
    session.emit('accepted', {});
    session.emit('confirmed', {});
    session.emit('ended', end('Terminated', 'remote'));
    expect(events).toEqual([
      { kind: 'inviteSent', sipCallId: 'cid@host' },
      { kind: 'progressed', sipCode: 180, reason: 'Ringing' },
      { kind: 'accepted', localSdp: 'offer', remoteSdp: 'answer' },
      { kind: 'confirmed' },
      {
        kind: 'ended',
        confirmed: true,
        state: 'Terminated',
        end: { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: 'Terminated' },
      },
    ]);
  });

  it('tells what the peer does with the call, and nothing that waits for the peer', () => {
    const { session, events } = translate();
    session.emit('accepted', {});
    session.emit('hold', { originator: 'local' });
    session.emit('hold', { originator: 'remote' });
    session.emit('unhold', { originator: 'remote' });
    session.emit('newDTMF', { originator: 'local', dtmf: { tone: '1', duration: 100 } });
    session.emit('newDTMF', { originator: 'remote', dtmf: { tone: '#', duration: 160 } });
    const info = { contentType: 'application/dtmf', body: '5\r\n' };
    session.emit('newInfo', { originator: 'remote', info });
    session.emit('newInfo', { originator: 'local', info });
    session.emit('newInfo', { originator: 'remote', info: { ...info, contentType: 'text/plain' } });
    session.emit('newInfo', { originator: 'remote', info: { ...info, body: '<b>' } });
    expect(events.slice(1)).toEqual([
      { kind: 'holdChanged', originator: 'remote', onHold: true },
      { kind: 'holdChanged', originator: 'remote', onHold: false },
      { kind: 'dtmfReceived', digit: '#', durationMs: 160 },
      { kind: 'dtmfReceived', digit: '5', durationMs: 100 },
    ]);
  });

  it('tells a renegotiation when it is answered', () => {
    const { session, events } = translate();
    session.emit('sdp', { originator: 'local', type: 'offer', sdp: 'offer' });
    session.emit('sdp', { originator: 'remote', type: 'answer', sdp: 'answer' });
    session.emit('accepted', {});
    session.emit('sdp', { originator: 'remote', type: 'offer', sdp: 'offer 2' });
    session.emit('sdp', { originator: 'local', type: 'answer', sdp: 'answer 2' });
    expect(events.slice(1)).toEqual([{ kind: 'renegotiated', localSdp: 'answer 2', remoteSdp: 'offer 2' }]);
  });

  it.each([
    ['"Carol" <sip:carol@x;user=phone?Replaces=a%3Bto-tag%3Db>', 'sip:carol@x;user=phone', true],
    ['<sip:carol@x?Subject=replaces%3D>', 'sip:carol@x', false],
    ['sip:carol@x', 'sip:carol@x', false],
  ])('tells of a REFER to %s', (referTo, targetUri, isAttended) => {
    const { session, events } = translate();
    const request = {
      referTo,
      getHeader(name: string) {
        return name === 'Refer-To' ? this.referTo : undefined;
      },
    };
    session.emit('refer', { request });
    expect(events).toEqual([{ kind: 'transferRequested', targetUri, referredBy: null, isAttended }]);
  });

  it('is silent after the end, whatever JsSIP still emits', () => {
    const { session, events } = translate();
    session.emit('failed', end('Canceled', 'local'));
    session.emit('accepted', {});
    session.emit('confirmed', {});
    session.emit('ended', end('Terminated', 'local'));
    expect(events).toHaveLength(1);
  });

  it('has no news in our own 180', () => {
    const { session, events } = translate({ direction: 'incoming' });
    session.emit('progress', { originator: 'local', response: null });
    expect(events).toEqual([]);
  });

  it.each([
    ['Busy', 'remote', response(486, 'Busy Here'), 'outgoing', 'Failed', 'busy', 'remote', 486],
    ['Rejected', 'remote', response(603, 'Decline'), 'outgoing', 'Failed', 'rejected', 'remote', 603],
    ['Rejected', 'local', null, 'incoming', 'Terminated', 'rejected', 'local', null],
    ['Canceled', 'remote', null, 'incoming', 'Cancelled', 'cancelled', 'remote', null],
    ['No Answer', 'local', null, 'incoming', 'Failed', 'no-answer', 'local', 408],
    ['Not Found', 'remote', response(404, 'Not Found'), 'outgoing', 'Failed', 'not-found', 'remote', 404],
    ['Unavailable', 'remote', response(480, 'Gone'), 'outgoing', 'Failed', 'unavailable', 'remote', 480],
    ['Connection Error', 'local', null, 'outgoing', 'Failed', 'connection-lost', 'unknown', null],
    ['A cause of tomorrow', 'system', null, 'outgoing', 'Failed', 'server-error', 'unknown', null],
  ] as const)(
    'failed with %s by %s',
    (cause, originator, message, direction, state, ours, initiator, sipCode) => {
      const { session, events } = translate({ direction });
      session.emit('failed', end(cause, originator, message));
      expect(events[0]).toMatchObject({
        kind: 'ended',
        state,
        confirmed: false,
        end: { cause: ours, initiator, sipCode },
      });
    },
  );

  it('does not blame the person for a connection that broke while it rang', () => {
    const { session, events } = translate({ connectionLost: () => true });
    session.emit('failed', end('Canceled', 'local'));
    expect(events[0]).toMatchObject({
      state: 'Failed',
      end: { cause: 'connection-lost', initiator: 'unknown' },
    });
  });

  it('blames nobody for ICE that failed', () => {
    const { session, events } = translate();
    session.emit('confirmed', {});
    session.emit('ended', end('RTP Timeout', 'local'));
    expect(events[1]).toMatchObject({
      state: 'Terminated',
      end: { cause: 'media-lost', initiator: 'unknown', sipCode: 408 },
    });
  });

  it('knows a CANCEL that says another phone answered', () => {
    const { session, events } = translate({ direction: 'incoming' });
    const cancel = {
      getHeader: (name: string) =>
        name === 'Reason' ? 'Q.850;cause=16, SIP;cause=200;text="Call completed elsewhere"' : undefined,
    };
    session.emit('failed', end('Canceled', 'remote', cancel));
    expect(events[0]).toMatchObject({ state: 'Cancelled', end: { cause: 'answered-elsewhere' } });
  });
});

describe('translateTransfer', () => {
  it('tells how the peer does with a REFER', () => {
    const listeners = new Map<string, (data: never) => void>();
    const statuses: unknown[] = [];
    translateTransfer({ on: (name, listener) => listeners.set(name, listener) }, (event) =>
      statuses.push(event.kind === 'transferProgressed' ? event.status : event),
    );
    for (const name of ['requestSucceeded', 'progress', 'accepted']) listeners.get(name)?.({} as never);
    listeners.get('failed')?.({ status_line: response(603, 'Decline') } as never);
    expect(statuses).toEqual(['Accepted', 'Ringing', 'Completed', { Failed: '603 Decline' }]);
  });
});
