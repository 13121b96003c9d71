import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { AppUser } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import type { Actor } from '@huanbao/platform';
import { World } from '../documents/world';
import { aTown, mailOf, Town } from './people';

interface Received {
  readonly to: string[];
  readonly source: string;
  readonly mail: ParsedMail;
}

/** A mail server that takes what comes, or refuses the next few. */
class PostOffice {
  readonly received: Received[] = [];
  refuse = 0;
  private readonly server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (this.refuse > 0) {
          this.refuse -= 1;
          return done(Object.assign(new Error(`mailbox of ${session.envelope.rcptTo[0]?.address} is busy`), { responseCode: 451 }));
        }
        const source = Buffer.concat(pieces).toString('utf8');
        void simpleParser(source).then(mail => {
          this.received.push({ to: session.envelope.rcptTo.map(each => each.address), source, mail });
          done();
        });
      });
    },
  });

  async open(): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close = (): Promise<void> => new Promise(resolve => this.server.close(() => resolve()));
}

const tell = (world: World, to: Actor, over: { title?: { zh: string; en: string }; body?: { zh: string; en: string } } = {}): Promise<void> =>
  world.app.get(Notifier).notify({ to: { userIds: [to.userId] }, topic: 'permits', title: { zh: '需要补正', en: 'Please correct' }, body: { zh: '请在 3 日内补正。', en: 'Correct it within 3 days.' }, link: '/e/:orgId/permits', key: randomUUID(), ...over });

describe('mail by SMTP', () => {
  const post = new PostOffice();
  let world: World;
  let town: Town;
  beforeAll(async () => {
    world = await World.start({ MAIL_URL: await post.open(), HB_PUBLIC_URL: 'https://hb.example.gov.cn' });
    town = await aTown(world);
  });
  beforeEach(() => {
    post.received.length = 0;
  });
  afterAll(async () => {
    await world.stop();
    await post.close();
  });

  it('goes to the person alone, as text and as a page, in the language the person reads', async () => {
    await world.db.repo(AppUser).update({ id: town.colleague.userId }, { preferences: { language: 'en' } as never });
    await tell(world, town.enterprise);
    await tell(world, town.colleague);
    expect(await world.runJobs('notification.mail')).toBe(2);
    const [zh, en] = post.received as [Received, Received];
    expect([zh.to, en.to]).toEqual([[mailOf(town.enterprise)], [mailOf(town.colleague)]]);
    expect([zh.mail.subject, en.mail.subject]).toEqual(['需要补正', 'Please correct']);
    expect(zh.mail.text).toContain(`查看：https://hb.example.gov.cn/e/${town.enterprise.orgId}/permits`);
    expect(en.mail.text).toContain(`Open: https://hb.example.gov.cn/e/${town.colleague.orgId}/permits`);
    expect(zh.mail.html).toContain('<html lang="zh-CN">');
    expect(en.mail.html).toContain('<html lang="en">');
    expect(`${en.mail.html}${en.mail.text}${en.mail.subject}`).not.toMatch(/\p{Script=Han}/u);
    expect(zh.mail.from?.value[0]?.address).toBe('no-reply@hb.example.gov.cn');
    expect(zh.mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('refused once, it is tried again and arrives once, under the same number', async () => {
    post.refuse = 1;
    await tell(world, town.enterprise);
    await expect(world.runJobs('notification.mail')).rejects.toThrow('ended as failed');
    expect(post.received).toEqual([]);
    const [job] = await world.db.query<{ attempts: number; error: string; id: string }>(`SELECT id, attempts, error FROM outbox WHERE job = 'notification.mail' AND done_at IS NULL`);
    expect(job?.attempts).toBe(1);
    // what went wrong is on record, whose mailbox it was is not
    expect(job?.error).toMatch(/busy/);
    expect(job?.error).not.toContain(mailOf(town.enterprise));
    expect(await world.runJobs('notification.mail')).toBe(1);
    expect(await world.runJobs('notification.mail')).toBe(0);
    expect(post.received).toHaveLength(1);
    expect(post.received[0]?.mail.messageId).toBe(`<${job?.id}@hb.example.gov.cn>`);
  });

  it('names and titles can neither add a header nor a reader, nor become part of the page', async () => {
    const evil = '炉渣\r\nBcc: thief@example.com\r\n\r\n<script>alert(1)</script>';
    await tell(world, town.enterprise, { title: { zh: evil, en: evil }, body: { zh: '<img src=x onerror=alert(1)>', en: '' } });
    await world.runJobs('notification.mail');
    const [{ mail, to, source }] = post.received as [Received];
    expect(to).toEqual([mailOf(town.enterprise)]);
    expect(mail.bcc).toBeUndefined();
    expect(source.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(mail.html).not.toMatch(/<script|<img/);
    expect(mail.html).toContain('&lt;img src=x');
  });

  it('a person who is no more, or an address without a server, ends or waits, and nothing is sent twice', async () => {
    await tell(world, town.stranger);
    await world.db.query('DELETE FROM notification WHERE user_id = $1', [town.stranger.userId]);
    expect(await world.runJobs('notification.mail')).toBe(1);
    expect(post.received).toEqual([]);
  });
});

describe('mail without a server', () => {
  it('is a file for each message; a second delivery writes the same file', async () => {
    const world = await World.start();
    try {
      const town = await aTown(world);
      await tell(world, town.enterprise);
      await world.runJobs('notification.mail');
      await world.db.query(`UPDATE outbox SET done_at = NULL, locked_until = NULL`);
      await world.runJobs('notification.mail');
      const folder = world.env.MAIL_URL.slice('file:'.length);
      const files = readdirSync(folder);
      expect(files).toHaveLength(1);
      const mail = await simpleParser(readFileSync(join(folder, files[0] as string)));
      expect([mail.subject, mail.to && 'text' in mail.to && mail.to.text]).toEqual(['需要补正', mailOf(town.enterprise)]);
    } finally {
      await world.stop();
    }
  });
});
