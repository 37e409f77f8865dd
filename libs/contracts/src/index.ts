export type * from './achievements.js';
export type * from './bidding.js';
export type * from './demands.js';
export type * from './identity.js';
export type * from './matching.js';
export type * from './notifications.js';
export type * from './settlement.js';
