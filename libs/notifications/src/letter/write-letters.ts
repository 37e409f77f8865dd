import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { catchUp, DomainDatabase, Jobs, newId, systemViewer } from '@stx/platform';
import { FollowJournals } from '../cause/follow-journals.js';
import { LotHistory } from '../cause/lot-history.js';
import { isMandatory, kindsWith } from '../notification/kinds.js';
import type { Audience } from '../notification/told.js';
import { Memberships } from '../people/memberships.js';
import { MailSettings } from '../settings/mail-settings.js';
import { composeLetter, type LetterItem } from './compose-letter.js';
import { wakeWriter, WRITE_LETTERS } from './wake-writer.js';

const BATCH = 50;
const DIGEST_BATCH = 1_000;
/** A bidder is mailed about one lot no more often, however often outbid. */
const OUTBID_EVERY_MS = 600_000;
const DIGEST_KINDS = kindsWith(({ mail }) => mail === 'DIGEST');

type DueItem = LetterItem & Audience & { id: string; about: Date; happenedAt: Date; caseKey: string };

/** Writes letters for what is due. The letter is a fact; identity, which knows addresses, sends it. */
@Injectable()
export class WriteLetters implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(FollowJournals) private readonly follow: FollowJournals,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(MailSettings) private readonly settings: MailSettings,
    @Inject(LotHistory) private readonly lots: LotHistory,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(WRITE_LETTERS, () => this.run());
  }

  async run(now = new Date()): Promise<void> {
    // whom an organization's letter reaches is decided on the newest word of identity
    await catchUp(this.db, this.follow.subscriptions[0]!);
    while ((await this.db.change(() => this.writeBatch(now))) === BATCH);
    while ((await this.db.change(() => this.writeDigests(now))) === DIGEST_BATCH);
  }

  /** Letters about one notification each. @returns how many dispatches were dealt with */
  private async writeBatch(now: Date): Promise<number> {
    const due = await this.due(now, 'n.kind <> ALL ($2)', BATCH);
    for (const item of due) {
      const waitUntil = await this.mustWait(item, now);
      if (waitUntil) {
        await this.postpone(item, waitUntil);
        continue;
      }
      if (await this.isStillNews(item, now)) {
        for (const personId of await this.memberships.peopleOf(item)) await this.write(personId, [item], now);
      }
      await this.done(item, now);
    }
    return due.length;
  }

  /** One letter a person for everything that waits for the digest. */
  private async writeDigests(now: Date): Promise<number> {
    const due = await this.due(now, 'n.kind = ANY ($2)', DIGEST_BATCH);
    const letters = new Map<string, DueItem[]>();
    for (const item of due) {
      for (const personId of await this.memberships.peopleOf(item))
        letters.set(personId, [...(letters.get(personId) ?? []), item]);
      await this.done(item, now);
    }
    for (const [personId, items] of letters) await this.write(personId, items, now);
    return due.length;
  }

  private due(now: Date, where: string, limit: number): Promise<DueItem[]> {
    return this.db.query<DueItem>(
      `SELECT n.id, d.about, n.kind, n.case_key AS "caseKey", n.ref, n.title_zh AS "titleZh", n.title_en AS "titleEn",
              n.person_id AS "personId", n.organization_id AS "organizationId", n.roles, n.data, n.path,
              n.due_at AS "dueAt", n.happened_at AS "happenedAt"
         FROM dispatch d JOIN notification n ON n.id = d.notification_id
        WHERE d.done_at IS NULL AND d.due_at <= $1 AND ${where}
        ORDER BY d.due_at, n.id LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED`,
      [now, DIGEST_KINDS],
    );
  }

  private async mustWait({ id, kind }: DueItem, now: Date): Promise<Date | null> {
    if (kind !== 'OUTBID') return null;
    const [last] = await this.db.query<{ at: Date | null }>(
      'SELECT max(written_at) AS at FROM letter WHERE notification_id = $1',
      [id],
    );
    const next = last?.at ? new Date(last.at.getTime() + OUTBID_EVERY_MS) : now;
    return next > now ? next : null;
  }

  /** What was told anew since has a letter of its own, and nobody is sent to bid where bidding is over. */
  private async isStillNews({ kind, caseKey, about, happenedAt }: DueItem, now: Date): Promise<boolean> {
    if (happenedAt.getTime() !== about.getTime()) return false;
    return kind !== 'OUTBID' || !(await this.lots.of(caseKey, now))?.isEnded;
  }

  private async write(personId: string, items: DueItem[], now: Date): Promise<void> {
    const { language, off } = await this.settings.of(personId);
    const wanted = items.filter(({ kind }) => isMandatory(kind) || !off.has(kind));
    const fresh: DueItem[] = [];
    for (const item of wanted) if (await this.isFirst(personId, item, now)) fresh.push(item);
    if (fresh.length === 0) return;
    const data = composeLetter(newId(), language, fresh, now);
    this.db.record({ type: 'LetterWritten', subjectId: personId, data, by: systemViewer });
  }

  private async isFirst(personId: string, { id, about }: DueItem, now: Date): Promise<boolean> {
    const added = await this.db.query(
      `INSERT INTO letter (id, notification_id, person_id, about, written_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [newId(), id, personId, about, now],
    );
    return added.length > 0;
  }

  private async done({ id, about }: DueItem, now: Date): Promise<void> {
    await this.db.query('UPDATE dispatch SET done_at = $3 WHERE notification_id = $1 AND about = $2', [
      id,
      about,
      now,
    ]);
  }

  private async postpone({ id, about }: DueItem, until: Date): Promise<void> {
    await this.db.query('UPDATE dispatch SET due_at = $3 WHERE notification_id = $1 AND about = $2', [
      id,
      about,
      until,
    ]);
    await wakeWriter(this.db, this.jobs, until);
  }
}
