/**
 * The public door of client-core: what an application, an adapter or a deployment's sink builds on. Everything here is
 * framework-free and documented where it stands: shapes, units, errors (`PhoneError`, one row per code in `errorTable`)
 * and source. Times are milliseconds since the Unix epoch, URIs and headers are as received unless said otherwise.
 */

// The book of calls.
export { createClientCallHandler } from './call/call-handler.ts';
export type {
  CallSession,
  CleanupConfirmation,
  ClientCallHandler,
  ClientCallHandlerDeps,
} from './call/call-handler.ts';
export type { MediaReports } from './call/media-reports.ts';
export type { TransferReports } from './call/transfer-reports.ts';
export type { OutgoingCall } from './call/new-call.ts';
export type { CallInfo, ReceivedHeaders } from './call/call-info.ts';
export type { CallEnd, CallEndCause, CallEndInitiator } from './call/call-end.ts';
export { isBeingTransferred } from './call/call-transfer.ts';
export type { CallTransfer, TransferRequest, TransferStatus } from './call/call-transfer.ts';
export { isActive, isInProgress, isTerminated } from './call/call-state.ts';
export type { CallDirection, CallState, FinalCallState, LiveCallState } from './call/call-state.ts';
export { mapSessionStateToClientState } from './call/session-state.ts';
export { applySessionEvent } from './call/session-events.ts';

// What the application answers, and what it is told.
export type { CallAction, CallDecision } from './call/decision.ts';
export type { ClientEventHandler } from './call/client-event-handler.ts';
export { callIdOf, comparePriorities, eventPriorities } from './call/client-event.ts';
export type {
  CallStatusInfo,
  ClientEvent,
  EventPriority,
  IncomingCallInfo,
  MediaEventType,
} from './call/client-event.ts';
export { matchesFilter } from './call/event-filter.ts';
export type { EventFilter } from './call/event-filter.ts';

// What is done with calls, and what can be said of them.
export { createCallControls } from './call/call-controls.ts';
export type { CallControls } from './call/call-controls.ts';
export { createConference } from './call/conference.ts';
export type { ConferenceMembers } from './call/conference.ts';
export type { ReceivedDigits } from './call/received-digits.ts';
export type { TalkingCommands } from './call/talking-commands.ts';
export type { TransferCommands } from './call/transfer-commands.ts';
export { callCapabilities, capabilitiesOf } from './call/capabilities.ts';
export type { CallCapabilities } from './call/capabilities.ts';
export { callDurationMs, callOutcome, countCalls, ringingCalls } from './call/statistics.ts';
export type { CallDurations, CallOutcome, CallStatistics, CallStats } from './call/statistics.ts';
export type { CallStoreState } from './call/call-store.ts';
export {
  remoteAddress,
  remoteName,
  remoteUriOf,
  selectCall,
  selectIncomingCalls,
  selectLiveCalls,
} from './call/selectors.ts';
export type { RemoteParty } from './call/selectors.ts';
export { describeCallEnd } from './call/call-end-words.ts';
export type { CallEndWords } from './call/call-end-words.ts';

// Who calls.
export { parseNameAddr } from './identity/name-addr.ts';
export type { NameAddr } from './identity/name-addr.ts';
export {
  extractCallId,
  extractDisplayName,
  extractDisplayNameFromHeader,
  extractSubject,
} from './identity/display-name.ts';
export { displayText } from './identity/display-text.ts';
export { findHeader } from './identity/header-bag.ts';
export { isAnonymous, wantsIdentityHidden } from './identity/anonymity.ts';
export { readIdentities } from './identity/asserted-identity.ts';
export type { Identity, IdentityHeader } from './identity/asserted-identity.ts';
export { identifyCaller } from './identity/caller-identity.ts';
export type { CallerIdentity, IdentityPolicy } from './identity/caller-identity.ts';

// The account, the sound, and how it is measured.
export {
  activeRegistrations,
  defaultRegisterExpiresSec,
  registrationStatus,
  registrationStatuses,
} from './registration/registration-status.ts';
export type { Registration, RegistrationStatus } from './registration/registration-status.ts';
export type { RegistrationState } from './registration/registration-state.ts';
export { accountForTarget, accountIdOf, diallingAccount, isReachable } from './registration/account-state.ts';
export type { AccountsState, AccountState } from './registration/account-state.ts';
export { audioDirection, negotiatedAudio, readAudioDirection } from './media/audio-direction.ts';
export type { AudioDirection, SdpDirection } from './media/audio-direction.ts';
export { createQualityMonitor } from './quality/quality-monitor.ts';
export type { QualityStore } from './quality/quality-monitor.ts';
export type { SoundDevices } from './devices/sound-devices.ts';
export type { MicrophoneTest } from './devices/microphone-test.ts';
export type { MediaQuality, QualityLevel, QualityReport } from './quality/media-quality.ts';

// The sinks of a deployment.
export { defaultRegistry } from './hooks/registry.ts';
export type { Registry } from './hooks/registry.ts';
export { nopLifecycle } from './hooks/lifecycle-sink.ts';
export type { LifecycleSink } from './hooks/lifecycle-sink.ts';
export {
  ChannelAgent,
  ChannelCaller,
  FormatSN3,
  FormatStereoPCM,
  nopRecording,
  nothingCaptured,
  nothingKept,
} from './hooks/recording-sink.ts';
export type {
  RecordingArtifact,
  RecordingChannel,
  RecordingFormat,
  RecordingResult,
  RecordingSink,
} from './hooks/recording-sink.ts';
export type { FinishedRecording } from './hooks/recording-session.ts';
export type { AbortSignalLike } from './shared/abort.ts';
export { DirectionInbound, DirectionOutbound, hangupInitiators } from './hooks/call-meta.ts';
export type { CallMeta, Direction, HangupInitiator, HangupMeta } from './hooks/call-meta.ts';
export { followLifecycle, toCallMeta, toHangupMeta } from './call/lifecycle-hooks.ts';

// The ports, and the whole phone over them.
export { createSoftphone } from './softphone.ts';
export type { SoftphoneDeps } from './softphone-deps.ts';
export type { CallLevels, RecordingsState, Softphone } from './softphone-types.ts';
export type {
  AccountEvent,
  CreateSignalling,
  SignallingListener,
  SignallingPort,
} from './signalling/signalling-port.ts';
export type { IncomingSession, SessionEvent, SessionState } from './signalling/session.ts';
export { resolveTarget } from './signalling/sip-target.ts';
export type { AudioSource } from './media/audio-source.ts';
export type { CallAudioPort } from './media/call-audio-port.ts';
export type { MicrophonePort } from './media/microphone-port.ts';

// What everything above speaks.
export { PhoneError, toPhoneErrorDetail } from './errors/phone-error.ts';
export type { PhoneErrorCode, PhoneErrorDetail } from './errors/phone-error.ts';
export { errorTable } from './errors/error-table.ts';
export type { ErrorRow } from './errors/error-table.ts';
export { asCallId, asRecordingId, asSessionId, asSipCallId } from './shared/ids.ts';
export type { CallId, CreateId, RecordingId, SessionId, SipCallId } from './shared/ids.ts';
export type { Clock } from './shared/clock.ts';
export { silentLogger } from './shared/logger.ts';
export type { Logger } from './shared/logger.ts';
export type { ReadonlyStore } from './shared/store.ts';
