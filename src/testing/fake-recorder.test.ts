import { createFakeRecorder, type FakeRecorder } from './fake-recorder.ts';
import { describeRecorderContract } from './recorder-contract.ts';

let recorder: FakeRecorder;
describeRecorderContract(
  () => (recorder = createFakeRecorder()),
  (ms) => Promise.resolve(recorder.advance(ms)),
);
