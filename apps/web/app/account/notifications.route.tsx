import { NotificationSettings, SetNotificationSettings } from '../data/generated/operations';
import { Select } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { TOPICS } from '../inbox/topics';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Page } from '../parts/page';
import { Table } from '../parts/table';
import { Text } from '../parts/text';
import { ask } from '../server/ask';
import { accepted, refused, textOf } from '../server/form';
import type { Route } from './+types/notifications.route';

export async function loader(asked: Route.LoaderArgs) {
  const { notificationSettings } = await ask(asked, NotificationSettings);
  return { settings: notificationSettings };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const language = textOf(form, 'mailLanguage');
  const on = new Set(form.getAll('byMail').map(String));
  const { setNotificationSettings: result } = await ask(asked, SetNotificationSettings, {
    input: {
      mailLanguage: language === 'EN' || language === 'ZH_CN' ? language : null,
      offByMail: form
        .getAll('offered')
        .map(String)
        .filter((kind) => !on.has(kind)),
    },
  });
  return result.__typename === 'Refusal' ? refused(form, result) : accepted({ isSaved: true });
}

type Kind = Route.ComponentProps['loaderData']['settings']['kinds'][number];

export default function NotificationsPage({ loaderData: { settings }, actionData }: Route.ComponentProps) {
  const { kinds, mailLanguage } = settings;
  return (
    <Page
      title={m.notification_settings()}
      lead={m.notification_settings_lead()}
      hasErrors={Boolean(actionData?.problems.length)}
      crumbs={[{ to: '/inbox', label: m.inbox() }]}
    >
      {actionData && 'isSaved' in actionData && (
        <div className="mb-6">
          <Callout tone="good" role="status" title={m.settings_saved()} />
        </div>
      )}
      <FormShell reply={actionData}>
        <Select
          name="mailLanguage"
          label={m.mail_language()}
          hint={m.mail_language_hint()}
          defaultValue={mailLanguage ?? ''}
          choices={[
            { value: '', label: m.mail_language_both() },
            { value: 'ZH_CN', label: '中文' },
            { value: 'EN', label: 'English' },
          ]}
        />
        <Table
          caption={m.notification_kinds()}
          head={[m.notification_kind(), m.channel_inbox(), m.channel_mail()]}
        >
          {kinds.map((kind) => (
            <Row key={kind.kind} of={kind} />
          ))}
        </Table>
        <p className="text-small text-muted">{m.mail_mandatory_why()}</p>
        <Submit>{m.save()}</Submit>
      </FormShell>
    </Page>
  );
}

function Row({ of: { kind, name, topic, mail, byMail } }: { of: Kind }) {
  return (
    <tr>
      <th scope="row">
        <Text of={name} />
        <span className="block text-small font-normal text-muted">{TOPICS[topic]()}</span>
      </th>
      <td className="whitespace-nowrap">{m.channel_always()}</td>
      <td>
        {mail === 'MANDATORY' && m.mail_mandatory()}
        {mail === 'NONE' && m.mail_never()}
        {(mail === 'DEFAULT' || mail === 'DIGEST') && (
          <label className="inline-flex min-h-6 items-center gap-2">
            <input type="hidden" name="offered" value={kind} />
            <input type="checkbox" name="byMail" value={kind} defaultChecked={byMail} />
            {mail === 'DIGEST' ? m.mail_digest() : m.mail_at_once()}
          </label>
        )}
      </td>
    </tr>
  );
}
