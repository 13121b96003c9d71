/** What people are called. The platform knows no users: the composition brings who does. */
export abstract class PeopleNames {
  /** Names of persons by id; who is unknown is missing. */
  abstract ofPersons(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Names of organisations by id; what is unknown is missing. */
  abstract ofOrganisations(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Ids of persons and organisations whose name or account contains the text, at most 200. */
  abstract find(text: string): Promise<readonly string[]>;
}
