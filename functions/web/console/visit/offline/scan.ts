import { part, type VisitRoot } from './visitDom.ts';

/** Shape Detection API, where the browser has it; not in the compiler's library. */
interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

/** A unified social credit code inside of whatever the licence's code says: the code itself, a sentence or an address. */
export function usccIn(text: string): string | undefined {
  return /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])/.exec(text)?.[0];
}

/**
 * Reads the licence's code from a photo that the phone's own camera takes, so that the page needs no right to the
 * camera. Where the browser cannot read codes, the button is not shown and the code is typed.
 */
export function licenceScan(root: VisitRoot): void {
  const Detect: DetectorClass | undefined = Reflect.get(window, 'BarcodeDetector');
  const frame = part(root.element, 'scan');
  const input = frame?.querySelector('input');
  const form = frame?.closest('form');
  const state = part(root.element, 'scan-state');
  if (Detect === undefined || frame === null || input === null || input === undefined) return;
  if (form === null || form === undefined || state === null) return;
  const typed = form.querySelector<HTMLInputElement>('input[name="uscc"]');
  const how = form.querySelector<HTMLInputElement>('input[name="how"]');
  if (typed === null || how === null) return;
  frame.hidden = false;
  typed.addEventListener('input', () => {
    how.value = 'typed';
  });
  input.addEventListener('change', async () => {
    const photo = input.files?.[0];
    input.value = '';
    if (photo === undefined) return;
    const found = await read(new Detect({ formats: ['qr_code'] }), photo);
    state.textContent = found === undefined ? root.text('visitPage.arrive.unread') : found;
    if (found === undefined) return;
    typed.value = found;
    how.value = 'scanned';
  });
}

async function read(detector: Detector, photo: Blob): Promise<string | undefined> {
  try {
    const codes = await detector.detect(await createImageBitmap(photo));
    return codes.map(({ rawValue }) => usccIn(rawValue)).find((one) => one !== undefined);
  } catch {
    // No picture, or none that this browser can open.
    return undefined;
  }
}
