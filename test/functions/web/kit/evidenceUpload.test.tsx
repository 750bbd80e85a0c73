import { describe, expect, it } from 'vitest';
import {
  type EvidenceRow,
  EvidenceUpload,
  type EvidenceUploadProps,
} from '../../../../functions/web/kit/components/evidenceUpload.tsx';
import type { PageContext } from '../../../../functions/web/kit/context.tsx';
import { renderDocument } from '../../../../functions/web/kit/document.tsx';
import { sizeText } from '../../../../functions/web/kit/fileSize.ts';
import { PublicPage } from '../../../../functions/web/kit/layouts/publicPage.tsx';
import { catalogue } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';

const file = (no: number, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
  id: `e${no}`,
  fileName: `现场 ${no}.jpg`,
  type: 'jpeg',
  size: 3_565_158,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  purpose: '现场照片',
  at: '2026年11月25日 10:00',
  by: '张检查',
  href: `/evidence/e${no}`,
  ...more,
});
const form = { url: 'https://files.example/uploads', fields: { key: 'evidence/IN-1/e9', Policy: 'p' } };

function render(props: Partial<EvidenceUploadProps>, lang: Lang = 'zh', problems: readonly Problem[] = []) {
  const context: PageContext = {
    lang,
    method: 'GET',
    path: '/visit',
    query: {},
    office: { zh: '示例局', en: 'Office' },
    assets: { screenCss: '/s.css', printCss: '/p.css', script: '/s.js', witness: '/w.js' },
    navigation: [],
    problemText: (problem) => catalogue.problemText(lang, problem),
    csrfToken: () => 'token',
    newKey: () => 'key',
  };
  return renderDocument(
    <PublicPage title="证据" problems={problems}>
      <EvidenceUpload label="现场照片" files={[]} {...props} />
    </PublicPage>,
    context,
  );
}

describe('the form', () => {
  it('names its limits before the control and sends the file last, without script', () => {
    const page = render({ form, files: [file(1)] });
    const limits = page.indexOf('JPEG、PNG、PDF，不超过 20 MB。最多 30 个，已有 1 个。');
    const control = page.indexOf('type="file"');
    expect(limits).toBeGreaterThan(0);
    expect(control).toBeGreaterThan(limits);
    expect(page).toContain('action="https://files.example/uploads"');
    expect(page).toContain('enctype="multipart/form-data"');
    expect(page.lastIndexOf('type="hidden"')).toBeLessThan(control);
    expect(page).toContain('accept="image/jpeg,image/png,application/pdf"');
    expect(page).not.toMatch(/capture=|multiple/);
    expect(render({ form }, 'en')).toContain(
      'JPEG, PNG, PDF, no larger than 20 MB. At most 30 files, 0 are here.',
    );
  });

  it('asks a phone for its camera where a photo is wanted', () => {
    const page = render({ form, capture: true });
    expect(page).toContain('capture="environment"');
    expect(page).toContain('accept="image/jpeg,image/png"');
    expect(page).toContain('可以是 JPEG、PNG，');
  });

  it('explains a refused file beside its control, whatever the file store calls it', () => {
    const problem = { code: 'evidence.truncated', params: { name: 'a.jpg', type: 'JPEG' }, field: 'photo-3' };
    const page = render({ form, field: 'photo-3' }, 'zh', [problem]);
    expect(page).toMatch(/id="f-photo-3" name="file"/);
    expect(page).toMatch(/id="f-photo-3-error"[^>]*>.*“a.jpg”不完整/);
    expect(page).toContain('href="#f-photo-3"');
  });

  it('is replaced by a sentence when nothing more fits, and left out for who may only look', () => {
    const full = render({ form, files: Array.from({ length: 30 }, (_, no) => file(no)) });
    expect(full).toContain('已有 30 个文件，不能再加。');
    expect(full).not.toContain('<form');
    expect(render({ files: [file(1)] })).not.toContain('<form');
  });
});

describe('the list', () => {
  it('says name, kind, size, hash, time and sender, and leads to a download', () => {
    const page = render({ files: [file(1)] });
    for (const part of [
      '<bdi>现场 1.jpg</bdi>',
      'JPEG',
      '3.4 MB',
      '>9f86<',
      '2026年11月25日 10:00',
      '张检查',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).toContain('href="/evidence/e1" aria-label="下载 现场 1.jpg"');
    expect(page).not.toMatch(/<(img|embed|object|iframe)/);
  });

  it('says so when there is none', () => {
    expect(render({})).toContain('还没有上传文件');
    expect(render({}, 'en')).toContain('No file has been uploaded yet');
  });
});

it.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [1024, '1 KB'],
  [1024 * 1024 - 1, '1 MB'],
  [20 * 1024 * 1024, '20 MB'],
  [3_565_158, '3.4 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText('zh', bytes)).toBe(text);
});
