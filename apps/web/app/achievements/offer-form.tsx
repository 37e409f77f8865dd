import type { AchievementPageQuery } from '../data/generated/operations';
import { FormShell } from '../form/form-shell';
import { TextField } from '../form/fields';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import type { FormReply } from '../server/form';

interface Props {
  achievement: NonNullable<AchievementPageQuery['achievement']>;
  requestId: string;
  reply: FormReply | undefined;
}

/** The holder offers the rights for bidding; a broker then sets the times. */
export function OfferForm({ achievement, requestId, reply }: Props) {
  return (
    <>
      <p className="mb-6 max-w-reading">{m.offer_lead()}</p>
      <FormShell reply={reply} requestId={requestId}>
        <input type="hidden" name="achievementId" value={achievement.id} />
        <TextField
          name="titleZh"
          label={m.offer_title_zh()}
          defaultValue={achievement.title.zh ?? undefined}
          maxLength={200}
          lang="zh-CN"
          optional
        />
        <TextField
          name="titleEn"
          label={m.offer_title_en()}
          defaultValue={achievement.title.en ?? undefined}
          maxLength={200}
          lang="en"
          optional
        />
        <TextField
          name="startPriceAmount"
          label={m.start_price()}
          hint={m.money_hint()}
          unit={m.yuan()}
          inputMode="decimal"
          narrow
        />
        <TextField
          name="bidStepAmount"
          label={m.bid_step()}
          hint={m.bid_step_hint()}
          unit={m.yuan()}
          inputMode="decimal"
          narrow
        />
        <TextField
          name="reservePriceAmount"
          label={m.reserve_price()}
          hint={m.reserve_price_hint()}
          unit={m.yuan()}
          inputMode="decimal"
          narrow
          optional
        />
        <TextField
          name="depositAmount"
          label={m.deposit()}
          hint={m.deposit_hint()}
          unit={m.yuan()}
          inputMode="decimal"
          narrow
        />
        <Submit>{m.offer_submit()}</Submit>
      </FormShell>
    </>
  );
}
