import { part, type VisitRoot } from './visitDom.ts';

/** The frame in which the agency signs with a finger, a pen or a mouse. What is drawn becomes a PNG of the case. */
export function signaturePad(root: VisitRoot, keep: (file: Blob, name: string) => Promise<void>): void {
  const frame = part(root.element, 'pad');
  const canvas = frame?.querySelector('canvas');
  const pen = canvas?.getContext('2d');
  if (frame === null || canvas === null || canvas === undefined || pen === null || pen === undefined) return;
  frame.hidden = false;
  let strokes = 0;
  const clear = () => {
    strokes = 0;
    // White, not transparent: it is looked at and printed on its own.
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
  };
  const place = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [
      ((clientX - box.left) * canvas.width) / box.width,
      ((clientY - box.top) * canvas.height) / box.height,
    ];
  };
  clear();
  pen.lineWidth = 4;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(event));
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    strokes += 1;
    pen.lineTo(...place(event));
    pen.stroke();
  });
  part(frame, 'pad-clear')?.addEventListener('click', clear);
  part(frame, 'pad-use')?.addEventListener('click', () => {
    const state = part(frame, 'pad-state');
    if (state !== null) state.textContent = strokes === 0 ? root.text('visitPage.pad.empty') : '';
    if (strokes === 0) return;
    canvas.toBlob((image) => {
      if (image !== null) void keep(image, 'signature.png').then(clear);
    }, 'image/png');
  });
}
