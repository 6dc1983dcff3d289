import { describeDeviceStorageContract } from './device-storage-contract.ts';
import { createFakeDeviceStorage } from './fake-device-storage.ts';

const storage = createFakeDeviceStorage();
describeDeviceStorageContract(storage, storage.keepSetting, storage.leaveExports);
