import { kitMessages } from '../../../shared/messages/kit.ts';
import { createCatalogue } from '../../../shared/messages/message.ts';

/** The kit's own texts. Kept apart from the console's catalogue, so that a small function stays small. */
export const words = createCatalogue(kitMessages).text;
