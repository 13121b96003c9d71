import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { PeopleNames } from '@huanbao/platform';

const MOST = 100;

/** The operator's pages show names; the identity room knows them. */
@Injectable()
export class IdentityNames extends PeopleNames {
  constructor(private readonly directory: Directory) {
    super();
  }

  async ofPersons(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.directory.users(ids))].map(([id, { name }]) => [id, name]));
  }

  async ofOrganisations(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.directory.organisations(ids))].map(([id, { name }]) => [id, name]));
  }

  find(text: string): Promise<readonly string[]> {
    return this.directory.idsLike(text, MOST);
  }
}
