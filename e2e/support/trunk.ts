import type { Page } from '@playwright/test';

/** Puts a header into every INVITE that a page receives. Before the page is opened. */
export async function addHeaderToInvites(page: Page, header: string): Promise<void> {
  await page.routeWebSocket(/\/sip$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) =>
      socket.send(message.toString().replace(/^INVITE .*\r\n/, `$&${header}\r\n`)),
    );
  });
}

/** What a page sent in its calls. */
export interface Trunk {
  /** Requests and responses of its calls, in order. What it registers and subscribes to is left out. */
  readonly sent: readonly string[];
}

/**
 * Puts a trunk before a page, which writes the other side as `address` in From and To where the server writes `uri`, and
 * back. Before the page is opened.
 */
export async function putTrunkBefore(page: Page, uri: string, address: string): Promise<Trunk> {
  const sent: string[] = [];
  const asServerWrites = new RegExp(String.raw`^((?:From|To): ).*<${uri}>`, 'gim');
  await page.routeWebSocket(/\/sip$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const text = message.toString();
      if (!/^CSeq: \d+ (?:REGISTER|SUBSCRIBE|NOTIFY)\r$/m.test(text)) sent.push(text);
      server.send(text.replaceAll(address, `<${uri}>`));
    });
    server.onMessage((message) => socket.send(message.toString().replaceAll(asServerWrites, `$1${address}`)));
  });
  return { sent };
}
