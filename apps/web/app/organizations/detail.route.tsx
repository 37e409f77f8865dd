import { formatNumber } from '@stx/format';
import { AchievementItem } from '../achievements/row';
import { OrganizationAchievements, OrganizationPage } from '../data/generated/operations';
import { useRoot } from '../frame/use-root';
import { plainText } from '../i18n/pick';
import { useAddress, useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Empty, Unavailable } from '../parts/empty';
import { Facts } from '../parts/facts';
import { JsonLd } from '../parts/json-ld';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { DemonstrationTag } from '../parts/tag';
import { Paragraphs, Text } from '../parts/text';
import { ask, askPart, notFound } from '../server/ask';
import { regionName } from '../terms/regions';
import { admissionState, organizationKind } from '../terms/terms';
import type { Route } from './+types/detail.route';

export async function loader(asked: Route.LoaderArgs) {
  const { organization } = await ask(asked, OrganizationPage, { ref: asked.params.ref });
  if (!organization) return notFound(asked);
  const achievements = await askPart(asked, OrganizationAchievements, {
    filter: { organizationId: [organization.id] },
  });
  return { organization, achievements, now: new Date().toISOString() };
}

export default function OrganizationDetail({ loaderData }: Route.ComponentProps) {
  const { organization, achievements, now } = loaderData;
  const root = useRoot();
  const address = useAddress();
  const name = plainText(organization.name, useLanguage());
  return (
    <Page
      title={name}
      heading={<Text of={organization.name} />}
      crumbs={[{ to: '/organizations', label: m.nav_organizations() }]}
      over={
        <>
          <span>{organizationKind[organization.kind]()}</span>
          <span className="figures">{organization.ref}</span>
          <DemonstrationTag shown={organization.isDemonstration} />
        </>
      }
    >
      <JsonLd
        of={{
          '@type': 'Organization',
          name,
          identifier: organization.creditCode,
          url: `${root?.publicUrl ?? ''}${address(`/organizations/${organization.ref}`)}`,
        }}
      />
      <Section title={m.organization_facts()}>
        <Facts
          items={[
            [m.admission(), admissionState[organization.admission]()],
            [
              m.credit_code(),
              <span key="code" className="figures">
                {organization.creditCode}
              </span>,
            ],
            [m.region(), regionName(organization.regionCode) ?? m.not_stated()],
          ]}
        />
        {organization.description && (
          <div className="mt-6">
            <Paragraphs of={organization.description} />
          </div>
        )}
      </Section>
      <Section
        title={m.nav_achievements()}
        aside={
          achievements.ok &&
          achievements.data.achievements.totalCount > 0 && (
            <Link to={`/achievements?organizationId=${organization.id}`}>
              {m.see_all_count({ total: formatNumber(achievements.data.achievements.totalCount) })}
            </Link>
          )
        }
      >
        {!achievements.ok && <Unavailable problem={achievements.problem} />}
        {achievements.ok &&
          (achievements.data.achievements.nodes.length > 0 ? (
            <ol className="rows">
              {achievements.data.achievements.nodes.map(({ achievement }) => (
                <li key={achievement.ref}>
                  <AchievementItem achievement={achievement} now={now} />
                </li>
              ))}
            </ol>
          ) : (
            <Empty title={m.organization_no_achievement()} />
          ))}
      </Section>
    </Page>
  );
}
