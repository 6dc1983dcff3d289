import { useStore } from 'zustand';
import { ErrorNotice } from './ErrorNotice.tsx';
import { usePage } from './page-context.ts';

/** That this browser could not keep a sign-in, or forget one. */
export function SignInNotice() {
  const error = useStore(usePage().signIns.error);
  return error === null ? null : <ErrorNotice error={error} tone="warning" />;
}
