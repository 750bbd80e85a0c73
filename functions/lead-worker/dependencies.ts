import { ulid } from 'ulid';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoLeads } from '../../shared/adapters/dynamoLeads.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { DynamoRisk } from '../../shared/adapters/dynamoRisk.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { inspectionKick, pagesAndMails } from '../../shared/adapters/inspectionDeps.ts';
import { listingDeps } from '../../shared/adapters/listingDeps.ts';
import { once } from '../../shared/adapters/once.ts';
import { penaltyDeps, penaltyKick } from '../../shared/adapters/penaltyDeps.ts';
import { riskDeps } from '../../shared/adapters/riskDeps.ts';
import { takeListingLead } from '../../shared/listing/leads.ts';
import { type PenaltyLeadDeps, takePenaltyLead } from '../../shared/penalty/leads.ts';
import type { LeadWorkerDeps } from './takers.ts';

export const dependencies = once((): LeadWorkerDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const penalties: PenaltyLeadDeps = {
    // Waking the reconciler would be a circle of rights: its schedule starts the execution.
    ...penaltyDeps(penaltyKick({})),
    register: new DynamoRegister(client, core),
    newId: ulid,
  };
  const listings = listingDeps(inspectionKick(pagesAndMails));
  return {
    risk: { ...riskDeps(), lists: new DynamoRisk(client, core) },
    leads: new DynamoLeads(client, core),
    procedures: {
      penalty: (lead) => takePenaltyLead(penalties, lead),
      listing: (lead) => takeListingLead(listings, lead),
    },
  };
});
