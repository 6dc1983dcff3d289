import { useStore } from 'zustand';
import { useSoftphone } from './softphone-context.ts';

/** Whether calls can be placed and reach the person. */
export function useRegistered(): boolean {
  return useStore(useSoftphone().account, ({ registration }) => registration.status === 'registered');
}
