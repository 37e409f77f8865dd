import { formatBid } from '@stx/format';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { stepped } from './bid-rules';
import { nextBid, type Room } from './room';

interface Props {
  room: Room;
  typed: string;
  amount: bigint | null;
  fault: string | null;
  onType(text: string): void;
  onPut(amount: bigint): void;
}

const QUICK = [1n, 2n, 5n];

/** The amount with − and + by one step, and quick steps over the next valid bid. */
export function AmountInput({ room, typed, amount, fault, onType, onPut }: Props) {
  const language = useLanguage();
  const next = nextBid(room);
  const say = (value: bigint) => formatBid({ amount: value, currency: room.currency }, language);
  return (
    <div>
      <label htmlFor="amount" className="text-small">
        {m.your_bid()} <span className="text-muted">({m.next_valid_bid({ amount: say(next) })})</span>
      </label>
      {fault && (
        <p id="amount-error" role="alert" className="font-semibold text-stop">
          {fault}
        </p>
      )}
      <div className="mt-1 flex gap-2">
        <StepButton
          label={m.one_step_less({ step: say(BigInt(room.step)) })}
          onPress={() => onPut(stepped(room, amount, -1))}
        >
          −
        </StepButton>
        <input
          className="input min-h-12 min-w-0 flex-1 text-h4 text-right tabular-nums"
          id="amount"
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'amount-error' : undefined}
          onChange={(event) => onType(event.target.value)}
        />
        <StepButton
          label={m.one_step_more({ step: say(BigInt(room.step)) })}
          onPress={() => onPut(stepped(room, amount, 1))}
        >
          +
        </StepButton>
      </div>
      <div className="mt-2 flex flex-wrap gap-2 max-md:hidden" role="group" aria-label={m.quick_steps()}>
        {QUICK.map((steps) => {
          const value = next + (steps - 1n) * BigInt(room.step);
          return (
            <button
              key={String(steps)}
              type="button"
              className="button quiet dense"
              onClick={() => onPut(value)}
            >
              {m.plus_steps({ steps: String(steps) })}{' '}
              <span className="figures font-normal">{say(value)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

function StepButton({ label, onPress, children }: { label: string; onPress(): void; children: string }) {
  return (
    <button
      type="button"
      className="button quiet min-h-12 w-14 flex-none px-0 text-h4"
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
