import type { Park, ParkEnterprise } from '../entities';

export class ParkItemView {
  id!: string;
  name!: string;
  regionCode!: string;
  keptByName!: string;
  enterpriseCount!: number;
  version!: number;
  updatedAt!: string;
}

export class ParkPageView {
  items!: ParkItemView[];
  nextCursor!: string | null;
}

export class ParkEnterpriseView {
  enterpriseId!: string;
  enterpriseName!: string;
}

export class ParkView extends ParkItemView {
  enterprises!: ParkEnterpriseView[];
}

export const parkItem = ({ id, name, regionCode, keptByName, enterpriseCount, version, updatedAt }: Park): ParkItemView => ({ id, name, regionCode, keptByName, enterpriseCount, version, updatedAt: updatedAt.toISOString() });

export const parkView = (park: Park, enterprises: readonly ParkEnterprise[]): ParkView => ({ ...parkItem(park), enterprises: enterprises.map(({ enterpriseId, enterpriseName }) => ({ enterpriseId, enterpriseName })) });
