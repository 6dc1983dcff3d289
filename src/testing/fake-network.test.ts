import { describeNetworkContract } from './network-contract.ts';
import { createFakeNetwork } from './fake-network.ts';

const network = createFakeNetwork();
const closed = 'wss://closed.example.com';
network.closed.set(closed, 'signalling/server-unreachable');
describeNetworkContract(network, { open: 'wss://example.com/sip', closed });
