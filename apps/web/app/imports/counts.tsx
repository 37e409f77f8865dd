import { formatNumber } from '@stx/format';
import type { ImportRowFragment } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Facts } from '../parts/facts';

/** Every row that was read is accounted for. */
export function ImportCounts({ job }: { job: ImportRowFragment }) {
  return (
    <Facts
      columns="three"
      items={[
        [m.import_read(), <Count key="read" of={job.read} />],
        [m.import_created(), <Count key="created" of={job.created} />],
        [m.import_updated(), <Count key="updated" of={job.updated} />],
        [m.import_unchanged(), <Count key="unchanged" of={job.unchanged} />],
        [m.import_refused(), <Count key="refused" of={job.refused} />],
        [m.import_unpublished(), <Count key="unpublished" of={job.unpublished} />],
      ]}
    />
  );
}

const Count = ({ of }: { of: number }) => <span className="text-h3">{formatNumber(of)}</span>;
