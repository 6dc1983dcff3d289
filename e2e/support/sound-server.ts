import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProgram } from './end-program.ts';
import { connectWhenOpen, findFreePorts } from './free-ports.ts';

/** A sound card of a test's own: a microphone that hears a tone, and a loudspeaker that nobody hears. */
export interface SoundServer {
  /** What a program needs in its environment to use it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

const startMs = 10_000;

/** Starts PulseAudio on the loopback. Rejects when it does not start. */
export async function startSoundServer(toneHz: number): Promise<SoundServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-sound-'));
  const [port] = await findFreePorts();
  const modules = [
    'module-null-sink sink_name=loudspeaker rate=48000',
    'module-null-sink sink_name=whistle rate=48000 channels=1 channel_map=mono',
    `module-sine sink=whistle rate=48000 frequency=${toneHz}`,
    'module-remap-source source_name=microphone master=whistle.monitor',
    `module-native-protocol-tcp listen=127.0.0.1 port=${port} auth-anonymous=1`,
  ];
  const program = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--use-pid-file=no',
      '--exit-idle-time=-1',
      ...modules.map((module) => `--load=${module}`),
    ],
    { stdio: 'ignore', env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder } },
  );
  const untilMs = performance.now() + startMs;
  const probe = await connectWhenOpen(port, () => program.exitCode !== null || performance.now() > untilMs);
  if (probe === null) {
    await endProgram(program);
    throw new Error('PulseAudio did not start');
  }
  probe.destroy();
  return {
    environment: {
      PULSE_SERVER: `tcp:127.0.0.1:${port}`,
      PULSE_SINK: 'loudspeaker',
      PULSE_SOURCE: 'microphone',
    },
    async close() {
      await endProgram(program);
      await rm(folder, { recursive: true });
    },
  };
}
