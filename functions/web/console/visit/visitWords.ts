import { inspectionMessages } from '../../../../shared/inspection/messages.ts';
import { createCatalogue } from '../../../../shared/messages/message.ts';
import { visitPageMessages } from '../../../../shared/messages/visitPages.ts';

/** Texts of the visit page and of the printed record. */
export const words = createCatalogue(visitPageMessages, inspectionMessages).text;
