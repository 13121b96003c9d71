/** What every visitor's page needs to name the place it serves. */
export class CityView {
  adcode!: string;
  name!: string;
  shortName!: string;
  province!: string;
  prefecture!: string;
  /** The bureau that runs the platform, with what people need to reach it. */
  bureauName!: string;
  bureauAddress!: string | null;
  bureauPhone!: string | null;
  /** Who issues permits here. */
  permitIssuerName!: string;
  /** `national`: numbers are entered from the national platform; `hj608`: allocated here. */
  permitNumbering!: 'national' | 'hj608';
}
