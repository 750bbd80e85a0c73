import { catalogue } from '../../../shared/messages/catalogue.ts';
import type { Office } from '../../../shared/notice/office.ts';
import type { ServedAsset } from '../kit/assets.ts';
import type { Site } from '../kit/http/webApp.ts';
import { navigation } from './navigation.ts';

/** What every function that serves pages of the office has in common: its name, its navigation and its words. */
export function consoleSite(
  office: Pick<Office, 'name' | 'nameEn'>,
  assets: readonly ServedAsset[],
): Pick<Site, 'office' | 'navigation' | 'assets' | 'catalogue'> {
  return { office: { zh: office.name, en: office.nameEn }, navigation, assets, catalogue };
}
