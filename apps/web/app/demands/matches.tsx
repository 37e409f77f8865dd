import { formatBasisPoints } from '@stx/format';
import type { DemandMatchesQuery } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { AchievementItem } from '../achievements/row';
import { fieldName } from '../terms/fields';
import { regionName } from '../terms/regions';
import { matchReason } from '../terms/terms';

type Match = NonNullable<DemandMatchesQuery['demand']>['matches'][number];
type Reason = Match['reasons'][number];

/** Evidence as stored is codes and words; codes are said in words. */
function evidenceWords({ kind, evidence }: Reason): string {
  if (kind === 'FIELD') return evidence.map((code) => fieldName(code) ?? code).join(' · ');
  if (kind === 'REGION') return evidence.map((code) => regionName(code) ?? code).join(' · ');
  return evidence.join(' · ');
}

/** Achievements that fit, each with its reasons and their share of the score. */
export function Matches({ matches, now }: { matches: Match[]; now: string }) {
  return (
    <ol className="rows">
      {matches.map(({ achievement, score, reasons }) => (
        <li key={achievement.ref}>
          <AchievementItem achievement={achievement} now={now} />
          <details className="mt-3">
            <summary className="inline-flex min-h-6 items-center gap-2 text-small text-primary underline">
              {m.match_score({ score: formatBasisPoints(score) })}
            </summary>
            <table className="table mt-2 max-w-reading text-small">
              <caption>{m.match_reasons()}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.match_reason()}</th>
                  <th scope="col" className="number">
                    {m.match_share()}
                  </th>
                  <th scope="col">{m.match_evidence()}</th>
                </tr>
              </thead>
              <tbody>
                {reasons.map((reason) => (
                  <tr key={reason.kind}>
                    <th scope="row">{matchReason[reason.kind]()}</th>
                    <td className="number">{formatBasisPoints(reason.shareBasisPoints)}</td>
                    <td>{evidenceWords(reason)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </li>
      ))}
    </ol>
  );
}
