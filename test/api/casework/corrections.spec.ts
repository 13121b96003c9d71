import { Corrections, Json } from '@huanbao/casework';
import { Actor } from '@huanbao/platform';
import { authorise, licence } from './licence';
import { aFirmFor, anEnterprise, anOfficer, World } from './world';

interface Round {
  readonly id: string;
  readonly round: number;
  readonly state: string;
  readonly onUnchangedContent: boolean;
  readonly supervisorReason: string | null;
  readonly items: { readonly id: string; readonly pointer: string; readonly changed: boolean; readonly messages: { readonly side: string; readonly text: string; readonly onBehalfOfName: string | null }[] }[];
  readonly changes: { readonly pointer: string; readonly from?: Json; readonly to?: Json }[];
}

const outlets = (first: object): Json => ({ sections: { 'air-outlets': [{ id: 'r1', code: 'DA001', ...first }, { id: 'r2', code: 'DA002', longitude: 111.8 }] } }) as Json;

describe('补正', () => {
  let world: World;
  const enterprise = anEnterprise('甲石灰有限公司');
  const firm = aFirmFor(enterprise);
  const intake = anOfficer('bureau.intake');
  const supervisor = anOfficer('bureau.supervisor');

  beforeAll(async () => {
    world = await World.start('2026-11-23T02:00:00Z');
  });
  afterAll(() => world.stop());

  const item = (pointer: string): { pointer: string; label: string; requirement: string; reason: string } => ({ pointer, label: `位置 ${pointer}`, requirement: '请核实后填写', reason: 'HJ 608-2017' });
  const request = (actor: Actor, id: string, pointers: string[], snapshot: Json, supervisorReason?: string): ReturnType<typeof world.engine.requestCorrection> =>
    world.engine.requestCorrection(licence, id, 'request-correction', { actor, authorise: authorise(actor, 'test-licence.check'), items: pointers.map(item), snapshot, supervisorReason });
  const resubmit = (id: string, snapshot: Json): ReturnType<typeof world.engine.resubmit> =>
    world.engine.resubmit(licence, id, 'resubmit', { actor: enterprise, authorise: authorise(enterprise, 'test-licence.submit'), snapshot });
  const rounds = async (id: string): Promise<Round[]> => (await world.call<Round[]>(enterprise, 'GET', `/cases/${id}/corrections`)).body;

  const LONGITUDE = '/sections/air-outlets/0/longitude';
  const first = outlets({ longitude: 11.8, height: 30 });
  const mended = outlets({ longitude: 111.81, height: 30 });

  it('unlocks the flagged fields and what lies under them, whatever row number they have by then, and nothing else', async () => {
    const corrections = world.app.get(Corrections);
    const { id } = await world.submitted(enterprise);
    await expect(corrections.assertEditable(id, LONGITUDE)).rejects.toMatchObject({ code: 'case.sealed' });
    await request(intake, id, [LONGITUDE, '/sections/waste'], first);
    expect(await corrections.editableSummary(id)).toEqual({ mode: 'flagged', pointers: [LONGITUDE, '/sections/waste'] });
    await corrections.assertEditable(id, [LONGITUDE, '/sections/air-outlets/r1/longitude', '/sections/waste/0/name']);
    await expect(corrections.assertEditable(id, [LONGITUDE, '/sections/air-outlets/1/longitude', '/sections/air-outlets'])).rejects.toMatchObject({
      code: 'correction.sealed',
      errors: [{ pointer: '/sections/air-outlets/1/longitude' }, { pointer: '/sections/air-outlets' }],
    });
    await corrections.assertOnlyFlaggedChanged(id, mended);
    await expect(corrections.assertOnlyFlaggedChanged(id, outlets({ longitude: 111.81, height: 99 }))).rejects.toMatchObject({ errors: [{ pointer: '/sections/air-outlets/0/height' }] });
    const { id: draft } = await world.draft(enterprise);
    expect(await corrections.editableSummary(draft)).toEqual({ mode: 'all', pointers: [] });
  });

  it('is answered item by item from both sides, and what came back is shown as a difference', async () => {
    const { id } = await world.submitted(enterprise);
    await world.call(intake, 'POST', `/cases/${id}/claim`);
    await request(intake, id, [LONGITUDE], first);
    const itemId = (await rounds(id))[0]?.items[0]?.id as string;
    const url = `/cases/${id}/corrections/items/${itemId}/messages`;
    expect((await world.call(firm, 'POST', url, { body: { text: '已实测' } })).status).toBe(201);
    expect((await world.call(intake, 'POST', url, { body: { text: '收到' } })).status).toBe(201);
    expect((await world.call(enterprise, 'POST', url, { body: { text: ' ' } })).status).toBe(400);
    expect((await world.call(anEnterprise(), 'POST', url, { body: { text: '看看' } })).status).toBe(404);
    expect((await world.call(aFirmFor(enterprise, { verbs: ['prepare'] }), 'POST', url, { body: { text: '看看' } })).status).toBe(403);
    const other = await world.submitted(enterprise);
    expect((await world.call(enterprise, 'POST', `/cases/${other.id}/corrections/items/${itemId}/messages`, { body: { text: '别处' } })).status).toBe(404);
    const { case: back } = await resubmit(id, mended);
    expect(back).toMatchObject({ state: 'submitted', claimedBy: intake.userId, clock: 'intake', remainingDays: 3 });
    const [round] = await rounds(id);
    expect(round).toMatchObject({ state: 'answered', changes: [{ pointer: LONGITUDE, from: 11.8, to: 111.81 }] });
    expect(round?.items[0]).toMatchObject({ changed: true, messages: [{ side: 'applicant', text: '已实测', onBehalfOfName: '甲石灰有限公司' }, { side: 'bureau', text: '收到' }] });
    expect((await world.call(enterprise, 'POST', url, { body: { text: '再说一句' } })).body).toMatchObject({ code: 'correction.none' });
  });

  it('comes with one notice that lists everything at once', async () => {
    const { id } = await world.submitted(enterprise);
    await expect(request(intake, id, [], first)).rejects.toMatchObject({ code: 'correction.items' });
    await request(intake, id, [LONGITUDE, '/sections/waste'], first);
    const [notice] = await world.db.query<{ content: { items: unknown[]; title: string } }>('SELECT content FROM case_notice WHERE case_id = $1', [id]);
    expect(notice?.content.title).toBe('补正告知书');
    expect(notice?.content.items).toHaveLength(2);
  });

  it('a second time on unchanged content needs a supervisor; on changed content it does not', async () => {
    const { id } = await world.submitted(enterprise);
    await request(intake, id, [LONGITUDE], first);
    await resubmit(id, mended);
    await expect(request(intake, id, ['/sections/air-outlets/0/height', LONGITUDE], mended)).rejects.toMatchObject({ code: 'correction.supervisor-needed', extra: { pointers: ['/sections/air-outlets/0/height'] } });
    await expect(request(intake, id, ['/sections/air-outlets/0/height'], mended, '我觉得需要')).rejects.toMatchObject({ code: 'correction.supervisor-needed' });
    expect((await world.reload(id)).state).toBe('submitted');
    await request(intake, id, [LONGITUDE], mended);
    expect((await rounds(id)).map(round => [round.round, round.onUnchangedContent])).toEqual([[1, false], [2, false]]);
  });

  it('a supervisor gives the reason in person or allows the officer once; both are counted', async () => {
    const { id } = await world.submitted(enterprise);
    await request(intake, id, [LONGITUDE], first);
    await resubmit(id, mended);
    await request(supervisor, id, ['/sections/air-outlets/0/height'], mended, '首轮遗漏高度，影响限值判定');
    await resubmit(id, mended);
    const url = `/cases/${id}/corrections/permit-second`;
    expect((await world.call(intake, 'POST', url, { body: { reason: '我自己批准自己' } })).status).toBe(403);
    expect((await world.call(supervisor, 'POST', url, { body: { reason: '申请人未作答复，须再次告知' } })).status).toBe(200);
    await request(intake, id, ['/sections/air-outlets/0/height'], mended).catch(async error => {
      // After the supervisor's round the case is the supervisor's; the officer takes it over first.
      expect(error).toMatchObject({ code: 'case.claimed' });
      await world.call(supervisor, 'POST', `/cases/${id}/release`);
      await request(intake, id, ['/sections/air-outlets/0/height'], mended);
    });
    expect((await rounds(id)).map(round => [round.onUnchangedContent, round.supervisorReason])).toEqual([[false, null], [true, '首轮遗漏高度，影响限值判定'], [true, '申请人未作答复，须再次告知']]);
    await resubmit(id, mended);
    await expect(request(intake, id, ['/sections/air-outlets/0/height'], mended)).rejects.toMatchObject({ code: 'correction.supervisor-needed' });
  });

  it('survives a double click on both ends', async () => {
    const { id } = await world.submitted(enterprise);
    await Promise.all([request(intake, id, [LONGITUDE], first), request(intake, id, [LONGITUDE], first)]);
    expect(await rounds(id)).toHaveLength(1);
    await Promise.all([resubmit(id, mended), resubmit(id, mended)]);
    expect(await rounds(id)).toMatchObject([{ state: 'answered' }]);
    expect((await world.reload(id)).version).toBe(4);
  });
});
