import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';

/** The two ways in. */
export function Doors() {
  return (
    <section aria-label={m.where_to_start()} className="grid gap-6 md:grid-cols-2">
      <Door
        title={m.door_technology()}
        body={m.door_technology_body()}
        to="/u/imports"
        label={m.door_technology_link()}
        more={{ to: '/u/achievements', label: m.nav_library() }}
      />
      <Door
        title={m.door_need()}
        body={m.door_need_body()}
        to="/e/demands/new"
        label={m.door_need_link()}
        more={{ to: '/achievements', label: m.search_label() }}
      />
    </section>
  );
}

interface DoorProps {
  title: string;
  body: string;
  to: string;
  label: string;
  more: { to: string; label: string };
}

function Door({ title, body, to, label, more }: DoorProps) {
  return (
    <div className="panel flex flex-col items-start gap-3 p-6">
      <h2 className="text-h3">{title}</h2>
      <p className="text-muted">{body}</p>
      <p className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-2 pt-2">
        <Link className="button" to={to}>
          {label}
        </Link>
        <Link to={more.to}>{more.label}</Link>
      </p>
    </div>
  );
}
