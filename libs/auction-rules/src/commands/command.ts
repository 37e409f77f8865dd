/** The commands of R14. `at` is informative: the moment that counts is the `now` given to `decide` (R2). */
type Issued = { readonly by: string; readonly requestId: string; readonly at?: number };
type Priced = { readonly amount: string; readonly currency?: string | null };

export type TickCommand = { readonly type: 'tick'; readonly at?: number };
export type BidCommand = Issued & Priced & { readonly type: 'bid' };
export type MaxBidCommand = Issued & {
  readonly type: 'maxBid';
  readonly max: string;
  readonly currency?: string | null;
};
export type AcceptCommand = Issued & { readonly type: 'accept'; readonly step: number };
export type OrderCommand = Issued & Priced & { readonly type: 'order' };
export type SealedBidCommand = Issued & Priced & { readonly type: 'sealedBid' };
export type WithdrawBidCommand = Issued & { readonly type: 'withdrawBid' };
export type ScoreCommand = Issued & {
  readonly type: 'score';
  readonly bidder: string;
  readonly points: number;
};
export type UnsealCommand = Issued & { readonly type: 'unseal' };
export type HammerCommand = Issued & { readonly type: 'hammer' };
export type PauseCommand = Issued & { readonly type: 'pause'; readonly reason: string };
export type ResumeCommand = Issued & { readonly type: 'resume' };
export type WithdrawCommand = Issued & { readonly type: 'withdraw'; readonly reason: string };
export type DepositCommand = Issued & {
  readonly type: 'deposit';
  readonly bidder: string;
  readonly held: string;
};
export type OutageCommand = Issued & {
  readonly type: 'outage';
  readonly from: number;
  readonly to: number;
};

/** Every command that somebody issues: all but the tick. */
export type IssuedCommand =
  | BidCommand
  | MaxBidCommand
  | AcceptCommand
  | OrderCommand
  | SealedBidCommand
  | WithdrawBidCommand
  | ScoreCommand
  | UnsealCommand
  | HammerCommand
  | PauseCommand
  | ResumeCommand
  | WithdrawCommand
  | DepositCommand
  | OutageCommand;

export type Command = TickCommand | IssuedCommand;
export type IssuedType = IssuedCommand['type'];
export type CommandOf<T extends IssuedType> = Extract<IssuedCommand, { type: T }>;

/** What arrives from outside before anything is known of it. */
export type UntrustedCommand = Readonly<Record<string, unknown>>;
