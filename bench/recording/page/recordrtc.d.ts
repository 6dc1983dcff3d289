/** The part of RecordRTC 5.6 that the bench uses; the package brings no types. */
declare module 'recordrtc' {
  export interface StereoAudioRecorder {
    readonly record: () => void;
    readonly stop: (callback: (blob: Blob) => void) => void;
  }
  interface StereoAudioRecorderOptions {
    readonly type: 'audio';
    readonly mimeType: string;
    readonly numberOfAudioChannels: 1 | 2;
    readonly sampleRate: number;
    readonly bufferSize: number;
    readonly disableLogs: boolean;
  }
  const RecordRTC: {
    readonly Storage: { AudioContextConstructor: AudioContext | null };
    readonly StereoAudioRecorder: new (
      stream: MediaStream,
      options: StereoAudioRecorderOptions,
    ) => StereoAudioRecorder;
  };
  export default RecordRTC;
}
