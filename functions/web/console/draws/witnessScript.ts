import { fromHex, toHex, utf8 } from '../../../../shared/draw/bytes.ts';
import { witnessCommitment } from '../../../../shared/draw/commitment.ts';
import { sha256Suite } from '../../../../shared/draw/hash.ts';

// Makes a witness's secret in the witness's own browser. Only the commitment is in a field with a name, so
// only the commitment is sent; the secret stands in two outputs and leaves this page on paper.

const SECRET_BYTES = 32;
/** 60 decimal digits carry 199 bits: more than the 128 that one honest witness has to bring (DR-1 §1.5). */
const FEWEST_DIGITS = 60;

const form = document.querySelector<HTMLElement>('[data-witness]');
if (form !== null) start(form);

function start(root: HTMLElement): void {
  const draw = root.dataset['draw'] ?? '';
  const id = root.dataset['witness'] ?? '';
  const find = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-part="${name}"]`);
  const field = root.querySelector<HTMLInputElement>('input[name="c"]');
  const dice = find<HTMLInputElement>('dice')?.querySelector('input');
  root.classList.remove('dr-needs-script');

  const show = (r: Uint8Array) => {
    const secret = toHex(r);
    const c = witnessCommitment(sha256Suite, draw, id, fromHex(secret));
    for (const output of root.querySelectorAll('[data-show="r"]')) output.textContent = grouped(secret);
    for (const output of root.querySelectorAll('[data-show="c"]')) output.textContent = grouped(c);
    for (const part of root.querySelectorAll<HTMLElement>('[data-after-secret]')) part.hidden = false;
    if (field !== null) field.value = c;
  };
  find('generate')?.addEventListener('click', () =>
    show(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))),
  );
  find('use-dice')?.addEventListener('click', () => {
    const digits = (dice?.value ?? '').replace(/\D/g, '');
    const enough = digits.length >= FEWEST_DIGITS;
    dice?.setAttribute('aria-invalid', String(!enough));
    if (enough) show(sha256Suite.hash(utf8(digits)));
    else dice?.focus();
  });
  find('print')?.addEventListener('click', () => print());
}

function grouped(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).join(' ');
}
