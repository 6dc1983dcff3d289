import { describeDiskContract } from './disk-contract.ts';
import { runDiskScenario } from './disk-scenarios.ts';
import { createFakeDisk } from './fake-disk.ts';

describeDiskContract((scenario) => runDiskScenario(createFakeDisk(), scenario));
