/** How often the detector is asked. */
export const lookMs = 50;
/** −34 dB: a voice before a microphone is louder nearly always, a quiet room never. */
const voiceRms = 0.02;
/** Half of half a second: a key or a cough is shorter. */
const windowLooks = 10;
const loudLooks = 5;
/** Two seconds: who talks draws breath. */
const quietLooks = 40;

/**
 * Tells whether somebody talks, from a level (root mean square, 0 to 1) every `lookMs`. It begins to say so after a quarter
 * of a second of voice, and goes on until it has been quiet for two.
 */
export function createTalkDetector(): (rms: number) => boolean {
  let recent: readonly boolean[] = [];
  let quietFor = 0;
  let talks = false;
  return (rms) => {
    const isLoud = rms >= voiceRms;
    recent = [...recent, isLoud].slice(-windowLooks);
    quietFor = isLoud ? 0 : quietFor + 1;
    talks = talks ? quietFor < quietLooks : recent.filter(Boolean).length >= loudLooks;
    return talks;
  };
}
