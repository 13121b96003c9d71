import { Injectable, OnModuleInit } from '@nestjs/common';
import { AIR_QUALITY, AQI, GROUNDWATER, SURFACE_WATER } from './quality';
import { ReferenceBook } from './reference-book';

/** Quality standards belong to no procedure: the room keeps them itself. */
@Injectable()
export class QualityBook implements OnModuleInit {
  constructor(private readonly book: ReferenceBook) {}

  onModuleInit(): void {
    this.book.keep('air-quality', { zh: '环境空气质量标准', en: 'Ambient air quality' }, AIR_QUALITY);
    this.book.keep('aqi', { zh: '空气质量指数断点', en: 'Air quality index' }, AQI);
    this.book.keep('surface-water', { zh: '地表水环境质量标准', en: 'Surface water quality' }, SURFACE_WATER);
    this.book.keep('groundwater', { zh: '地下水质量标准', en: 'Groundwater quality' }, GROUNDWATER);
  }
}
