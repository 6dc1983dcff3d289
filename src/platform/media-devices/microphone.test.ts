import { describe, expect, it } from 'vitest';
import type { MicrophoneWish } from '#core/media/microphone-port.ts';
import { toMediaStream } from '../media-handles.ts';
import { createMicrophone } from './microphone.ts';

const wish: MicrophoneWish = {
  deviceId: null,
  groupId: null,
  processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
};

/** A stream as far as a microphone uses it: tracks that can be cloned, muted and stopped. */
class FakeStream {
  readonly track: EventTarget & Pick<MediaStreamTrack, 'enabled' | 'stop'> & { readyState: string } =
    Object.assign(new EventTarget(), { enabled: true, readyState: 'live', stop: () => this.end() });
  readonly clones: FakeStream[] = [];
  getTracks = () => [this.track];
  getAudioTracks = () => [this.track];
  end() {
    this.track.readyState = 'ended';
  }
  clone() {
    const copy = new FakeStream();
    this.clones.push(copy);
    return copy;
  }
}

function fakeDevices(open: () => FakeStream | Promise<FakeStream>) {
  const opened: FakeStream[] = [];
  return {
    opened,
    async getUserMedia() {
      const stream = await open();
      opened.push(stream);
      return stream as unknown as MediaStream;
    },
  };
}

const failWith = (name: string) => () =>
  Promise.reject(Object.assign(new Error('from the browser'), { name }));
const ignore = () => undefined;
const trackOf = (stream: MediaStream) => stream.getAudioTracks()[0];

describe('createMicrophone', () => {
  it('opens the device once for several calls and closes it with the last', async () => {
    const devices = fakeDevices(() => new FakeStream());
    const microphone = createMicrophone(devices, wish, async () => true);
    const [first, second] = await Promise.all([microphone.acquire(ignore), microphone.acquire(ignore)]);
    expect(devices.opened).toHaveLength(1);
    first.release();
    first.release();
    expect(devices.opened[0]?.track.readyState).toBe('live');
    second.release();
    await expect.poll(() => devices.opened[0]?.track.readyState).toBe('ended');
    expect(devices.opened[0]?.clones.map((clone) => clone.track.readyState)).toEqual(['ended', 'ended']);
  });

  it('mutes one call and leaves the other alone', async () => {
    const microphone = createMicrophone(
      fakeDevices(() => new FakeStream()),
      wish,
      async () => true,
    );
    const [first, second] = await Promise.all([microphone.acquire(ignore), microphone.acquire(ignore)]);
    first.setMuted(true);
    expect(trackOf(toMediaStream(first.source))?.enabled).toBe(false);
    expect(trackOf(toMediaStream(second.source))?.enabled).toBe(true);
  });

  it('opens the device anew after it was unplugged, and still closes everything', async () => {
    const devices = fakeDevices(() => new FakeStream());
    const microphone = createMicrophone(devices, wish, async () => true);
    const before = await microphone.acquire(ignore);
    devices.opened[0]?.end();
    const after = await microphone.acquire(ignore);
    expect(devices.opened).toHaveLength(2);
    after.release();
    await expect.poll(() => devices.opened[1]?.track.readyState).toBe('ended');
    before.release();
  });

  it.each([
    ['NotAllowedError', 'media/permission-denied'],
    ['NotFoundError', 'media/no-microphone'],
    ['NotReadableError', 'media/microphone-busy'],
    ['UnknownError', 'media/microphone-failed'],
  ])('says what %s means, and works again afterwards', async (name, code) => {
    let broken = true;
    const devices = fakeDevices(() => (broken ? failWith(name)() : new FakeStream()));
    const microphone = createMicrophone(devices, wish, async () => true);
    await expect(microphone.acquire(ignore)).rejects.toMatchObject({ detail: { code } });
    broken = false;
    await expect(microphone.acquire(ignore)).resolves.toBeDefined();
  });

  it('goes on with a device that is plugged in after there was none', async () => {
    let broken = false;
    const devices = fakeDevices(() => (broken ? failWith('NotFoundError')() : new FakeStream()));
    const microphone = createMicrophone(devices, wish, async () => true);
    const replaced: unknown[] = [];
    const copy = await microphone.acquire((source) => replaced.push(source));
    broken = true;
    devices.opened[0]?.end();
    devices.opened[0]?.track.dispatchEvent(new Event('ended'));
    await microphone.use(wish);
    expect(replaced).toEqual([]);
    broken = false;
    await microphone.use(wish);
    expect(replaced).toEqual([copy.source]);
    copy.release();
    await expect.poll(() => devices.opened[1]?.track.readyState).toBe('ended');
  });

  it('closes what it was opening when the last call ended meanwhile', async () => {
    let answer = (): void => undefined;
    const prompt = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let opened = 0;
    const devices = fakeDevices(async () => {
      if ((opened += 1) > 1) await prompt;
      return new FakeStream();
    });
    const microphone = createMicrophone(devices, wish, async () => true);
    const copy = await microphone.acquire(ignore);
    const using = microphone.use({ ...wish, deviceId: 'headset' });
    await expect.poll(() => opened).toBe(2);
    copy.release();
    answer();
    await using;
    await expect.poll(() => devices.opened.map(({ track }) => track.readyState)).toEqual(['ended', 'ended']);
  });

  it('asks for the processing exactly, and makes do with what the device can', async () => {
    const asked: unknown[] = [];
    const microphone = createMicrophone(
      {
        getUserMedia(constraints) {
          asked.push(constraints?.audio);
          const isExact = JSON.stringify(constraints).includes('exact');
          return isExact
            ? failWith('OverconstrainedError')()
            : Promise.resolve(new FakeStream() as unknown as MediaStream);
        },
      },
      wish,
      async () => true,
    );
    (await microphone.acquire(ignore)).release();
    const exact = { exact: true };
    expect(asked).toEqual([
      { echoCancellation: exact, noiseSuppression: exact, autoGainControl: exact },
      wish.processing,
    ]);
  });

  it('says that an insecure page gets no microphone', async () => {
    const microphone = createMicrophone(undefined, wish, async () => true);
    await expect(microphone.acquire(ignore)).rejects.toMatchObject({
      detail: { code: 'media/permission-denied' },
    });
  });
});
