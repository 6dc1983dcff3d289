import { Volume2 } from 'lucide-react';
import { useStore } from 'zustand';
import { findChosen, type DeviceRole } from '#core/devices/device-choice.ts';
import {
  microphoneVerdict,
  speakerVerdict,
  type MicrophoneCheck,
  type SpeakerCheck,
} from '#core/phone-check/check-state.ts';
import { DeviceSelect } from '../settings/sound/DeviceSelect.tsx';
import { LevelMeter } from '../settings/sound/LevelMeter.tsx';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { CheckLine } from './CheckLine.tsx';
import styles from './PhoneCheck.module.css';

/** What the device is called that is in use. */
function useDeviceName(role: DeviceRole): string {
  return useStore(useSoftphone().soundDevices.store, ({ chosen, list }) => {
    const device = findChosen(role, chosen[role], list);
    return device === null || device.label === '' ? words.devices.standard : device.label;
  });
}

/** Whether the person is heard. */
export function MicrophoneLine({ check }: { readonly check: MicrophoneCheck }) {
  const { phoneCheck } = useSoftphone();
  const device = useDeviceName('microphone');
  const title = words.devices.microphone;
  const verdict = microphoneVerdict(check);
  if (check.phase === 'failed') {
    const { sentence, action } = words.errors[check.error.code];
    return <CheckLine title={title} verdict={verdict} sentence={sentence} action={action} />;
  }
  const { phase } = check;
  const sentences: Readonly<Record<typeof phase, string>> = {
    opening: words.devices.opening,
    listening: words.check.listening(device),
    heard: words.check.heard(device),
    silent: words.check.silent(device),
  };
  return (
    <CheckLine
      title={title}
      verdict={verdict}
      sentence={sentences[phase]}
      action={phase === 'silent' ? words.check.silentAction : null}
    >
      {phase === 'listening' ? <LevelMeter readRms={phoneCheck.rms} /> : null}
      {phase === 'silent' ? <DeviceSelect device="microphone" action={null} /> : null}
    </CheckLine>
  );
}

/** Whether the person hears. Only they know. */
export function SpeakerLine({ check }: { readonly check: SpeakerCheck }) {
  const { phoneCheck, soundDevices } = useSoftphone();
  const device = useDeviceName('speaker');
  const sentences: Readonly<Record<SpeakerCheck, string>> = {
    waiting: words.check.toneFollows,
    asking: words.check.didYouHear(device),
    heard: words.check.toneHeard(device),
    unheard: words.check.toneUnheard(device),
    blocked: words.check.toneBlocked,
    'in-call': words.check.toneInCall,
  };
  const actions: Partial<Record<SpeakerCheck, string>> = {
    unheard: words.check.toneUnheardAction,
    blocked: words.check.toneBlockedAction,
  };
  return (
    <CheckLine
      title={words.devices.speaker}
      verdict={speakerVerdict(check)}
      sentence={sentences[check]}
      action={actions[check] ?? null}
    >
      {check === 'asking' ? (
        <div className={styles.buttons}>
          <Button onClick={() => phoneCheck.answerTone(true)}>{words.check.yes}</Button>
          <Button onClick={() => phoneCheck.answerTone(false)}>{words.check.no}</Button>
        </div>
      ) : null}
      {check === 'unheard' && soundDevices.canChooseOutput ? (
        <DeviceSelect device="speaker" action={null} />
      ) : null}
      {check === 'unheard' || check === 'blocked' ? (
        <div className={styles.buttons}>
          <Button icon={Volume2} onClick={phoneCheck.playTone}>
            {words.check.playAgain}
          </Button>
        </div>
      ) : null}
    </CheckLine>
  );
}
