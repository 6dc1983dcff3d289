import { createCallControls } from '#core/call/call-controls.ts';
import type { CallState } from '#core/call/call-state.ts';
import { applySessionEvent } from '#core/call/session-events.ts';
import { audioDirection } from '#core/media/audio-direction.ts';
import type { SdpDirection } from '#core/media/audio-direction.ts';
import { asCallId, asSessionId } from '#core/shared/ids.ts';
import type { CallId } from '#core/shared/ids.ts';
import { createFakeSignalling } from '../fake-signalling.ts';
import { aliceAtExample } from '../fake-softphone.ts';
import { toSeedError } from './answers.ts';
import { bringCall, createBench, firstCall, firstSession, incomingSession } from './call-bench.ts';

type Given = { readonly state: CallState | null };
type Controlled = ReturnType<typeof createControlled>;

/** The real controls over a real handler, with a call in the given state, or none, and a peer that agrees to everything. */
function createControlled({ state }: Given) {
  const handler = createBench();
  const signalling = createFakeSignalling();
  const port = signalling.create(aliceAtExample, [], {
    onAccountEvent: () => undefined,
    onIncomingSession: () => undefined,
    onSessionEvent: (sessionId, event) => applySessionEvent(handler, sessionId, event),
  });
  if (state !== null) {
    signalling.incoming({ sessionId: firstSession });
    bringCall(handler, { state });
  }
  return { handler, signalling, controls: createCallControls(handler, () => port) };
}

async function answered(
  given: Given,
  command: (controlled: Controlled) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await command(createControlled(given));
  } catch (error) {
    return toSeedError(error);
  }
}

type TransferInput = Given & { readonly target?: string; readonly consultationRemoteUri?: string };

/** A second call, which came in from this address and was answered. */
function consult({ handler }: Controlled, from: string): CallId {
  const sessionId = asSessionId('consultation');
  handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
  void handler.onIncomingCall({ ...incomingSession(sessionId), from });
  handler.onCallEstablished({ sessionId, state: 'Active' }, null, null);
  return handler.store.getState().callMapping.get(sessionId) ?? asCallId('nobody');
}

export const controlAnswers = {
  audio_direction: ({ local, remote }: { readonly local: SdpDirection; readonly remote: SdpDirection }) =>
    audioDirection(local, remote),

  controls_hold: ({ ops, ...given }: Given & { readonly ops?: readonly ('hold' | 'resume')[] }) =>
    answered(given, async ({ controls }) => {
      if (ops === undefined) return controls.isOnHold(firstCall);
      const held: boolean[] = [];
      for (const op of ops) {
        await controls[op](firstCall);
        held.push(controls.isOnHold(firstCall));
      }
      return held;
    }),

  controls_dtmf: ({ digits, ...given }: Given & { readonly digits: string }) =>
    answered(given, async ({ controls }) => {
      await controls.sendDtmf(firstCall, digits);
      return 'ok';
    }),

  controls_transfer: ({ target = '', consultationRemoteUri, ...given }: TransferInput) =>
    answered(given, async (controlled) => {
      const { controls, signalling } = controlled;
      if (consultationRemoteUri === undefined) {
        await controls.transfer(firstCall, target);
        return 'ok';
      }
      await controls.transferToCall(firstCall, consult(controlled, consultationRemoteUri));
      const sent = signalling.commands.find((command) => command.kind === 'transfer');
      return { referTo: sent?.targetUri };
    }),
};
