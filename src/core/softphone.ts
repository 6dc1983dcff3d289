import { createCallControls } from './call/call-controls.ts';
import type { ClientCallHandler } from './call/call-handler.ts';
import type { CallInfo } from './call/call-info.ts';
import { createOneLiveCall } from './call/one-live-call.ts';
import { createAcceptance } from './call/acceptance.ts';
import { callCapabilities } from './call/capabilities.ts';
import { isTerminated } from './call/call-state.ts';
import { collectReceivedDigits } from './call/received-digits.ts';
import { createTransferCommands } from './call/transfer-commands.ts';
import { followLifecycle } from './call/lifecycle-hooks.ts';
import { applySessionEvent } from './call/session-events.ts';
import type { PhoneConfig } from './config/phone-config.ts';
import type { AudioDevicesPort } from './devices/audio-devices-port.ts';
import { createOwnSound } from './devices/own-sound.ts';
import { PhoneError, toPhoneErrorDetail } from './errors/phone-error.ts';
import { createRecordedCalls } from './hooks/recorded-calls.ts';
import type { FinishedRecording } from './hooks/recording-session.ts';
import { toRecordingArtifact } from './hooks/recording-sink.ts';
import type { Registry } from './hooks/registry.ts';
import type { AudioSource } from './media/audio-source.ts';
import type { CallAudioPort } from './media/call-audio-port.ts';
import { createCallMedia } from './media/call-media.ts';
import { createCallTones } from './media/call-tones.ts';
import type { MicrophonePort } from './media/microphone-port.ts';
import { createQualityMonitor } from './quality/quality-monitor.ts';
import { createRecordingControls } from './recording/recording-controls.ts';
import type { RecordingService } from './recording/recording-service.ts';
import { createAccountSession } from './registration/account-session.ts';
import type { CreateAbort } from './shared/abort.ts';
import type { Clock } from './shared/clock.ts';
import { assertNever } from './shared/assert-never.ts';
import type { CallId, SessionId } from './shared/ids.ts';
import type { KeptText } from './shared/kept-text.ts';
import type { Logger } from './shared/logger.ts';
import { domainOf, resolveTarget } from './signalling/sip-target.ts';
import type { CreateSignalling } from './signalling/signalling-port.ts';
import type { IncomingSession, SessionEvent } from './signalling/session.ts';
import type { Softphone } from './softphone-types.ts';
import type { OpenSn3AsWav } from './upload/stored-recording.ts';

/** Opening a device keeps the browser busy; the ring and the toast come first. Nobody accepts a call so soon. */
const microphoneWarmUpMs = 50;

/** The ports and services that the phone is made of. The composition root chooses them. */
export interface SoftphoneDeps {
  readonly config: Pick<PhoneConfig, 'iceServers' | 'recording' | 'audio'>;
  readonly clock: Clock;
  readonly createAbort: CreateAbort;
  readonly logger: Logger;
  readonly calls: ClientCallHandler;
  readonly createSignalling: CreateSignalling;
  readonly microphone: MicrophonePort;
  readonly callAudio: CallAudioPort;
  readonly devices: AudioDevicesPort;
  /** Where the choice of devices is remembered. */
  readonly kept: KeptText;
  readonly recordings: RecordingService;
  readonly deviceRoom: Softphone['deviceRoom'];
  readonly recordingFolder: Softphone['recordingFolder'];
  readonly openSn3AsWav: OpenSn3AsWav;
  /** The sinks of the deployment. */
  readonly hooks: Registry;
}

const toSources = (source: AudioSource | null): readonly AudioSource[] => (source === null ? [] : [source]);

/**
 * The coordinator: commands go in, read-only stores come out. It keeps nothing of its own but the moment between Accept
 * and the redraw; what is known of calls is in the handler, their sound in `CallMedia`, the account in its session. Nothing happens before `signIn`.
 */
export function createSoftphone(deps: SoftphoneDeps): Softphone {
  const { config, clock, logger, calls, createSignalling, microphone, callAudio, recordings, hooks } = deps;

  const callOf = (callId: CallId): CallInfo | undefined => calls.store.getState().callInfo.get(callId);
  const isOver = (callId: CallId): boolean => {
    const call = callOf(callId);
    return call === undefined || isTerminated(call.state);
  };
  const onMicrophoneReplaced = (callId: CallId, source: AudioSource): void => {
    const sessionId = calls.store.getState().sessionMapping.get(callId);
    if (sessionId !== undefined) account.signalling()?.replaceMicrophone(sessionId, source);
    recordings.setSources(callId, 1, [source]);
  };
  const media = createCallMedia(microphone, callAudio, isOver, onMicrophoneReplaced);

  /** Opens the microphone and goes on with it; a microphone that cannot be had ends the call and says why. */
  const withMicrophone = async (
    callId: CallId,
    proceed: (source: AudioSource) => void | Promise<void>,
    giveUp: () => void,
  ): Promise<void> => {
    try {
      const source = await media.openMicrophone(callId);
      if (source !== null) await proceed(source);
    } catch (error) {
      const detail = toPhoneErrorDetail(error);
      logger.warn('a call could not go on', { ...detail });
      const cause = detail.code.startsWith('media/') ? 'microphone' : 'internal';
      const end = { cause, initiator: 'local', sipCode: null, reason: detail.code } as const;
      // Before the session is refused, whose end would otherwise be taken for a refusal by the person.
      calls.endCall(callId, end, detail);
      giveUp();
    }
  };

  const onSessionEvent = (sessionId: SessionId, event: SessionEvent): void => {
    const callId = calls.store.getState().callMapping.get(sessionId);
    if (event.kind === 'remoteAudioChanged') {
      if (callId === undefined) return;
      media.setRemote(callId, event.source);
      recordings.setSources(callId, 0, [event.source]);
    } else if (event.kind === 'framesTapped') {
      if (callId !== undefined) media.setFrames(callId, event.tap);
    } else {
      applySessionEvent(calls, sessionId, event);
    }
  };

  const recorded = createRecordedCalls({
    sink: hooks.recording,
    capture: async (callId) => toRecordingArtifact(callId, await recordings.finish(callId)),
    sampleRateHz: config.recording.sampleRateHz,
    clock,
    createAbort: deps.createAbort,
    logger,
  });

  const finishRecording = (callId: CallId): Promise<FinishedRecording> | null => {
    const finishing = recorded.end(callId);
    // One that was only offered is over, too.
    void recordings.finish(callId);
    return finishing;
  };

  /** Answers a session whose call waits for no decision any more. */
  const answer = (callId: CallId, sessionId: SessionId): void => {
    const signalling = account.signalling();
    void withMicrophone(
      callId,
      (source) => signalling?.accept(sessionId, source),
      () => signalling?.reject(sessionId, 480),
    );
  };

  const onIncomingSession = async (session: IncomingSession): Promise<void> => {
    const { sessionId } = session;
    const signalling = account.signalling();
    const deciding = calls.onIncomingCall(session);
    const callId = calls.store.getState().callMapping.get(sessionId);
    if (callId !== undefined) clock.setTimer(() => void media.warmUp(callId), microphoneWarmUpMs);
    // Whoever is in the call that is replaced has said yes long ago.
    if (callId !== undefined && session.replaces !== undefined) answer(callId, calls.answerCall(callId));
    const decision = await deciding;
    switch (decision.kind) {
      case 'accept':
        if (callId !== undefined) answer(callId, sessionId);
        return;
      case 'reject':
        signalling?.reject(sessionId, decision.statusCode, decision.reason);
        return;
      case 'forward':
        signalling?.redirect(sessionId, decision.targetUri);
        return;
      case 'defer':
        return;
      default:
        assertNever(decision);
    }
  };

  const account = createAccountSession({
    createSignalling,
    iceServers: config.iceServers,
    clock,
    publish: calls.publish,
    onSession: { onSessionEvent, onIncomingSession: (session) => void onIncomingSession(session) },
  });

  // Every call rings until the person decides; there is nothing that this phone answers by itself.
  calls.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });

  const followTones = createCallTones(
    callAudio,
    (callId) => media.remote(callId) !== null,
    (callId) => acceptance.isAccepted(callId),
  );
  calls.store.subscribe(followTones);
  calls.store.subscribe(({ liveCalls }) => liveCalls.forEach(recordings.follow));

  const controls = createCallControls(calls, account.signalling);
  const transfers = createTransferCommands({ calls, signalling: account.signalling, withMicrophone });
  const { makeRoomFor } = createOneLiveCall(calls.store, controls.hold);
  const acceptance = createAcceptance({
    calls,
    clock,
    openMicrophone: media.local,
    send200: (sessionId, microphone) => account.signalling()?.accept(sessionId, microphone),
    answer,
    makeRoomFor,
    onChange: () => followTones(calls.store.getState()),
  });
  const quality = createQualityMonitor({
    calls,
    readCounters: async (sessionId) => account.signalling()?.readCounters(sessionId) ?? null,
    clock,
  });
  followLifecycle({ store: calls.store, sink: hooks.lifecycle, finishRecording, logger });

  const ownSound = createOwnSound({ ...deps, calls: calls.store, defaults: config.audio });

  const recording = createRecordingControls({
    policy: config.recording.policy,
    recordings,
    callOf,
    sourcesOf: (callId) => [toSources(media.remote(callId)), toSources(media.local(callId))],
    framesOf: media.frames,
    begin: recorded.begin,
    finish: recorded.finish,
  });

  const hangUp = (callId: CallId): void => {
    acceptance.settle(callId);
    if (callOf(callId) === undefined) return;
    const sessionId = calls.store.getState().sessionMapping.get(callId);
    // The stack tells its own end: `Terminating` while it is under way. Whatever it does, the person has hung up.
    if (sessionId !== undefined) account.signalling()?.hangUp(sessionId);
    calls.hangUpCall(callId);
  };

  /** Calls end first, also those that still wait for a microphone: nobody could end them afterwards. */
  const signOut = (): Promise<void> => {
    for (const callId of calls.store.getState().liveCalls.keys()) hangUp(callId);
    return account.signOut();
  };

  calls.subscribe((event) => {
    // The remote party is connected elsewhere; the transferor ends its own leg (RFC 5589 §6.1).
    if (event.kind === 'TransferProgress' && event.status === 'Completed') hangUp(event.callId);
    if (event.kind !== 'CallStateChanged') return;
    const call = callOf(event.callId);
    if (call === undefined) return;
    if (event.newState === 'Connected') recording.onConnected(call);
    if (isTerminated(event.newState)) {
      media.close(call.callId);
    }
  });

  return {
    account: account.store,
    calls: calls.store,
    recordings: recordings.store,
    quality,
    receivedDigits: collectReceivedDigits(calls),
    sound: callAudio.permission,
    ...ownSound,
    deviceRoom: deps.deviceRoom,
    recordingFolder: deps.recordingFolder,
    announcement: config.recording.announcement,
    canStopRecording: config.recording.policy !== 'always',
    levels: media.levels,
    signIn(settings) {
      account.signIn(settings);
      void callAudio.prepare();
      void recordings.prepare();
    },
    signOut,
    placeCall(typed) {
      const { settings, registration } = account.store.getState();
      const signalling = account.signalling();
      if (settings === null || signalling === null || registration.status !== 'registered') {
        throw new PhoneError({ code: 'call/not-registered' });
      }
      const targetUri = resolveTarget(typed, domainOf(settings.address));
      const callId = calls.registerOutgoingCall({ targetUri, localUri: `sip:${settings.address}` });
      void withMicrophone(
        callId,
        async (source) => {
          await makeRoomFor(callId);
          if (!isOver(callId))
            calls.attachSession(callId, signalling.invite(targetUri, media.local(callId) ?? source));
        },
        () => undefined,
      );
      return callId;
    },
    accept: acceptance.accept,
    async endOthersAndAccept(callId) {
      if (calls.getIncomingCall(callId) === null) return;
      const { liveCalls, incomingCalls } = calls.store.getState();
      for (const other of liveCalls.keys()) if (!incomingCalls.has(other)) hangUp(other);
      await acceptance.accept(callId);
    },
    reject(callId) {
      acceptance.settle(callId);
      if (calls.getIncomingCall(callId) === null) return;
      const sessionId = calls.rejectCall(callId);
      if (sessionId !== null) account.signalling()?.reject(sessionId, 603);
    },
    hangUp,
    setMuted(callId, muted) {
      const call = callOf(callId);
      if (call === undefined || !callCapabilities(call).canMute) return;
      if (!calls.setMuted(callId, muted)) return;
      media.setMuted(callId, muted);
      // The stack switches the same track off and on again for hold: it comes second, and has the last word.
      const sessionId = calls.store.getState().sessionMapping.get(callId);
      if (sessionId !== undefined) account.signalling()?.setMuted(sessionId, muted);
    },
    hold: controls.hold,
    async resume(callId) {
      const call = callOf(callId);
      // What cannot be taken back holds nobody.
      if (call !== undefined && callCapabilities(call).canResume) await makeRoomFor(callId);
      await controls.resume(callId);
    },
    sendDtmf: controls.sendDtmf,
    async transfer(callId, typed) {
      const { settings } = account.store.getState();
      await controls.transfer(callId, resolveTarget(typed, domainOf(settings?.address ?? '')));
    },
    acceptTransfer: transfers.acceptTransfer,
    declineTransfer: transfers.declineTransfer,
    transferToCall: controls.transferToCall,
    startRecording: recording.start,
    stopRecording: recording.stop,
    declineRecording: recording.decline,
    setRecordingPaused: recording.setPaused,
    enableSound: callAudio.unlock,
    refreshRecordings: recordings.refresh,
    openRecording: recordings.open,
    openLocalRecording: recordings.openLocal,
    openSn3AsWav: deps.openSn3AsWav,
    retryUpload: recordings.retry,
    cancelUpload: recordings.cancel,
    deleteLocalRecording: recordings.deleteLocal,
  };
}
