import { describeConnectivityContract } from './connectivity-contract.ts';
import { createFakeConnectivity } from './fake-connectivity.ts';

const connectivity = createFakeConnectivity();
describeConnectivityContract(connectivity, connectivity.setOnline);
