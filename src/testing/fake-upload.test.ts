import type { UploadPort } from '#core/upload/upload-port.ts';
import { createFakeRecorder } from './fake-recorder.ts';
import { createFakeStore } from './fake-upload.ts';
import { buildRecordingMeta } from './recording-builders.ts';
import { describeUploadContract, type UploadStage } from './upload-contract.ts';

const codes = {
  full: 'upload/server-full',
  refused: 'upload/refused',
  away: 'upload/server-unreachable',
  unreadable: 'upload/not-accepted',
  changed: 'upload/refused',
} as const;

describeUploadContract(async () => {
  const store = createFakeStore();
  const recorder = createFakeRecorder();
  recorder.addLocal(buildRecordingMeta(), 1000);
  const [file] = await recorder.listLocal();
  if (file === undefined) throw new Error('The recorder lost its file.');

  let next: Parameters<UploadStage['nextIs']>[0] = 'accepted';
  const answer = () => {
    if (next === 'accepted') store.accept();
    else if (next !== 'slow') store.fail(codes[next]);
  };
  const upload: UploadPort = {
    cancel: store.upload.cancel,
    discard: store.upload.discard,
    compare(file, url) {
      const result = store.upload.compare(file, url);
      answer();
      return result;
    },
    sendAhead(meta) {
      const result = store.upload.sendAhead(meta);
      answer();
      return result;
    },
    upload(sent, onProgress) {
      const result = store.upload.upload(sent, onProgress);
      store.progress({ sentBytes: sent.byteLength, totalBytes: sent.byteLength });
      answer();
      return result;
    },
  };
  const nextIs: UploadStage['nextIs'] = (what) => {
    next = what;
    return Promise.resolve();
  };
  return { upload, file, nextIs };
});
