import { parseMoney } from '@stx/format';
import { redirect } from 'react-router';
import { HammerLot, PauseLot, PlaceBid, ResumeLot, WithdrawLot } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { ask, type Asked, here } from '../server/ask';
import { refused, refuseForm, requestIdOf, textOf } from '../server/form';

/** The answer to one bid, for the panel. */
export type BidOutcome = { requestId: string; amount: string } & (
  { accepted: true; seq: number; at: string } | { accepted: false; message: string }
);

/** A bid by form: without JavaScript, or when the socket gave no answer. */
export async function bid(asked: Asked, form: FormData): Promise<{ bid: BidOutcome }> {
  const requestId = requestIdOf(form);
  const typed = textOf(form, 'amount') ?? '';
  const parsed = parseMoney(typed);
  const amount = textOf(form, 'minorAmount') ?? ('amount' in parsed ? parsed.amount : null);
  if (amount === null)
    return { bid: { requestId, amount: '0', accepted: false, message: m.money_not_a_number() } };
  const { placeBid: result } = await ask(asked, PlaceBid, {
    input: { requestId, lotId: textOf(form, 'lotId') ?? '', amount },
  });
  return {
    bid:
      result.__typename === 'Refusal'
        ? { requestId, amount, accepted: false, message: result.message }
        : { requestId, amount, accepted: true, seq: result.seq, at: result.receivedAt },
  };
}

const ACTS = {
  pause: async (asked: Asked, input: Input) => (await ask(asked, PauseLot, { input })).pauseLot,
  resume: async (asked: Asked, input: Input) => (await ask(asked, ResumeLot, { input })).resumeLot,
  hammer: async (asked: Asked, input: Input) => (await ask(asked, HammerLot, { input })).hammerLot,
  withdraw: async (asked: Asked, input: Input) => (await ask(asked, WithdrawLot, { input })).withdrawLot,
};

interface Input {
  requestId: string;
  lotId: string;
  reason: string | null;
}

const isAct = (intent: string | null): intent is keyof typeof ACTS =>
  intent !== null && Object.hasOwn(ACTS, intent);

/** An act of the broker. */
export async function conduct(asked: Asked, form: FormData, ref: string) {
  const intent = textOf(form, 'intent');
  const reason = textOf(form, `reason-${intent}`);
  if (!isAct(intent)) return refuseForm(form, [{ message: m.trouble_request_lead() }]);
  if (!reason && (intent === 'pause' || intent === 'withdraw')) {
    return refuseForm(form, [{ field: `reason-${intent}`, message: m.reason_missing() }]);
  }
  const result = await ACTS[intent](asked, {
    requestId: requestIdOf(form),
    lotId: textOf(form, 'lotId') ?? '',
    reason,
  });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/lots/${ref}/live`));
}
