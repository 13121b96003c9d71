import { Controller, Get, Inject } from '@nestjs/common';
import { CITY, City, Public } from '@huanbao/platform';
import { CityView } from './city.view';

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
      bureauAddress: bureau.address ?? null,
      bureauPhone: bureau.phone ?? null,
      permitIssuerName: permitIssuer.name,
      permitNumbering: this.city.permitNumbering,
    };
  }
}
