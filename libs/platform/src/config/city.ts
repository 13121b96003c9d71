import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Area, loadBoundary } from './boundary';
import { flawsOfCity } from './city-check';

/** An office that may issue documents in its own name. */
export interface Issuer {
  readonly code: string;
  readonly name: string;
  /** Left out until somebody has confirmed it: pages and papers then say nothing rather than something wrong. */
  readonly address?: string;
  readonly phone?: string;
}

/** The city is configuration: nothing in the code knows a place name or an adcode. */
export interface City {
  readonly adcode: string;
  readonly name: string;
  readonly shortName: string;
  readonly province: string;
  readonly prefecture: { readonly adcode: string; readonly name: string };
  /** The bureau that runs this platform (e.g. 县级分局). */
  readonly bureau: Issuer;
  /** Who signs permits: 市级以上 by law (排污许可管理条例 art. 6), so not always the bureau itself. */
  readonly permitIssuer: Issuer;
  /** `national`: the number is entered from the national platform; `hj608`: allocated here by HJ 608-2017. */
  readonly permitNumbering: 'national' | 'hj608';
  /** Bounding box in WGS-84 degrees used for plausibility of coordinates; the polygon file refines it. */
  readonly bounds: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly boundaryFile?: string;
  /** What `boundaryFile` holds: an outline for plausibility, not the legal border. */
  readonly boundary?: Area;
  /** The key region for air that the whole city belongs to, with what says so; left out where it belongs to none or only in parts. */
  readonly airKeyRegion?: AirKeyRegion;
  /** What numbers of printed notices begin with, e.g. `孝环许` in 孝环许受〔2026〕12号. Default: short name + 环许. */
  readonly noticePrefix?: string;
  /** Open data of tenders: the registered prefix of its identifiers and the address of the licence; left out until the city has them. */
  readonly openContracting?: { readonly prefix?: string; readonly license?: string };
  /** Where a decision can be contested; named on decisions when set. */
  readonly remedyBodies?: { readonly reconsideration: string; readonly court: string };
}

/** 大气污染防治重点区域: special limits hold there. `verified`: somebody has compared it with the document. */
export interface AirKeyRegion {
  readonly name: string;
  readonly legalBasis: string;
  readonly since: string;
  readonly verified: boolean;
}

/** Reads the city file and its boundary. @throws Error with the path when one is missing or not JSON, and with every member that does not fit. */
export function loadCity(file: string): City {
  const path = resolve(file);
  let city: unknown;
  try {
    city = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`City configuration ${path} cannot be read: ${(error as Error).message}`);
  }
  const flaws = flawsOfCity(city);
  if (flaws.length > 0) throw new Error(`City configuration ${path} is not usable:\n  ${flaws.join('\n  ')}`);
  const { boundaryFile } = city as City;
  return { ...(city as City), ...(boundaryFile ? { boundary: loadBoundary(boundaryFile) } : {}) };
}
