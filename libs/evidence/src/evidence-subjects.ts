import { Injectable } from '@nestjs/common';

/** A record whose documents are read and compared: an application for a permit, an execution report. */
export interface EvidenceSubject {
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly siteName: string;
  readonly regionCode: string;
  /** Whether a document stored at this moment was handed in with it: from then on it is compared with those of others. */
  readonly isHandedIn: (storedAt: Date) => boolean;
}

export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

interface Room {
  readonly find: (id: string) => Promise<EvidenceSubject | null>;
  /** Where its form puts the site; null where it does not say. */
  readonly siteOf: (id: string) => Promise<Place | null>;
}

/** Rooms say here which of their records have documents to compare; this room knows none but the application. */
@Injectable()
export class EvidenceSubjects {
  private readonly rooms = new Map<string, Room>();

  register(type: string, room: Room): void {
    this.rooms.set(type, room);
  }

  has(type: string): boolean {
    return this.rooms.has(type);
  }

  async find(type: string, id: string): Promise<EvidenceSubject | null> {
    return (await this.rooms.get(type)?.find(id)) ?? null;
  }

  async siteOf(type: string, id: string): Promise<Place | null> {
    return (await this.rooms.get(type)?.siteOf(id)) ?? null;
  }
}

/** A place as forms hold it, as numbers. */
export function placeOf(location: unknown): Place | null {
  const { longitude, latitude } = (location ?? {}) as { readonly longitude?: unknown; readonly latitude?: unknown };
  const [east, north] = [Number(longitude ?? NaN), Number(latitude ?? NaN)];
  return Number.isFinite(east) && Number.isFinite(north) ? { longitude: east, latitude: north } : null;
}
