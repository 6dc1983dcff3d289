/** What the pages of this browser tell each other. */
export interface OtherPages<Message> {
  /** Says it to all other pages. */
  readonly tell: (message: Message) => void;
  readonly onTold: (listener: (message: Message) => void) => void;
}

/** A channel of this origin; a page that is alone where the browser has none, or keeps nothing and refuses this, too. */
export function openChannel<Message>(name: string): OtherPages<Message> {
  const channel = tryChannel(name);
  return {
    tell: (message) => channel?.postMessage(message),
    onTold: (listener) =>
      channel?.addEventListener('message', (event: MessageEvent<Message>) => listener(event.data)),
  };
}

function tryChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
