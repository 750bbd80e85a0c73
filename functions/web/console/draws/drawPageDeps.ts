import type { UserStore } from '../../../../shared/access/user.ts';
import type { DrawDeps, DrawFiles } from '../../../../shared/draw/ceremony/ports.ts';
import type { PlanStore } from '../../../../shared/plan/planStore.ts';

/** What the pages of the draws need. */
export interface DrawPageDeps {
  readonly draws: DrawDeps;
  readonly drawFiles: Pick<DrawFiles, 'get'>;
  readonly plans: PlanStore;
  readonly users: UserStore;
  readonly office: { readonly name: string; readonly nameEn: string; readonly code: string };
  readonly publicityUrl: string;
}
