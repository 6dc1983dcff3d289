import { findBoundaryFaults, violationCount } from './lib/boundaries.mjs';

const faults = await findBoundaryFaults();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`All ${violationCount} planted violations of the boundaries were rejected.`);
