import type { CallId } from '#core/shared/ids.ts';
import { CallLine } from './CallLine.tsx';

/** The calls under way, in sight on every page that is not theirs. */
export const CallStrip = ({
  callIds,
  href,
}: {
  readonly callIds: readonly CallId[];
  readonly href: string;
}) => callIds.map((callId) => <CallLine key={callId} callId={callId} open={href} />);
