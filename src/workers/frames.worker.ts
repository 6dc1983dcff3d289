import { assertNever } from '#core/shared/assert-never.ts';
import { createFrameCopier } from './frame-copier.ts';
import type { FrameTransformOptions, FrameWorkerReply, FrameWorkerRequest } from './frame-messages.ts';

/**
 * The dedicated worker that a call's encoded frames pass (WebRTC Encoded Transform). Each frame goes on first and is
 * copied then: what goes wrong with the copy does not touch the call. Its messages are `FrameWorkerRequest` and
 * `FrameWorkerReply`.
 */
const reply = (message: FrameWorkerReply): void => self.postMessage(message);

const copier = createFrameCopier();

addEventListener('rtctransform', ({ transformer }) => {
  const { direction } = transformer.options as FrameTransformOptions;
  const passing = new TransformStream<RTCEncodedAudioFrame, RTCEncodedAudioFrame>({
    transform(frame, controller) {
      controller.enqueue(frame);
      copier.copy(direction, frame);
    },
  });
  transformer.readable
    .pipeThrough(passing)
    .pipeTo(transformer.writable)
    // Said when the streams have ended, and not before: their end would silence the worker that comes in its place.
    .catch((error: unknown) => reply({ kind: 'broken', details: String(error) }));
});

function obey(request: FrameWorkerRequest): void {
  switch (request.kind) {
    case 'capture':
      copier.begin(request.frames, request.paused);
      break;
    case 'pause':
      copier.setPaused(request.paused);
      break;
    case 'stop':
      copier.end();
      break;
    case 'ping':
      reply({ kind: 'alive' });
      break;
    default:
      assertNever(request);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<FrameWorkerRequest>) => obey(data));
reply({ kind: 'alive' });
