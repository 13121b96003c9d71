import { Actor } from '@huanbao/platform';
import { authorise, licence } from './licence';
import { anEnterprise, anOfficer, World } from './world';

interface Detail {
  readonly case: { readonly claimedBy: string | null };
  readonly ball: { readonly holder: string; readonly name: { readonly zh: string } };
  readonly actions: string[];
  readonly timeline: { readonly kind: string; readonly text: { readonly zh: string }; readonly reason: string | null }[];
}

describe('who works on a case', () => {
  let world: World;
  const enterprise = anEnterprise();
  let intake: Actor;
  let colleague: Actor;
  let supervisor: Actor;
  let reviewer: Actor;

  beforeAll(async () => {
    world = await World.start('2026-11-23T02:00:00Z');
    intake = await world.officerOnRecord('bureau.intake');
    colleague = await world.officerOnRecord('bureau.intake');
    reviewer = await world.officerOnRecord('bureau.reviewer');
    supervisor = await world.officerOnRecord('bureau.supervisor');
  });
  afterAll(() => world.stop());

  const claim = (actor: Actor, id: string): ReturnType<typeof world.call<Detail>> => world.call<Detail>(actor, 'POST', `/cases/${id}/claim`);

  it('is one of ten officers who claim at once', async () => {
    const { id } = await world.submitted(enterprise);
    const officers = Array.from({ length: 10 }, () => anOfficer('bureau.intake'));
    const answers = await Promise.all(officers.map(officer => claim(officer, id)));
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1);
    expect(answers.filter(answer => answer.status === 409)).toHaveLength(9);
    const [{ n }] = (await world.db.query<{ n: string }>(`SELECT count(*) AS n FROM case_event WHERE case_id = $1 AND kind = 'claimed'`, [id])) as [{ n: string }];
    expect(n).toBe('1');
  });

  it('may claim again without effect, release, and is named as holder of the ball', async () => {
    const { id } = await world.submitted(enterprise);
    const claimed = await claim(intake, id);
    expect(claimed.body.ball).toMatchObject({ holder: 'officer', name: { zh: intake.name } });
    const again = await claim(intake, id);
    expect([again.status, again.etag]).toEqual([200, claimed.etag]);
    const released = await world.call<Detail>(intake, 'POST', `/cases/${id}/release`);
    expect(released.body.ball).toMatchObject({ holder: 'bureau', name: { zh: '受理岗' } });
  });

  it('is of the post that the step asks for', async () => {
    const { id } = await world.submitted(enterprise);
    expect(await claim(reviewer, id)).toMatchObject({ status: 409, body: { code: 'case.holder' } });
    expect((await claim(enterprise, id)).status).toBe(403);
    expect((await claim({ ...intake, regions: ['990202'] }, id)).status).toBe(404);
    expect((await claim(supervisor, id)).status).toBe(200);
  });

  it('keeps colleagues from acting meanwhile', async () => {
    const { id } = await world.submitted(enterprise);
    await claim(intake, id);
    const accept = (actor: Actor): Promise<unknown> => world.engine.act(licence, id, 'accept', { actor, authorise: authorise(actor, 'test-licence.check') });
    await expect(accept(colleague)).rejects.toMatchObject({ code: 'case.claimed', extra: { claimedByName: intake.name } });
    await accept(supervisor);
    expect((await world.reload(id)).claimedBy).toBeNull();
  });

  it('hands over with a reason to a suitable colleague only, and the bureau sees the history', async () => {
    const { id } = await world.submitted(enterprise);
    await claim(intake, id);
    const handOver = (actor: Actor, toUserId: string, reason = '本人出差'): ReturnType<typeof world.call<Detail>> => world.call<Detail>(actor, 'POST', `/cases/${id}/hand-over`, { body: { toUserId, reason } });
    expect(await handOver(intake, reviewer.userId)).toMatchObject({ status: 422, body: { code: 'case.hand-over-target' } });
    expect(await handOver(intake, '00000000-0000-7000-8000-000000000000')).toMatchObject({ status: 422 });
    expect(await handOver(colleague, colleague.userId)).toMatchObject({ status: 409 });
    expect(await handOver(intake, colleague.userId, ' ')).toMatchObject({ status: 400 });
    const done = await handOver(intake, colleague.userId);
    expect(done.body.case.claimedBy).toBe(colleague.userId);
    expect(done.body.timeline.at(-1)).toMatchObject({ kind: 'handed-over', text: { zh: `移交给${colleague.name}` }, reason: '本人出差' });
    expect(await world.inboxOf(colleague)).toEqual([`${intake.name}向您移交：首次申请`]);
    const seenByApplicant = await world.call<Detail>(enterprise, 'GET', `/cases/${id}`);
    expect(seenByApplicant.body.timeline.map(line => line.kind)).not.toContain('handed-over');
    expect((await handOver(supervisor, intake.userId, '重新分派')).status).toBe(200);
  });

  it('names the colleagues it can be handed over to, and them only to the bureau', async () => {
    const { id } = await world.submitted(enterprise);
    await claim(intake, id);
    const named = (actor: Actor): ReturnType<typeof world.call<{ userId: string; post: string }[]>> => world.call(actor, 'GET', `/cases/${id}/colleagues`);
    const { body } = await named(intake);
    expect(body.map(one => one.userId)).toEqual(expect.arrayContaining([colleague.userId, supervisor.userId]));
    expect(body.map(one => one.userId)).not.toContain(intake.userId);
    expect(body.map(one => one.userId)).not.toContain(reviewer.userId);
    expect(body.find(one => one.userId === colleague.userId)).toMatchObject({ post: 'bureau.intake', name: colleague.name });
    expect((await named(enterprise)).status).toBe(403);
  });

  it('shows each person only what they can do now', async () => {
    const { id } = await world.submitted(enterprise);
    const actions = async (actor: Actor): Promise<string[]> => (await world.call<Detail>(actor, 'GET', `/cases/${id}`)).body.actions;
    expect(await actions(intake)).toEqual(expect.arrayContaining(['case.claim']));
    expect(await actions(intake)).not.toEqual(expect.arrayContaining(['case.release']));
    expect(await actions(reviewer)).not.toEqual(expect.arrayContaining(['case.claim', 'case.pause']));
    expect(await actions(enterprise)).toEqual(['case.read']);
  });
});
