import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Two ports of the loopback that nobody listens on, for a program that cannot choose its own. */
export async function findFreePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()] as const;
  const find = async (server: (typeof servers)[number]) => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const ports: [number, number] = [await find(servers[0]), await find(servers[1])];
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Connects to a port of the loopback as soon as a program listens there; null when it gave up first. */
export async function connectWhenOpen(port: number, givenUp: () => boolean): Promise<Socket | null> {
  while (!givenUp()) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return socket;
    } catch {
      // A refusal comes at once: a moment's rest for the program that is starting.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return null;
}
