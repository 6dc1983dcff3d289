import { Circle, PhoneCall, PhoneIncoming } from 'lucide-react';
import { useStore } from 'zustand';
import type { BusyLamps } from '#core/subscription/busy-lamps.ts';
import type { LineState } from '#core/subscription/line-state.ts';
import { words } from '../words.ts';
import styles from './LineLamp.module.css';
import { useSoftphone } from './softphone-context.ts';

const icons = { idle: Circle, ringing: PhoneIncoming, busy: PhoneCall } as const;
const mostTelling: readonly LineState[] = ['busy', 'ringing', 'idle'];

const stateOf = (lamps: BusyLamps, addresses: readonly string[]): LineState | null =>
  mostTelling.find((state) => addresses.some((address) => lamps.get(address) === state)) ?? null;

/** Whether a favourite, who can be called by these addresses, is in a call; nothing where the server does not tell. */
export function LineLamp({ addresses }: { readonly addresses: readonly string[] }) {
  const state = useStore(useSoftphone().busyLamps, (lamps) => stateOf(lamps, addresses));
  if (state === null) return null;
  const Icon = icons[state];
  return (
    <span className={styles.lamp} data-line={state}>
      <Icon aria-hidden size={12} strokeWidth={2.5} />
      {words.lamps[state]}
    </span>
  );
}
