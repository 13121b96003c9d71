import { Controller, Get, Inject } from '@nestjs/common';
import { CITY, City, Public } from '@huanbao/platform';

/** What every visitor's page needs to name the place it serves. */
export class CityView {
  adcode!: string;
  name!: string;
  shortName!: string;
  province!: string;
  prefecture!: string;
  /** The bureau that runs the platform, with what people need to reach it. */
  bureauName!: string;
  bureauAddress!: string;
  bureauPhone!: string;
  /** Who issues permits here. */
  permitIssuerName!: string;
  /** `national`: numbers are entered from the national platform; `hj608`: allocated here. */
  permitNumbering!: 'national' | 'hj608';
}

@Controller('public')
export class PublicController {
  constructor(@Inject(CITY) private readonly city: City) {}

  /** The place this platform is set up for. */
  @Get('city') @Public()
  show(): CityView {
    const { bureau, permitIssuer, prefecture } = this.city;
    return {
      adcode: this.city.adcode,
      name: this.city.name,
      shortName: this.city.shortName,
      province: this.city.province,
      prefecture: prefecture.name,
      bureauName: bureau.name,
      bureauAddress: bureau.address,
      bureauPhone: bureau.phone,
      permitIssuerName: permitIssuer.name,
      permitNumbering: this.city.permitNumbering,
    };
  }
}
