import { createStore, type ReadonlyStore } from '#core/shared/store.ts';

const microphone = { name: 'microphone' } as const;

/** Whether this page may open a microphone without a prompt. False where the browser does not tell. Never rejects. */
export async function isMicrophoneAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query(microphone);
    return state === 'granted';
  } catch {
    return false;
  }
}

/** Whether the browser would ask before it opens a microphone, now and whenever that changes. False where it does not tell. */
export function watchMicrophonePrompt(
  permissions: Pick<Permissions, 'query'> | undefined,
): ReadonlyStore<boolean> {
  const asks = createStore(false);
  const follow = async () => {
    const status = await permissions?.query(microphone);
    if (status === undefined) return;
    const tell = () => asks.setState(status.state === 'prompt');
    status.addEventListener('change', tell);
    tell();
  };
  void follow().catch(() => undefined);
  return asks;
}
