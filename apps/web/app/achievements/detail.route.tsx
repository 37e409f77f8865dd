import { redirect } from 'react-router';
import { AchievementPage, OfferLot } from '../data/generated/operations';
import { useRoot, useViewer } from '../frame/use-root';
import { moneyOf } from '../form/money-input';
import { plainText } from '../i18n/pick';
import { useAddress, useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { JsonLd } from '../parts/json-ld';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { DemonstrationTag } from '../parts/tag';
import { Paragraphs, Text } from '../parts/text';
import { ask, here, notFound } from '../server/ask';
import { type FormProblem, newRequestId, refused, refuseForm, requestIdOf, textOf } from '../server/form';
import { achievementKind } from '../terms/terms';
import type { Route } from './+types/detail.route';
import { AchievementFacts, RightsFacts } from './detail-facts';
import { OfferForm } from './offer-form';
import { AskingPrice } from './price';

export async function loader(asked: Route.LoaderArgs) {
  const { achievement } = await ask(asked, AchievementPage, { ref: asked.params.ref });
  return { achievement: achievement ?? notFound(asked), requestId: newRequestId() };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const problems: FormProblem[] = [];
  const input = {
    requestId: requestIdOf(form),
    achievementId: textOf(form, 'achievementId') ?? '',
    titleZh: textOf(form, 'titleZh'),
    titleEn: textOf(form, 'titleEn'),
    startPriceAmount: moneyOf(form, 'startPriceAmount', problems) ?? '',
    bidStepAmount: moneyOf(form, 'bidStepAmount', problems) ?? '',
    reservePriceAmount: moneyOf(form, 'reservePriceAmount', problems, true),
    depositAmount: moneyOf(form, 'depositAmount', problems) ?? '',
  };
  if (problems.length > 0) return refuseForm(form, problems);
  const { offerLot: result } = await ask(asked, OfferLot, { input });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/lots/${result.ref}`));
}

export default function AchievementDetail({
  loaderData: { achievement, requestId },
  actionData,
}: Route.ComponentProps) {
  const language = useLanguage();
  const viewer = useViewer();
  const title = plainText(achievement.title, language);
  const summary = plainText(achievement.summary, language);
  const mayOffer =
    viewer?.organization?.id === achievement.organization.id && viewer.roles.includes('OFFICER');
  return (
    <Page
      title={title}
      heading={<Text of={achievement.title} />}
      description={summary || undefined}
      lead={summary ? <Text of={achievement.summary} /> : undefined}
      hasErrors={Boolean(actionData)}
      crumbs={[{ to: '/achievements', label: m.nav_achievements() }]}
      over={
        <>
          <span>{achievementKind[achievement.kind]()}</span>
          <span className="figures">{achievement.ref}</span>
          <DemonstrationTag shown={achievement.isDemonstration} />
        </>
      }
    >
      <AchievementJsonLd achievement={achievement} />
      <div className="grid items-start gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          {achievement.abstract && (
            <Section title={m.abstract()}>
              <Paragraphs of={achievement.abstract} />
            </Section>
          )}
          <Section title={m.maturity_and_field()}>
            <AchievementFacts achievement={achievement} />
          </Section>
          <Section title={m.rights_and_ip()}>
            <RightsFacts achievement={achievement} />
          </Section>
        </div>
        <aside aria-label={m.how_to_get_it()} className="panel tinted space-y-4">
          <div>
            <p className="text-small text-muted">{m.asking_price()}</p>
            <p className="text-h3">
              <AskingPrice of={achievement} />
            </p>
          </div>
          <HowToGetIt achievement={achievement} />
        </aside>
      </div>
      {mayOffer && (
        <Section title={m.offer_title()}>
          <OfferForm achievement={achievement} requestId={requestId} reply={actionData} />
        </Section>
      )}
    </Page>
  );
}

type Achievement = Route.ComponentProps['loaderData']['achievement'];

function HowToGetIt({ achievement }: { achievement: Achievement }) {
  const address = useAddress();
  return (
    <>
      <p>{achievement.priceMode === 'BIDDING' ? m.get_it_by_bidding() : m.get_it_by_contact()}</p>
      <a
        className="button w-full"
        href={address(
          achievement.priceMode === 'BIDDING' ? '/trade' : `/organizations/${achievement.organization.ref}`,
        )}
      >
        {achievement.priceMode === 'BIDDING' ? m.see_lots() : m.see_holder()}
      </a>
    </>
  );
}

function AchievementJsonLd({ achievement }: { achievement: Achievement }) {
  const root = useRoot();
  const address = useAddress();
  const language = useLanguage();
  const { askingPrice, organization } = achievement;
  return (
    <JsonLd
      of={{
        '@type': 'Product',
        '@id': `${root?.publicUrl ?? ''}/achievements/${achievement.ref}`,
        url: `${root?.publicUrl ?? ''}${address(`/achievements/${achievement.ref}`)}`,
        identifier: achievement.ref,
        name: plainText(achievement.title, language),
        description: plainText(achievement.summary, language) || undefined,
        keywords: achievement.keywords.join(', ') || undefined,
        category: achievement.ipcCodes.join(', ') || undefined,
        brand: { '@type': 'Organization', name: plainText(organization.name, language) },
        ...(askingPrice && {
          offers: {
            '@type': 'Offer',
            priceCurrency: askingPrice.currency,
            price: (Number(askingPrice.amount) / 100).toFixed(2),
          },
        }),
      }}
    />
  );
}
