import { parseVenueTime } from '@stx/format';
import { redirect } from 'react-router';
import { RegisterToBid, ScheduleLot } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { ask, type Asked, here } from '../server/ask';
import { type FormProblem, refused, refuseForm, requestIdOf, textOf } from '../server/form';

export async function register(asked: Asked, form: FormData, ref: string) {
  const { registerToBid: result } = await ask(asked, RegisterToBid, {
    input: {
      requestId: requestIdOf(form),
      lotId: textOf(form, 'lotId') ?? '',
      acceptsTerms: form.get('acceptsTerms') === 'yes',
    },
  });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/lots/${ref}?registered`));
}

function timeOf(form: FormData, name: string, problems: FormProblem[]): string {
  const instant = parseVenueTime(textOf(form, name) ?? '');
  if (!instant) problems.push({ field: name, message: m.time_problem() });
  return instant ?? '';
}

function secondsOf(form: FormData, name: string, problems: FormProblem[]): number {
  const text = textOf(form, name) ?? '';
  if (!/^\d{1,5}$/.test(text)) problems.push({ field: name, message: m.seconds_problem() });
  return Number(text);
}

export async function schedule(asked: Asked, form: FormData, ref: string) {
  const problems: FormProblem[] = [];
  const input = {
    requestId: requestIdOf(form),
    lotId: textOf(form, 'lotId') ?? '',
    opensAt: timeOf(form, 'opensAt', problems),
    closesAt: timeOf(form, 'closesAt', problems),
    extensionWindowSeconds: secondsOf(form, 'extensionWindowSeconds', problems),
    extensionSeconds: secondsOf(form, 'extensionSeconds', problems),
    hammerByHand: form.get('hammerByHand') === 'yes',
  };
  if (problems.length > 0) return refuseForm(form, problems);
  const { scheduleLot: result } = await ask(asked, ScheduleLot, { input });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/lots/${ref}`));
}
