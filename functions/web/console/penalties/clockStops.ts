import { clockStops } from '../../../../shared/law/penaltyProcedure.ts';

/** What a person stops the ninety days for: a hearing and an announcement stop them by themselves. */
export const clockStopsByHand = clockStops.filter(
  ({ rule }) => rule !== 'hearing' && rule !== 'announcement',
);
