import { createPersonalRules } from './call-rules/personal-rules.ts';
import { createCallControls } from './call/call-controls.ts';
import type { CallInfo } from './call/call-info.ts';
import { createIncomingCommands } from './call/incoming-commands.ts';
import { createIncomingSessions } from './call/incoming-sessions.ts';
import { createPlaceCall } from './call/place-call.ts';
import { createLastDialled } from './call/last-dialled.ts';
import { createTalkingCommands } from './call/talking-commands.ts';
import { createOneLiveCall } from './call/one-live-call.ts';
import { createAcceptance } from './call/acceptance.ts';
import { isTerminated } from './call/call-state.ts';
import { collectReceivedDigits } from './call/received-digits.ts';
import { createTransferCommands } from './call/transfer-commands.ts';
import { createWithMicrophone } from './call/with-microphone.ts';
import { followLifecycle } from './call/lifecycle-hooks.ts';
import { applySessionEvent } from './call/session-events.ts';
import { createOwnSound } from './devices/own-sound.ts';
import { createRecordedCalls } from './hooks/recorded-calls.ts';
import type { FinishedRecording } from './hooks/recording-session.ts';
import { toRecordingArtifact } from './hooks/recording-sink.ts';
import { createCallSound } from './media/call-sound.ts';
import { createCallTones } from './media/call-tones.ts';
import { followFavourites } from './people/favourites.ts';
import { createPeopleDoor } from './people/people.ts';
import { createPhoneCheck } from './phone-check/phone-check.ts';
import { createQualityMonitor } from './quality/quality-monitor.ts';
import { createRecordingControls } from './recording/recording-controls.ts';
import { diallingAccount, whenReachable } from './registration/account-state.ts';
import { createAccounts } from './registration/accounts.ts';
import type { AccountId, CallId, SessionId } from './shared/ids.ts';
import { domainOf, resolveTarget } from './signalling/sip-target.ts';
import type { SessionSignalling } from './signalling/route-by-session.ts';
import type { SessionEvent } from './signalling/session.ts';
import { createLamps } from './subscription/lamps.ts';
import { offerRecordings } from './offer-recordings.ts';
import type { SoftphoneDeps } from './softphone-deps.ts';
import type { Softphone } from './softphone-types.ts';

/** Opening a device keeps the browser busy; the ring and the toast come first, also on a slow machine. Nobody accepts a call so soon. */
const microphoneWarmUpMs = 200;

/**
 * The coordinator: commands go in, read-only stores come out. It keeps nothing of its own but the moment between Accept
 * and the redraw; what is known of calls is in the handler, their sound in `CallMedia`, the accounts in theirs. Nothing happens before `signIn`.
 */
export function createSoftphone(deps: SoftphoneDeps): Softphone {
  const { config, clock, logger, calls, createSignalling, callAudio, recordings, hooks } = deps;

  const callOf = (callId: CallId): CallInfo | undefined => calls.store.getState().callInfo.get(callId);
  const isOver = (callId: CallId): boolean => isTerminated(callOf(callId)?.state ?? 'Terminated');
  const inSession = (
    callId: CallId,
    run: (signalling: SessionSignalling, sessionId: SessionId) => void,
  ): void => {
    const sessionId = calls.store.getState().sessionMapping.get(callId);
    const signalling = accounts.signalling();
    if (sessionId !== undefined && signalling !== null) run(signalling, sessionId);
  };
  /** What was typed about a call, in the domain of the account that the call belongs to. */
  const resolve = (callId: CallId, typed: string): string =>
    resolveTarget(typed, domainOf(callOf(callId)?.accountId ?? ''));
  const { media, conference, ownVoice, ...sound } = createCallSound({
    ...deps,
    isOver,
    inSession,
    onRemoteHeard: () => followTones(calls.store.getState()),
  });
  const withMicrophone = createWithMicrophone({ calls, open: media.openMicrophone, logger });

  const onSessionEvent = (sessionId: SessionId, event: SessionEvent): void => {
    const callId = calls.store.getState().callMapping.get(sessionId);
    if (callId !== undefined) sound.follow(callId, event);
    applySessionEvent(calls, sessionId, event);
    // Not when it is answered: by now the stack has ended the call whose place this one may have taken.
    if (event.kind === 'confirmed' && callId !== undefined) {
      oneLive
        .stayAlone(callId)
        .catch((error: unknown) => logger.warn('Two calls are heard.', { callId, error }));
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
    const signalling = accounts.signalling();
    void withMicrophone(
      callId,
      (source) => signalling?.accept(sessionId, source),
      () => signalling?.reject(sessionId, 480),
    );
  };

  const onIncomingSession = createIncomingSessions({
    calls,
    screen: (session) => rules.screen(session),
    onRinging: (callId, screening) => rules.follow(callId, screening),
    signalling: () => accounts.signalling(),
    answer,
    warmUp: (callId) => clock.setTimer(() => void media.warmUp(callId), microphoneWarmUpMs),
  });

  const accounts = createAccounts({
    createSignalling,
    iceServers: config.iceServers,
    kept: deps.kept.chosenAccount,
    clock,
    publish: calls.publish,
    onSession: { onSessionEvent, onIncomingSession },
    onUnsolicited: (...notified) => lamps.hear(...notified),
  });
  // No call can come before, and what is made ready earlier makes REGISTER wait.
  whenReachable(accounts.store, () => {
    void callAudio.prepare();
    void recordings.prepare();
  });
  const lamps = createLamps({ accounts: accounts.store, subscribe: accounts.subscribe, clock });

  // What the person's rules do not turn away rings until they decide, or a rule that has waited.
  calls.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });

  const followTones = createCallTones(
    callAudio,
    media.isRemoteHeard,
    (callId) => acceptance.isAccepted(callId) || rules.isWarning(callId),
  );
  calls.store.subscribe(followTones);
  calls.store.subscribe(({ liveCalls }) => liveCalls.forEach(recordings.follow));

  const controls = createCallControls(calls, accounts.signalling);
  const transfers = createTransferCommands({ calls, signalling: accounts.signalling, withMicrophone });
  const oneLive = createOneLiveCall(calls, controls, conference.members.getState);
  const talking = createTalkingCommands({ calls, controls, conference, ownVoice });
  const acceptance = createAcceptance({
    calls,
    clock,
    openMicrophone: media.local,
    send200: (sessionId, microphone) => accounts.signalling()?.accept(sessionId, microphone),
    answer,
    makeRoomFor: oneLive.makeRoomFor,
    onChange: () => followTones(calls.store.getState()),
  });
  const quality = createQualityMonitor({
    calls,
    readCounters: async (sessionId) => accounts.signalling()?.readCounters(sessionId) ?? null,
    clock,
  });
  followLifecycle({ store: calls.store, sink: hooks.lifecycle, finishRecording, logger });

  const people = createPeopleDoor({
    load: deps.loadPeople,
    calls,
    quality,
    onOpened: ({ contacts }) => followFavourites(contacts.store, lamps.watchLines),
    logger,
  });

  const ownSound = createOwnSound({
    ...deps,
    kept: deps.kept.soundDevices,
    calls: calls.store,
    defaults: config.audio,
  });

  const phoneCheck = createPhoneCheck({ ...deps, ...ownSound, accounts: accounts.store, calls: calls.store });

  const recording = createRecordingControls({
    policy: config.recording.policy,
    recordings,
    callOf,
    sourcesOf: sound.sourcesOf,
    framesOf: media.frames,
    begin: recorded.begin,
    finish: recorded.finish,
  });

  const hangUp = (callId: CallId): void => {
    acceptance.settle(callId);
    if (callOf(callId) === undefined) return;
    // The stack tells its own end: `Terminating` while it is under way. Whatever it does, the person has hung up.
    inSession(callId, (signalling, sessionId) => signalling.hangUp(sessionId));
    calls.hangUpCall(callId);
  };

  const { forwardTo, ...incoming } = createIncomingCommands({
    calls,
    acceptance,
    signalling: accounts.signalling,
    resolve,
    hangUp,
  });
  const rules = createPersonalRules({
    ...deps,
    calls: calls.store,
    kept: deps.kept.callRules,
    identity: config.identity,
    ownAddress: () => diallingAccount(accounts.store.getState())?.settings.address ?? '',
    accept: acceptance.accept,
    forward: forwardTo,
  });
  // A call that is about to be answered by itself has stopped ringing.
  rules.offered.autoAnswers.subscribe(() => followTones(calls.store.getState()));
  const lastDialled = createLastDialled(deps.kept.lastDialled);

  const placeCall = createPlaceCall({
    calls,
    accounts,
    withMicrophone,
    makeRoomFor: oneLive.makeRoomFor,
    microphoneOf: media.local,
    isOver,
    remember: lastDialled.remember,
  });

  /** Calls end first, also those that still wait for a microphone: nobody could end them afterwards. */
  const signOut = (leaving?: AccountId): Promise<void> => {
    for (const { callId, accountId } of calls.store.getState().liveCalls.values()) {
      if (leaving === undefined || leaving === accountId) hangUp(callId);
    }
    lastDialled.leave(leaving);
    return accounts.signOut(leaving);
  };

  calls.subscribe((event) => {
    // The remote party is connected elsewhere; the transferor ends its own leg (RFC 5589 §6.1).
    if (event.kind === 'TransferProgress' && event.status === 'Completed') hangUp(event.callId);
    if (event.kind !== 'CallStateChanged') return;
    const call = callOf(event.callId);
    if (call === undefined) return;
    if (event.newState === 'Connected') recording.onConnected(call);
    if (isTerminated(event.newState)) media.close(call.callId);
  });

  return {
    accounts: accounts.store,
    waitingMessages: lamps.waitingMessages,
    busyLamps: lamps.busyLamps,
    calls: calls.store,
    recordings: recordings.store,
    quality,
    people,
    receivedDigits: collectReceivedDigits(calls),
    sound: callAudio.permission,
    ...ownSound,
    phoneCheck,
    deviceRoom: deps.deviceRoom,
    recordingFolder: deps.recordingFolder,
    recordingRules: config.recording,
    levels: media.levels,
    signIn(settings) {
      const accountId = accounts.signIn(settings);
      lastDialled.arrive(accountId);
      return accountId;
    },
    signOut,
    chooseAccount: accounts.choose,
    placeCall,
    ...incoming,
    ...rules.offered,
    lastDialled: lastDialled.store,
    offerLinks: deps.offerLinks,
    hangUp,
    ...talking,
    conference: conference.members,
    hold: controls.hold,
    resume: oneLive.resume,
    sendDtmf: controls.sendDtmf,
    async transfer(callId, typed) {
      await controls.transfer(callId, resolve(callId, typed));
    },
    ...transfers,
    transferToCall: controls.transferToCall,
    startRecording: recording.start,
    stopRecording: recording.stop,
    declineRecording: recording.decline,
    setRecordingPaused: recording.setPaused,
    enableSound: callAudio.unlock,
    ...offerRecordings(recordings),
    openSn3AsWav: deps.openSn3AsWav,
    exporter: deps.exporter,
  };
}
