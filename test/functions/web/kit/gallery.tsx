import * as z from 'zod';
import { BarChart } from '../../../../functions/web/kit/components/barChart.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../../../functions/web/kit/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../../../functions/web/kit/components/choiceFields.tsx';
import { DataTable, sortFrom } from '../../../../functions/web/kit/components/dataTable.tsx';
import { DateInput } from '../../../../functions/web/kit/components/dateInput.tsx';
import { FileInput } from '../../../../functions/web/kit/components/fileInput.tsx';
import { Filters } from '../../../../functions/web/kit/components/filters.tsx';
import { Form } from '../../../../functions/web/kit/components/form.tsx';
import { Hash } from '../../../../functions/web/kit/components/hash.tsx';
import {
  Details,
  Inset,
  NotificationBanner,
  Panel,
  Warning,
} from '../../../../functions/web/kit/components/notices.tsx';
import { Pagination } from '../../../../functions/web/kit/components/pagination.tsx';
import { Paper } from '../../../../functions/web/kit/components/paper.tsx';
import { SummaryList } from '../../../../functions/web/kit/components/summaryList.tsx';
import { Tag, type Tone } from '../../../../functions/web/kit/components/tag.tsx';
import { Textarea, TextInput } from '../../../../functions/web/kit/components/textFields.tsx';
import { Timeline } from '../../../../functions/web/kit/components/timeline.tsx';
import type { Values } from '../../../../functions/web/kit/context.tsx';
import { formFields, listOf, readDate, readForm } from '../../../../functions/web/kit/http/readForm.ts';
import { page, redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute, type Route, staffRoute } from '../../../../functions/web/kit/http/route.ts';
import { ConsolePage } from '../../../../functions/web/kit/layouts/consolePage.tsx';
import { PaperPage } from '../../../../functions/web/kit/layouts/paperPage.tsx';
import { PublicPage } from '../../../../functions/web/kit/layouts/publicPage.tsx';
import { defineMessages } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';

/** Every component of the kit on a few pages, for the browser tests. */

export const galleryMessages = defineMessages({
  'gallery.name.missing': { zh: '请填写机构名称', en: 'Enter the name of the agency' },
  'gallery.kind.missing': { zh: '请选择机构类别', en: 'Choose the kind of agency' },
  'gallery.item.missing': { zh: '请至少选择一个抽查事项', en: 'Choose at least one inspection item' },
  'gallery.saved': { zh: '已保存：{name}', en: 'Saved: {name}' },
});

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const agencies = Array.from({ length: 24 }, (_, index) => ({
  uscc: `91110105MA01234${String(index).padStart(2, '0')}X`,
  name: `北京示例知识产权代理有限公司第${index + 1}分公司`,
  district: index % 3 === 0 ? '海淀区' : '朝阳区',
  practitioners: (index * 37) % 211,
  tone: (['neutral', 'active', 'waiting', 'done', 'overdue'] as const)[index % 5] ?? 'neutral',
}));

const toneWords: Readonly<Record<Tone, string>> = {
  neutral: '未开始',
  active: '检查中',
  waiting: '待复核',
  done: '已公示',
  overdue: '已逾期',
};

const choices = [
  { value: 'patent', label: '专利代理机构', hint: '持有专利代理机构执业许可证' },
  {
    value: 'trademark',
    label: '商标代理机构',
    conditional: <TextInput name="record" label="备案号" width={10} />,
  },
];

const items = [
  { value: '1', label: '专利代理机构执业许可条件' },
  { value: '2', label: '专利代理师执业情况' },
  { value: '3', label: '商标代理行为' },
];

function formPage(values: Values, problems: readonly Problem[]) {
  return (
    <ConsolePage title="登记机构" back={{ href: '/list', label: '返回名录' }} problems={problems}>
      <Form action="/form" values={values} version={3}>
        <TextInput name="name" label="机构名称" hint="与营业执照一致" />
        <TextInput name="uscc" label="统一社会信用代码" code width={20} />
        <Radios name="kind" label="机构类别" choices={choices} />
        <Checkboxes name="item" label="抽查事项" choices={items} />
        <DateInput name="visit" label="检查日期" hint="例如 2026 年 12 月 1 日" />
        <Select
          name="district"
          label="所在区"
          choices={[
            { value: '110105', label: '朝阳区' },
            { value: '110108', label: '海淀区' },
          ]}
        />
        <TextInput name="share" label="比例" width={4} suffix="%" inputMode="numeric" />
        <FileInput name="file" label="证据材料" types={['.pdf', '.jpg']} megabytes={20} count={5} />
        <Textarea name="note" label="说明" optional />
        <Warning>提交后不能撤回。</Warning>
        <ButtonGroup>
          <Button>保存</Button>
          <Button look="irreversible">确认抽签</Button>
          <ButtonLink href="/list" look="secondary">
            取消
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}

const schema = formFields.extend({
  name: z.string().trim().min(1, 'gallery.name.missing'),
  kind: z.enum(['patent', 'trademark'], 'gallery.kind.missing'),
  item: listOf(z.string()).refine((list) => list.length > 0, 'gallery.item.missing'),
});

export const galleryRoutes: readonly Route<object>[] = [
  staffRoute({
    method: 'GET',
    path: '/list',
    access: ['supervisor'],
    handle: (request) =>
      page(
        <ConsolePage
          title="机构名录"
          lead={<Tag tone="active">二〇二六年第十二批</Tag>}
          action={<ButtonLink href="/form">登记机构</ButtonLink>}
        >
          <Filters>
            <TextInput name="q" label="名称或信用代码" type="search" />
            <Select name="state" label="状态" choices={[{ value: 'done', label: '已公示' }]} empty="全部" />
          </Filters>
          <DataTable
            caption="共 24 家机构"
            sort={sortFrom(request.query, ['name', 'practitioners'], { by: 'name', descending: false })}
            columns={[
              {
                key: 'name',
                label: '名称',
                rowHeader: true,
                sortable: true,
                cell: (row) => (
                  <a class="govuk-link" href="/case">
                    {row.name}
                  </a>
                ),
              },
              {
                key: 'uscc',
                label: '统一社会信用代码',
                cell: (row) => <span class="dr-code">{row.uscc}</span>,
              },
              { key: 'district', label: '所在区', cell: (row) => row.district },
              {
                key: 'practitioners',
                label: '代理师人数',
                numeric: true,
                sortable: true,
                cell: (row) => row.practitioners,
              },
              {
                key: 'state',
                label: '状态',
                cell: (row) => <Tag tone={row.tone}>{toneWords[row.tone]}</Tag>,
              },
            ]}
            rows={agencies}
            rowKey={(row) => row.uscc}
          />
          <Pagination page={4} pages={9} />
          <DataTable
            caption="没有记录的表"
            columns={[{ key: 'name', label: '名称', cell: () => '' }]}
            rows={[]}
            rowKey={() => ''}
          />
        </ConsolePage>,
      ),
  }),
  staffRoute({
    method: 'GET',
    path: '/case',
    access: ['supervisor'],
    handle: () =>
      page(
        <ConsolePage title="检查任务 京知检〔2026〕12号" lead="朝阳区 · 现场检查" back={{ href: '/list' }}>
          <NotificationBanner>
            <p class="govuk-notification-banner__heading">第二见证人尚未提交承诺值。</p>
          </NotificationBanner>
          <SummaryList
            title="基本情况"
            rows={[
              { label: '机构', value: agencies[0]?.name ?? '', changeHref: '/form' },
              { label: '名单哈希值', value: <Hash value={hash} /> },
              { label: '法定期限', value: '2026-12-31（暂定）' },
            ]}
          />
          <h2 class="govuk-heading-m">办理进程</h2>
          <Timeline
            label="办理进程"
            steps={[
              { title: '名单冻结', state: 'done', by: '张监管', at: '2026-12-01 09:00', hash },
              { title: '见证人承诺', state: 'current', awaits: '李公证，2026-12-02 前' },
              { title: '责令改正', state: 'overdue', awaits: '被检查机构，2026-11-20 到期' },
              { title: '公示', state: 'awaited' },
            ]}
          />
          <BarChart
            caption="各区抽查家次"
            labelHead="区"
            valueHead="家次"
            bars={[
              { label: '海淀区', value: 41 },
              { label: '朝阳区', value: 38 },
              { label: '西城区（逾期）', value: 7, overdue: true },
              { label: '房山区', value: 0 },
            ]}
          />
          <Inset>依据《专利代理管理办法》开展抽查。</Inset>
          <Details summary="什么是承诺值">
            <p class="govuk-body">承诺值是随机数的哈希值，公布随机数之前不能反推。</p>
          </Details>
        </ConsolePage>,
      ),
  }),
  staffRoute({ method: 'GET', path: '/form', access: ['supervisor'], handle: () => page(formPage({}, [])) }),
  staffRoute({
    method: 'POST',
    path: '/form',
    access: ['supervisor'],
    handle: ({ form }) => {
      const read = readForm(schema, form);
      const visit = readDate(form, 'visit');
      const problems = [...(read.ok ? [] : read.problems), ...(visit.ok ? [] : visit.problems)];
      if (!read.ok || problems.length > 0) return page(formPage(form, problems), { status: 422 });
      return redirect('/list', { code: 'gallery.saved', params: { name: read.value.name } });
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/public',
    handle: () =>
      page(
        <PublicPage title="投诉举报已收到" lead="请保存下面的回执号。" titleHidden>
          <Panel title="已收到">
            回执号 <span class="dr-code">7K3M-Q9TX-2HWD</span>
          </Panel>
          <p>我们将在七个工作日内告知是否受理。</p>
          <Form action="/public">
            <Radios
              name="saved"
              label="您已保存回执号吗？"
              inline
              choices={[
                { value: 'yes', label: '已保存' },
                { value: 'no', label: '还没有' },
              ]}
            />
            <Button>继续</Button>
          </Form>
        </PublicPage>,
      ),
  }),
  staffRoute({
    method: 'GET',
    path: '/paper',
    access: ['supervisor'],
    handle: () =>
      page(
        <PaperPage title="抽查通知书" back={{ href: '/case' }}>
          <Paper
            issuer="北京市知识产权局"
            title="知识产权代理行业“双随机、一公开”检查通知书"
            number="京知检通〔2026〕12号"
            recipient={agencies[0]?.name ?? ''}
            attachments={['检查事项清单', '执法检查人员名单']}
            signature={{ organ: '北京市知识产权局', date: '2026年12月1日' }}
            notes={<p>联系人：张监管，电话 010-00000000。本通知书一式两份。</p>}
            rehearsal
          >
            {Array.from({ length: 9 }, (_, index) => (
              <p key={index}>
                根据《专利代理条例》《专利代理管理办法》和我局二〇二六年度抽查工作计划，经公开抽签，你机构被抽取为第
                {index + 1}{' '}
                批检查对象。请于二〇二六年十二月十五日前准备有关材料，配合执法检查人员开展现场检查，如实说明情况，不得拒绝、阻挠。
              </p>
            ))}
          </Paper>
        </PaperPage>,
      ),
  }),
];
