export { BiddingModule } from './bidding.module.js';
export { biddingSchema } from './migrations/index.js';
export { LotDesk } from './bid/lot-desk.js';
export { LiveRooms, type LiveOptions, type RunningLiveRooms } from './live/live-rooms.js';
export { SeedLots, type SeedLot } from './lot/seed-lots.js';
export { ExportChronicle } from './chronicle/export-chronicle.js';
export {
  verifyChronicle,
  type ChronicleFault,
  type ChronicleTrust,
  type ChronicleVerdict,
} from './chronicle/verify-chronicle.js';
export type { ChronicleLine } from './chronicle/chronicle-line.js';
