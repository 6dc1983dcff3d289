import './refuse-storage.ts';
import '#workers/recording.worker.ts';
