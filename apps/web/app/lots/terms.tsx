import { formatSpan } from '@stx/format';
import type { LotDetailFragment } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Facts } from '../parts/facts';
import { Link } from '../parts/link';
import { Price } from '../parts/money';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { fieldName } from '../terms/fields';
import { achievementKind, rightsOffered } from '../terms/terms';

/** What a bidder binds to: money, times, the rule that moves the end. */
export function LotTerms({ lot }: { lot: LotDetailFragment }) {
  return (
    <Facts
      items={[
        [m.start_price(), <Price key="start" of={lot.startPrice} />],
        [m.bid_step(), <Price key="step" of={lot.bidStep} />],
        [m.deposit(), <Price key="deposit" of={lot.depositAmount} />],
        [m.reserve_price(), lot.hasReserve ? m.reserve_has() : m.reserve_none()],
        [m.opens_at(), lot.opensAt ? <Moment key="opens" at={lot.opensAt} /> : m.not_set_yet()],
        [m.closes_at(), lot.closesAt ? <Moment key="closes" at={lot.closesAt} /> : m.not_set_yet()],
        [
          m.extension(),
          m.extension_rule({
            window: formatSpan(lot.extensionWindowSeconds),
            again: formatSpan(lot.extensionSeconds),
          }),
        ],
        [
          m.seller(),
          <Link key="seller" to={`/organizations/${lot.seller.ref}`}>
            <Text of={lot.seller.name} />
          </Link>,
        ],
      ]}
    />
  );
}

function Moment({ at }: { at: string }) {
  return (
    <>
      <When at={at} as="minute" /> UTC+8
    </>
  );
}

/** What is sold. */
export function LotSubject({ lot }: { lot: LotDetailFragment }) {
  const { achievement } = lot;
  return (
    <div className="space-y-4">
      <p className="text-h4">
        <Link to={`/achievements/${achievement.ref}`}>
          <Text of={achievement.title} />
        </Link>
      </p>
      {achievement.summary && (
        <p className="max-w-reading">
          <Text of={achievement.summary} />
        </p>
      )}
      <Facts
        items={[
          [m.facet_kind(), achievementKind[achievement.kind]()],
          [
            m.facet_rights(),
            achievement.rightsOffered.map((right) => rightsOffered[right]()).join(' · ') || m.not_stated(),
          ],
          [m.facet_field(), fieldName(achievement.fieldCode) ?? m.not_stated()],
          achievement.patentNo ? [m.patent_no(), achievement.patentNo] : null,
          achievement.expiresOn ? [m.expires_on(), <When key="expires" at={achievement.expiresOn} />] : null,
        ]}
      />
    </div>
  );
}
