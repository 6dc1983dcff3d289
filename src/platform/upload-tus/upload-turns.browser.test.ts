import { describeSerialQueueContract } from '#testing/serial-queue-contract.ts';
import { createUploadTurns } from './upload-turns.ts';

describeSerialQueueContract(() => [createUploadTurns(), createUploadTurns()]);
