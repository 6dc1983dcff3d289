/** A microphone or an output as the browser tells of it. */
export interface AudioDevice {
  /** Stable for this origin until the person clears its data; then the same device has another one. */
  readonly id: string;
  /** What the system calls it. Two devices of one make share it. */
  readonly label: string;
}

/** What is plugged in. Empty until the person has allowed a microphone: before, browsers tell of no devices. */
export interface AudioDeviceList {
  readonly inputs: readonly AudioDevice[];
  readonly outputs: readonly AudioDevice[];
  /** Which apparatus the system's default microphone is at this moment; null where the browser does not tell. */
  readonly defaultInputGroupId: string | null;
}

/** The devices of this machine. The system's default is none of them: it is what is used where none is chosen. */
export interface AudioDevicesPort {
  /** Never rejects. */
  readonly list: () => Promise<AudioDeviceList>;
  /** Calls `listener` after a device was plugged in or unplugged, or another one became the default. Returns its undo. */
  readonly onChanged: (listener: () => void) => () => void;
}
