export { BiddingModule } from './bidding.module.js';
export { biddingSchema } from './migrations/index.js';
export { LotDesk } from './bid/lot-desk.js';
export { LiveRooms, type LiveOptions, type RunningLiveRooms } from './live/live-rooms.js';
