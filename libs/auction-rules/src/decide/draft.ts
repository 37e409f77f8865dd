import type { AuctionEvent, EventData, EventType } from '../events/auction-event.js';
import { publicEvent, type PublicEvent } from '../events/public-event.js';
import { evolve } from '../state/evolve.js';
import type { LotState } from '../state/lot-state.js';

/** One decision in the making: the events written so far and the state they lead to. */
export class Draft {
  readonly events: AuctionEvent[] = [];
  readonly publicEvents: PublicEvent[] = [];

  constructor(public state: LotState) {}

  /** Writes the next event (R6) and answers its number. */
  emit<T extends EventType>(type: T, at: number, data: EventData[T]): number {
    const event = { seq: this.state.seq + 1, at, type, data } as AuctionEvent;
    const seenByAll = publicEvent(this.state, event);
    this.events.push(event);
    if (seenByAll !== null) this.publicEvents.push(seenByAll);
    this.state = evolve(this.state, event);
    return event.seq;
  }
}
