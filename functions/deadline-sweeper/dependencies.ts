import {
  answeringComplaintKick,
  complaintDeps,
  complaintMails,
} from '../../shared/adapters/complaintDeps.ts';
import { drawDeps, fullKick, resumeDeps } from '../../shared/adapters/drawDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { answeringKick, inspectionDeps, pagesAndMails } from '../../shared/adapters/inspectionDeps.ts';
import { listingDeps } from '../../shared/adapters/listingDeps.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import { answeringPenaltyKick, penaltyDeps, penaltyWorkers } from '../../shared/adapters/penaltyDeps.ts';
import { repairDeps, repairKick, repairWorkers } from '../../shared/adapters/repairDeps.ts';
import type { SweeperDeps } from './handler.ts';

export const dependencies = once((): SweeperDeps => {
  const resume = resumeDeps();
  const kick = answeringKick(resume, pagesAndMails);
  return {
    ...drawDeps(fullKick()),
    resume,
    inspections: {
      ...inspectionDeps(kick),
      lists: new DynamoInspections(documentClient(), environment('CORE_TABLE')),
    },
    complaints: {
      ...complaintDeps(answeringComplaintKick(resume, complaintMails)),
      lists: new DynamoComplaints(documentClient(), environment('CORE_TABLE')),
    },
    penalties: {
      ...penaltyDeps(answeringPenaltyKick(resume, penaltyWorkers)),
      lists: new DynamoPenalties(documentClient(), environment('CORE_TABLE')),
    },
    listings: listingDeps(kick),
    repairs: repairDeps(repairKick(repairWorkers), officeFromEnvironment().repairPrefix),
  };
});
