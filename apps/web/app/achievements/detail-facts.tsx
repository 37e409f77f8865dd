import { formatList } from '@stx/format';
import type { AchievementPageQuery } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { type Fact, Facts } from '../parts/facts';
import { Link } from '../parts/link';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { fieldName } from '../terms/fields';
import { regionName } from '../terms/regions';
import { maturityStage, rightsOffered } from '../terms/terms';
import { readinessWords } from './maturity';
import { AskingPrice } from './price';

type Achievement = NonNullable<AchievementPageQuery['achievement']>;

const given = (label: string, value: React.ReactNode): Fact => (value ? [label, value] : null);

/** Decisive facts say "not stated" when they are missing; the others are left out. */
export function AchievementFacts({ achievement }: { achievement: Achievement }) {
  const language = useLanguage();
  const { keywords, ipcCodes, maturityStage: stage } = achievement;
  return (
    <Facts
      items={[
        [m.facet_trl(), readinessWords(achievement.trlLevel) ?? m.not_stated()],
        given(m.stage(), stage && maturityStage[stage]()),
        [m.facet_field(), fieldName(achievement.fieldCode) ?? m.not_stated()],
        given(m.facet_category(), achievement.category),
        given(m.ipc_classes(), formatList(ipcCodes, language)),
        given(m.keywords(), formatList(keywords, language)),
      ]}
    />
  );
}

export function RightsFacts({ achievement }: { achievement: Achievement }) {
  const language = useLanguage();
  const { organization, rightsOffered: rights, expiresOn, confirmedAt, publishedAt, sourceUrl } = achievement;
  return (
    <Facts
      items={[
        [
          m.facet_rights(),
          rights.length > 0
            ? formatList(
                rights.map((right) => rightsOffered[right]()),
                language,
              )
            : m.not_stated(),
        ],
        [m.asking_price(), <AskingPrice key="price" of={achievement} />],
        given(m.patent_no(), achievement.patentNo),
        given(m.application_no(), achievement.applicationNo),
        given(m.expires_on(), expiresOn && <When at={expiresOn} as="date" />),
        [
          m.rights_holder(),
          <Link key="holder" to={`/organizations/${organization.ref}`}>
            <Text of={organization.name} />
          </Link>,
        ],
        given(m.region(), regionName(achievement.regionCode ?? organization.regionCode)),
        given(
          m.source_record(),
          sourceUrl && /^https?:\/\//.test(sourceUrl) ? (
            <a href={sourceUrl} rel="nofollow noopener">
              {achievement.sourceId ?? sourceUrl}
            </a>
          ) : (
            achievement.sourceId
          ),
        ),
        given(m.published_on(), publishedAt && <When at={publishedAt} />),
        given(m.confirmed_on(), confirmedAt && <When at={confirmedAt} />),
      ]}
    />
  );
}
