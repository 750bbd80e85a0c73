import { accessMessages } from './access.ts';
import { kitMessages } from './kit.ts';
import { createCatalogue } from './message.ts';

/**
 * Every text of the console. A domain adds its table here, one import and one argument.
 * A function with a tight bundle (the public intake) builds a smaller catalogue from the tables it shows.
 */
export const catalogue = createCatalogue(kitMessages, accessMessages);

/** `text('zh', 'kit.save')`; an unknown code or a missing placeholder does not compile. */
export const text = catalogue.text;
