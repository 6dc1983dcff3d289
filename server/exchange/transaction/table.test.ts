import { describe, expect, test } from 'vitest';
import { createManualClock } from '#server/testing/manual-clock.ts';
import {
  buildRequest,
  createFakeFlow,
  incomingRequest,
  incomingResponse,
  sentOn,
} from '#server/testing/sip-messages.ts';
import { headerValue } from '../message/message.ts';
import { respond } from '../message/respond.ts';
import type { ServerTransaction } from './server-transaction.ts';
import { createTransactions } from './table.ts';
import { timers } from './timers.ts';

function setUp(maxTransactions = 100) {
  const clock = createManualClock();
  const requests: ServerTransaction[] = [];
  const acks: string[] = [];
  const transactions = createTransactions(clock, maxTransactions, {
    onRequest: (transaction) => requests.push(transaction),
    onAck: ({ callId }) => acks.push(callId),
  });
  const flow = createFakeFlow();
  const receive = (method: string, branch?: string) =>
    transactions.receiveRequest(incomingRequest(buildRequest(method, branch)), flow);
  const answer = (status: number, which = 0) => {
    const transaction = requests[which];
    transaction?.respond(respond(transaction.incoming.request.headers, status, { toTag: 't' }));
  };
  const heard: (number | string)[] = [];
  const send = (method: string) => {
    const request = buildRequest(method);
    const client = transactions.send(request, flow, {
      onResponse: ({ response }) => heard.push(response.status),
      onFailed: (failure) => heard.push(failure),
    });
    return {
      client,
      hear: (status: number) => transactions.receiveResponse(incomingResponse(request, status), flow),
    };
  };
  return { clock, transactions, requests, acks, flow, receive, answer, heard, send };
}

describe('the server side', () => {
  test('a repeated request is absorbed and answered as before', () => {
    const { receive, answer, requests, flow, transactions, clock } = setUp();
    receive('MESSAGE');
    receive('MESSAGE');
    expect(requests).toHaveLength(1);
    answer(200);
    receive('MESSAGE');
    expect(sentOn(flow)).toEqual([200, 200]);
    clock.advance(timers.absorbMs);
    expect(transactions.size()).toBe(0);
  });

  test('a second final response is not sent', () => {
    const { receive, answer, flow } = setUp();
    receive('INVITE');
    answer(180);
    answer(486);
    answer(200);
    answer(180);
    expect(sentOn(flow)).toEqual([180, 486]);
  });

  test('the ACK of a refusal is absorbed, and without one the transaction ends by Timer H', () => {
    const { receive, answer, acks, transactions, clock } = setUp();
    receive('INVITE');
    answer(486);
    receive('ACK');
    receive('ACK');
    expect(acks).toEqual([]);
    clock.advance(timers.absorbMs);
    expect(transactions.size()).toBe(0);
    receive('INVITE', 'z9hG4bK2');
    answer(486, 1);
    clock.advance(timers.transactionMs - 1);
    expect(transactions.size()).toBe(1);
    clock.advance(1);
    expect(transactions.size()).toBe(0);
  });

  test('an answered INVITE lets further 2xx pass and absorbs repetitions of itself', () => {
    const { receive, answer, requests, flow, clock, transactions } = setUp();
    receive('INVITE');
    answer(200);
    answer(200);
    receive('INVITE');
    expect(sentOn(flow)).toEqual([200, 200]);
    expect(requests).toHaveLength(1);
    clock.advance(timers.acceptedMs);
    expect(transactions.size()).toBe(0);
  });

  test('an ACK with a branch of its own is end to end', () => {
    const { receive, answer, acks } = setUp();
    receive('INVITE');
    answer(200);
    receive('ACK', 'z9hG4bK2');
    expect(acks).toEqual(['c1']);
  });

  test('CANCEL is answered and gives the INVITE up; one that matches nothing hears 481', () => {
    const { receive, requests, flow } = setUp();
    receive('CANCEL', 'z9hG4bK9');
    expect(sentOn(flow)).toEqual([481]);
    receive('INVITE');
    let givenUp = 0;
    requests[0]?.onGivenUp(() => {
      givenUp += 1;
    });
    receive('CANCEL');
    receive('CANCEL');
    expect(givenUp).toBe(1);
    expect(sentOn(flow).slice(1)).toEqual([200, 200]);
  });

  test('CANCEL after the final response changes nothing', () => {
    const { receive, requests, answer } = setUp();
    receive('INVITE');
    answer(486);
    let givenUp = false;
    requests[0]?.onGivenUp(() => {
      givenUp = true;
    });
    receive('CANCEL');
    expect(givenUp).toBe(false);
  });

  test('the same branch over another flow is another transaction', () => {
    const { receive, requests, transactions } = setUp();
    receive('MESSAGE');
    transactions.receiveRequest(incomingRequest(buildRequest('MESSAGE')), createFakeFlow('other'));
    expect(requests).toHaveLength(2);
  });

  test('a full table refuses requests with 503, but still takes CANCEL', () => {
    const { receive, flow, requests } = setUp(1);
    receive('INVITE');
    receive('MESSAGE', 'z9hG4bK2');
    receive('CANCEL');
    expect(requests).toHaveLength(1);
    expect(sentOn(flow)).toEqual([503, 200]);
    expect(headerValue(flow.sent[0]?.headers ?? [], 'Retry-After')).toBe('5');
  });
});

describe('the client side', () => {
  test('a refused INVITE is acknowledged, each time it is refused', () => {
    const { send, flow, heard } = setUp();
    const { hear } = send('INVITE');
    hear(180);
    hear(486);
    hear(486);
    expect(heard).toEqual([180, 486]);
    expect(sentOn(flow)).toEqual(['INVITE', 'ACK', 'ACK']);
    const ack = flow.sent[1];
    expect(headerValue(ack?.headers ?? [], 'To')).toBe('<sip:bob@localhost>;tag=b');
    expect(headerValue(ack?.headers ?? [], 'CSeq')).toBe('1 ACK');
    expect(headerValue(ack?.headers ?? [], 'Via')).toContain('branch=z9hG4bK1');
  });

  test('every 2xx of an INVITE passes, and none is acknowledged here', () => {
    const { send, flow, heard, clock, transactions } = setUp();
    const { hear } = send('INVITE');
    hear(200);
    hear(200);
    expect(heard).toEqual([200, 200]);
    expect(sentOn(flow)).toEqual(['INVITE']);
    clock.advance(timers.acceptedMs);
    expect(transactions.size()).toBe(0);
  });

  test('a request that nobody answers times out', () => {
    const { send, heard, clock } = setUp();
    send('MESSAGE');
    clock.advance(timers.transactionMs - 1);
    expect(heard).toEqual([]);
    clock.advance(1);
    expect(heard).toEqual(['timeout']);
  });

  test('an INVITE that rings does not time out', () => {
    const { send, heard, clock } = setUp();
    send('INVITE').hear(180);
    clock.advance(timers.transactionMs * 10);
    expect(heard).toEqual([180]);
  });

  test('CANCEL waits for the first provisional response, and the caller does not wait for ever after it', () => {
    const { send, flow, heard, clock } = setUp();
    const { client, hear } = send('INVITE');
    client?.cancel([{ name: 'Reason', value: 'SIP;cause=200' }]);
    expect(sentOn(flow)).toEqual(['INVITE']);
    hear(180);
    client?.cancel([]);
    expect(sentOn(flow)).toEqual(['INVITE', 'CANCEL']);
    expect(headerValue(flow.sent[1]?.headers ?? [], 'Reason')).toBe('SIP;cause=200');
    clock.advance(timers.transactionMs);
    expect(heard).toEqual([180, 'timeout']);
  });

  test('a closed flow fails what was asked over it, and a request to it fails at once', () => {
    const { send, heard, transactions, flow } = setUp();
    send('INVITE').hear(180);
    flow.shut();
    transactions.closeFlow(flow);
    expect(heard).toEqual([180, 'flow-closed']);
    send('MESSAGE');
    expect(heard).toEqual([180, 'flow-closed', 'flow-closed']);
    expect(transactions.size()).toBe(0);
  });

  test('nothing is sent when the table is full, and a stray response is dropped', () => {
    const { send, flow, transactions, heard } = setUp(1);
    send('INVITE');
    expect(send('MESSAGE').client).toBeNull();
    expect(sentOn(flow)).toEqual(['INVITE']);
    transactions.receiveResponse(incomingResponse(buildRequest('MESSAGE', 'z9hG4bK7'), 200), flow);
    expect(heard).toEqual([]);
  });
});
