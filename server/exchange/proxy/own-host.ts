const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a host name means this exchange: its configured domain, this machine by its loopback names, or the name by
 * which somebody reached it over HTTP just now. All of them share one set of accounts. A client can claim any name
 * in its Host header, but gains nothing: that name then leads to the same accounts and nowhere else.
 */
export function createIsOwnHost(
  domain: string,
  isReachedAs: (host: string) => boolean,
): (host: string) => boolean {
  return (host) => host === domain || loopbackNames.has(host) || isReachedAs(host);
}
