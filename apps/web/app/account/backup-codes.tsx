import { m } from '../messages/generated/messages';

/** Told once; the page prints like any other. */
export function BackupCodes({ codes }: { codes: string[] }) {
  return (
    <div className="panel tinted">
      <h3>{m.backup_codes()}</h3>
      <p className="mt-1">{m.backup_codes_lead()}</p>
      <ul className="mt-3 grid grid-cols-2 gap-x-6 sm:max-w-md">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
