import type { DemandRowFragment } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Price } from '../parts/money';
import { DemonstrationTag, StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { Deadline } from '../parts/when';
import { demandState } from '../terms/states';
import { fieldName } from '../terms/fields';
import { regionName } from '../terms/regions';
import { cooperationMode } from '../terms/terms';

export function Poster({ demand }: { demand: Pick<DemandRowFragment, 'organization'> }) {
  const { organization } = demand;
  if (!organization) return <>{m.anonymous_poster()}</>;
  return (
    <Link to={`/organizations/${organization.ref}`}>
      <Text of={organization.name} />
    </Link>
  );
}

export function DemandItem({
  demand,
  now,
  level = 3,
}: {
  demand: DemandRowFragment;
  now: string;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_320px]">
      <div className="min-w-0">
        <Heading className="text-h4">
          <Link to={`/demands/${demand.ref}`}>
            <Text of={demand.title} />
          </Link>
        </Heading>
        <p className="mt-1 line-clamp-2 max-w-reading">
          <Text of={demand.problem} />
        </p>
        <ul className="meta mt-2 items-center">
          <li>
            <Poster demand={demand} />
          </li>
          {[
            fieldName(demand.fieldCode),
            regionName(demand.regionCode),
            cooperationMode[demand.cooperationMode](),
          ]
            .filter(Boolean)
            .map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          <li className="figures">{demand.ref}</li>
          {demand.state === 'CLOSED' && (
            <li>
              <StateTag state={demandState.CLOSED} />
            </li>
          )}
          {demand.isDemonstration && (
            <li>
              <DemonstrationTag shown />
            </li>
          )}
        </ul>
      </div>
      <div className="md:text-right">
        <p className="text-small text-muted">{m.budget()}</p>
        <p className="font-semibold">{demand.budget ? <Price of={demand.budget} /> : m.not_stated()}</p>
        {demand.deadlineOn && (
          <p className="text-small text-muted">
            <Deadline at={demand.deadlineOn} now={now} />
          </p>
        )}
      </div>
    </article>
  );
}
