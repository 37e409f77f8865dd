import { daysBetween, formatList } from '@stx/format';
import type { AchievementFactsFragment, AchievementRowFragment } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { DemonstrationTag } from '../parts/tag';
import { Text } from '../parts/text';
import { fieldName } from '../terms/fields';
import { regionName } from '../terms/regions';
import { achievementKind, rightsOffered } from '../terms/terms';
import { readinessWords } from './maturity';
import { AskingPrice } from './price';

interface Segment {
  text: string;
  mark: boolean;
}

interface Props {
  /** Title and summary as stored, or instead of them what the search marked. */
  achievement: AchievementFactsFragment & Partial<Pick<AchievementRowFragment, 'title' | 'summary'>>;
  now: string;
  level?: 2 | 3;
  title?: Segment[];
  summary?: Segment[];
}

export function Highlight({ segments }: { segments: Segment[] }) {
  return segments.map(({ text, mark }, i) =>
    mark ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
  );
}

function confirmedWords(days: number): string {
  if (days <= 0) return m.confirmed_today();
  return days === 1 ? m.confirmed_yesterday() : m.confirmed_ago({ days });
}

/** One achievement in a list: what it is, whose, how far, what can be got and for how much. */
export function AchievementItem({ achievement, now, level = 3, title, summary }: Props) {
  const language = useLanguage();
  const Heading = level === 2 ? 'h2' : 'h3';
  const { ref, organization, regionCode, trlLevel, rightsOffered: rights, confirmedAt } = achievement;
  const facts = [
    achievementKind[achievement.kind](),
    fieldName(achievement.fieldCode) ?? achievement.category,
    regionName(regionCode),
    readinessWords(trlLevel),
    rights.length > 0
      ? formatList(
          rights.map((right) => rightsOffered[right]()),
          language,
        )
      : null,
    confirmedAt ? confirmedWords(daysBetween(confirmedAt, now)) : null,
  ];
  return (
    <article className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Heading className="text-h4">
          <Link to={`/achievements/${ref}`}>
            {title?.length ? <Highlight segments={title} /> : <Text of={achievement.title} />}
          </Link>
        </Heading>
        {(achievement.summary || summary?.length) && (
          <p className="mt-1 line-clamp-3 max-w-reading">
            {summary?.length ? <Highlight segments={summary} /> : <Text of={achievement.summary} />}
          </p>
        )}
        <p className="mt-2 text-small">
          <Link to={`/organizations/${organization.ref}`}>
            <Text of={organization.name} />
          </Link>
        </p>
        <ul className="meta mt-1">
          {facts.filter(Boolean).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          <li className="figures">{ref}</li>
          {achievement.isDemonstration && (
            <li>
              <DemonstrationTag shown />
            </li>
          )}
        </ul>
      </div>
      <p className="font-semibold md:text-right">
        <AskingPrice of={achievement} />
      </p>
    </article>
  );
}
