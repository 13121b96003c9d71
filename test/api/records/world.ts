import { seedPermitsDemo } from '@huanbao/permits';
import type { City } from '@huanbao/platform';
import { exchange, listening } from '../../harness/http';
import { Answer, Any, Person, PermitWorld } from '../permits/world';

export type { Any, Person };

/** The demonstration city's permit of the hospital, issued on 2026-11-23, and people who stand to it in every way. */
export class RecordsWorld {
  private constructor(
    readonly world: PermitWorld,
    readonly permitId: string,
  ) {}

  static async begin(city: Partial<City> = {}): Promise<RecordsWorld> {
    const world = await PermitWorld.begin(city);
    // what the papers of the seed say is nothing to these tests, and reading one starts two processes
    world.leaves = ['file.extract-text', 'evidence.read-document'];
    await world.db.transaction(() => seedPermitsDemo(world.api, world.demo));
    const [permit] = await world.db.query<{ id: string }>('SELECT id FROM permit');
    return new RecordsWorld(world, permit?.id as string);
  }

  end = (): Promise<void> => this.world.end();
  /** The hospital, whose permit it is. */
  hospital = (role = 'enterprise.admin'): Promise<Person> => this.world.as(role, 1);
  lime = (): Promise<Person> => this.world.as('enterprise.admin', 0);
  officer = (role = 'bureau.enforcer'): Promise<Person> => this.world.as(role);

  /** One request with a key of a program. */
  async program(key: string, call: { method: 'GET' | 'POST'; path: string; body?: object; idempotencyKey?: string }): Promise<Answer<Any>> {
    const reply = await exchange(this.world.api, {
      method: call.method, url: `/api/v1${call.path}`, headers: { authorization: `Bearer ${key}`, ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}) }, ...(call.body ? { payload: call.body } : {}),
    });
    return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
  }

  async upload(person: Person, path: string, form: { payload: string; boundary: string }): Promise<Answer<Any>> {
    const reply = await exchange(this.world.api, { method: 'POST', url: `/api/v1${path}`, payload: form.payload, headers: { ...person.headers, 'content-type': `multipart/form-data; boundary=${form.boundary}` } });
    return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
  }

  /** A workbook sent as a browser sends it. */
  async sheet(person: Person, path: string, bytes: Buffer): Promise<Answer<Any>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), 'records.xlsx');
    const response = await fetch(`${await listening(this.world.api)}/api/v1${path}`, { method: 'POST', headers: person.headers, body: form });
    return { status: response.status, body: await response.json(), headers: {}, raw: Buffer.alloc(0) };
  }

  /** A new key of the hospital with these scopes. */
  async key(scopes: string[], expiresOn = '2027-06-30'): Promise<string> {
    const hospital = await this.hospital();
    const answer = await hospital.post(`/organisations/${hospital.orgId}/api-tokens`, { name: '生产系统', scopes, expiresOn });
    if (answer.status !== 201) throw new Error(`token: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.key as string;
  }
}
